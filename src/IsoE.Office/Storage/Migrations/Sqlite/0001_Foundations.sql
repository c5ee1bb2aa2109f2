-- Made from the model. Until the first release it is made again whenever rows change: tests/write-schema.sh

CREATE TABLE "account" (
    "id" TEXT NOT NULL CONSTRAINT "PK_account" PRIMARY KEY,
    "agency_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "password_set_at" TEXT NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" TEXT NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL
);

CREATE TABLE "account_claim" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_account_claim" PRIMARY KEY AUTOINCREMENT,
    "user_id" TEXT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL
);

CREATE TABLE "account_login" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" TEXT NULL,
    CONSTRAINT "PK_account_login" PRIMARY KEY ("login_provider", "provider_key")
);

CREATE TABLE "account_token" (
    "user_id" TEXT NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "PK_account_token" PRIMARY KEY ("user_id", "login_provider", "name")
);

CREATE TABLE "agency" (
    "id" TEXT NOT NULL CONSTRAINT "PK_agency" PRIMARY KEY,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "parent_id" TEXT NULL,
    "level" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NULL,
    "phone" TEXT NULL,
    "place" TEXT NULL,
    "requires_acknowledgement" INTEGER NOT NULL,
    "portal_mode" TEXT NOT NULL,
    "quiet_from" TEXT NULL,
    "quiet_to" TEXT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NULL,
    "successor_id" TEXT NULL
);

CREATE TABLE "appointment" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "field_code" TEXT NOT NULL,
    "starts_at" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "ticket_id" TEXT NULL,
    CONSTRAINT "PK_appointment" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "attachment" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "component" TEXT NULL,
    "added_at" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    CONSTRAINT "PK_attachment" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "calendar" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "first_on" TEXT NOT NULL,
    "last_on" TEXT NULL,
    "weekday" TEXT NULL,
    "hours" TEXT NULL,
    "in_place_of" TEXT NULL,
    "name_vi" TEXT NULL,
    "name_en" TEXT NULL,
    "is_provisional" INTEGER NOT NULL,
    "source_vi" TEXT NOT NULL,
    "source_en" TEXT NOT NULL,
    "is_verified" INTEGER NOT NULL,
    "added_by" TEXT NOT NULL,
    "added_at" TEXT NOT NULL,
    "removed_by" TEXT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_calendar" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "calendar_revision" (
    "agency_id" TEXT NOT NULL CONSTRAINT "PK_calendar_revision" PRIMARY KEY,
    "revision" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL
);

CREATE TABLE "cash_day" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "cashier_id" TEXT NOT NULL,
    "day_on" TEXT NOT NULL,
    "lines" INTEGER NOT NULL,
    "cash_expected" INTEGER NOT NULL,
    "cash_counted" INTEGER NOT NULL,
    "transfers" INTEGER NOT NULL,
    "statutory" INTEGER NOT NULL,
    "service" INTEGER NOT NULL,
    "explanation" TEXT NULL,
    "closed_at" TEXT NOT NULL,
    CONSTRAINT "PK_cash_day" PRIMARY KEY ("agency_id", "instance_id")
);

CREATE TABLE "cash_entry" (
    "agency_id" TEXT NOT NULL,
    "cashier_id" TEXT NOT NULL,
    "day_on" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "instance_id" TEXT NOT NULL,
    "movement" TEXT NOT NULL,
    "receipt_number" TEXT NOT NULL,
    "means" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "statutory" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "PK_cash_entry" PRIMARY KEY ("agency_id", "cashier_id", "day_on", "line")
);

CREATE TABLE "collection_rules" (
    "agency_id" TEXT NOT NULL CONSTRAINT "PK_collection_rules" PRIMARY KEY,
    "reminder_days" TEXT NOT NULL
);

CREATE TABLE "comment" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "anchor" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_by_name" TEXT NOT NULL,
    "made_at" TEXT NOT NULL,
    "answer" TEXT NULL,
    "resolved_by_name" TEXT NULL,
    "resolved_at" TEXT NULL,
    CONSTRAINT "PK_comment" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "contact_proof" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "asked_from" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "asked_at" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "used_at" TEXT NULL,
    CONSTRAINT "PK_contact_proof" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "counter" (
    "agency_id" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    CONSTRAINT "PK_counter" PRIMARY KEY ("agency_id", "series")
);

CREATE TABLE "delegation" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "from_person_id" TEXT NOT NULL,
    "to_person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unit_code" TEXT NULL,
    "procedure_code" TEXT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "document_on" TEXT NOT NULL,
    "approved_by" TEXT NOT NULL,
    "approved_at" TEXT NOT NULL,
    "revoked_by" TEXT NULL,
    "revoked_at" TEXT NULL,
    CONSTRAINT "PK_delegation" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "deputy" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "head_id" TEXT NOT NULL,
    "deputy_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unit_code" TEXT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NULL,
    CONSTRAINT "PK_deputy" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "disposal" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_by_name" TEXT NOT NULL,
    "proposed_at" TEXT NOT NULL,
    "decided_by" TEXT NULL,
    "decided_by_name" TEXT NULL,
    "decided_at" TEXT NULL,
    "reason" TEXT NULL,
    "done_at" TEXT NULL,
    CONSTRAINT "PK_disposal" PRIMARY KEY ("agency_id", "instance_id")
);

CREATE TABLE "disposal_line" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "dossier_id" TEXT NOT NULL,
    "dossier_code" TEXT NOT NULL,
    "procedure_code" TEXT NOT NULL,
    "procedure_version" INTEGER NOT NULL,
    "received_on" TEXT NOT NULL,
    "finished_on" TEXT NOT NULL,
    "ends_on" TEXT NULL,
    "records" INTEGER NOT NULL,
    "files" INTEGER NOT NULL,
    "taken_out_by_name" TEXT NULL,
    "taken_out_reason" TEXT NULL,
    "ended_at" TEXT NULL,
    "refusal_vi" TEXT NULL,
    "refusal_en" TEXT NULL,
    CONSTRAINT "PK_disposal_line" PRIMARY KEY ("agency_id", "instance_id", "dossier_id")
);

CREATE TABLE "document" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "from_version" INTEGER NULL,
    "revision" INTEGER NOT NULL,
    "last_revision" INTEGER NOT NULL,
    "authors" TEXT NOT NULL,
    "drafted_by" TEXT NOT NULL,
    "drafted_by_name" TEXT NOT NULL,
    "drafted" TEXT NULL,
    "reviewed" TEXT NULL,
    "approved" TEXT NULL,
    "change_vi" TEXT NULL,
    "change_en" TEXT NULL,
    "reason" TEXT NULL,
    "number" TEXT NULL,
    "issue" INTEGER NULL,
    "issue_revision" INTEGER NULL,
    "effective_from" TEXT NULL,
    "obsolete_from" TEXT NULL,
    "updated_at" TEXT NOT NULL,
    "updated_by_name" TEXT NOT NULL,
    CONSTRAINT "PK_document" PRIMARY KEY ("agency_id", "instance_id")
);

CREATE TABLE "dossier" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "procedure_code" TEXT NOT NULL,
    "procedure_version" INTEGER NOT NULL,
    "case_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "is_internal" INTEGER NOT NULL,
    "subject" TEXT NULL,
    "applicant_kind" TEXT NOT NULL,
    "applicant_name" TEXT NOT NULL,
    "identity_number" TEXT NULL,
    "phone" TEXT NULL,
    "email" TEXT NULL,
    "address" TEXT NULL,
    "representative" TEXT NULL,
    "birth_on" TEXT NULL,
    "return_way" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "components" TEXT NOT NULL,
    "sets" INTEGER NOT NULL,
    "business" TEXT NOT NULL,
    "money" TEXT NOT NULL,
    "delivery" TEXT NOT NULL,
    "sync" TEXT NOT NULL,
    "sync_sequence" INTEGER NULL,
    "national_code" TEXT NULL,
    "national_status" INTEGER NOT NULL,
    "before_withdrawal" TEXT NULL,
    "legal_limit" TEXT NULL,
    "prolongations" INTEGER NOT NULL,
    "clock_start" TEXT NOT NULL,
    "received_at" TEXT NOT NULL,
    "accepted_at" TEXT NULL,
    "promised_at" TEXT NULL,
    "nearly_due_at" TEXT NULL,
    "original_promised_at" TEXT NULL,
    "finished_at" TEXT NULL,
    "returned_at" TEXT NULL,
    "result_record" TEXT NULL,
    "pauses" TEXT NOT NULL,
    "is_paused" INTEGER NOT NULL,
    "supplement_count" INTEGER NOT NULL,
    "supplement_overrides" INTEGER NOT NULL,
    "supplement_asked_at" TEXT NULL,
    "extended_at" TEXT NULL,
    "extension_reason" TEXT NULL,
    "amount_due" INTEGER NOT NULL,
    "statutory_due" INTEGER NOT NULL,
    "amount_paid" INTEGER NOT NULL,
    "receipt_number" TEXT NULL,
    "tracking_secret" TEXT NOT NULL,
    "note" TEXT NULL,
    "received_by" TEXT NULL,
    "fee_set_by" TEXT NULL,
    "collected_by" TEXT NULL,
    "settled_by" TEXT NULL,
    "returned_by" TEXT NULL,
    "parent_agency_id" TEXT NULL,
    "parent_instance_id" TEXT NULL,
    "is_confidential" INTEGER NOT NULL,
    "recalled_at" TEXT NULL,
    "supersedes_code" TEXT NULL,
    "superseded_by_id" TEXT NULL,
    "superseded_by_code" TEXT NULL,
    "superseded_by_secret" TEXT NULL,
    "submitted_by" TEXT NULL,
    "awaits_check" INTEGER NOT NULL,
    "answer_due_at" TEXT NULL,
    "completion_due_at" TEXT NULL,
    "erased_at" TEXT NULL,
    "erased_by_list" TEXT NULL,
    "erased_ground" TEXT NULL,
    "updated_at" TEXT NOT NULL,
    CONSTRAINT "PK_dossier" PRIMARY KEY ("agency_id", "instance_id")
);

CREATE TABLE "draft_revision" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "parent" INTEGER NOT NULL,
    "is_aside" INTEGER NOT NULL,
    "content" BLOB NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_by_name" TEXT NOT NULL,
    "saved_at" TEXT NOT NULL,
    CONSTRAINT "PK_draft_revision" PRIMARY KEY ("agency_id", "instance_id", "number")
);

CREATE TABLE "due" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "bookmark_id" TEXT NULL,
    "activity_instance_id" TEXT NULL,
    "kind" TEXT NOT NULL,
    "topic" TEXT NULL,
    "due_at" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "next_attempt_at" TEXT NOT NULL,
    "last_error" TEXT NULL,
    "owner" TEXT NULL,
    CONSTRAINT "PK_due" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "evidence" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "trigger_id" TEXT NULL,
    "cause" TEXT NULL,
    "dossier_code" TEXT NULL,
    "sequence" INTEGER NULL,
    "text" TEXT NOT NULL,
    "by_name" TEXT NULL,
    "added_at" TEXT NOT NULL,
    CONSTRAINT "PK_evidence" PRIMARY KEY ("agency_id", "instance_id", "number")
);

CREATE TABLE "external_document" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "effective_from" TEXT NULL,
    "effective_to" TEXT NULL,
    "replaced_by" TEXT NULL,
    "source" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "updated_by_name" TEXT NOT NULL,
    CONSTRAINT "PK_external_document" PRIMARY KEY ("agency_id", "instance_id")
);

CREATE TABLE "history" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "data_nonce" BLOB NULL,
    "data_digest" BLOB NOT NULL,
    "at" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "command_id" TEXT NULL,
    "previous_hash" BLOB NOT NULL,
    "hash" BLOB NOT NULL,
    CONSTRAINT "PK_history" PRIMARY KEY ("agency_id", "instance_id", "sequence")
);

CREATE TABLE "imported_log" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "is_read" INTEGER NOT NULL,
    "columns" TEXT NULL,
    "cases" INTEGER NOT NULL,
    "events" INTEGER NOT NULL,
    "first_at" TEXT NULL,
    "last_at" TEXT NULL,
    "promised" INTEGER NOT NULL,
    "on_time" INTEGER NOT NULL,
    "open" INTEGER NOT NULL,
    "notes" TEXT NULL,
    "map" TEXT NULL,
    "steps" TEXT NULL,
    "brought_by" TEXT NOT NULL,
    "brought_at" TEXT NOT NULL,
    CONSTRAINT "PK_imported_log" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "inbound_sms" (
    "id" TEXT NOT NULL CONSTRAINT "PK_inbound_sms" PRIMARY KEY,
    "sender" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "received_at" TEXT NOT NULL,
    "reply" TEXT NULL
);

CREATE TABLE "instance" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "definition_id" TEXT NULL,
    "definition_version" INTEGER NULL,
    "correlation_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "sub_status" TEXT NOT NULL,
    "incidents" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "head_hash" BLOB NOT NULL,
    "state" TEXT NULL,
    "parent_agency_id" TEXT NULL,
    "parent_instance_id" TEXT NULL,
    "parent_bookmark_id" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "finished_at" TEXT NULL,
    "erased_at" TEXT NULL,
    CONSTRAINT "PK_instance" PRIMARY KEY ("agency_id", "instance_id")
);

CREATE TABLE "legal_hold" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "dossier_code" TEXT NULL,
    "procedure_code" TEXT NULL,
    "record_code" TEXT NULL,
    "ground" TEXT NOT NULL,
    "placed_at" TEXT NOT NULL,
    "placed_by_name" TEXT NOT NULL,
    "lifted_at" TEXT NULL,
    "lifted_by_name" TEXT NULL,
    "lift_ground" TEXT NULL,
    CONSTRAINT "PK_legal_hold" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "message" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "sequence" INTEGER NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "address" TEXT NULL,
    "template_values" TEXT NOT NULL,
    "subject" TEXT NULL,
    "body" TEXT NULL,
    "status" TEXT NOT NULL,
    "sent_to" TEXT NULL,
    "requested_at" TEXT NOT NULL,
    "sent_at" TEXT NULL,
    "stop_secret" TEXT NOT NULL,
    CONSTRAINT "PK_message" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "move" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "to_version" INTEGER NOT NULL,
    "effective_from" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_by_name" TEXT NOT NULL,
    "proposed_at" TEXT NOT NULL,
    "decided_by" TEXT NULL,
    "decided_by_name" TEXT NULL,
    "decided_at" TEXT NULL,
    "reason" TEXT NULL,
    "done_at" TEXT NULL,
    CONSTRAINT "PK_move" PRIMARY KEY ("agency_id", "instance_id")
);

CREATE TABLE "move_line" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "dossier_id" TEXT NOT NULL,
    "dossier_code" TEXT NOT NULL,
    "from_version" INTEGER NOT NULL,
    "ended_at" TEXT NULL,
    "refusal_vi" TEXT NULL,
    "refusal_en" TEXT NULL,
    "promised_from" TEXT NULL,
    "promised_to" TEXT NULL,
    CONSTRAINT "PK_move_line" PRIMARY KEY ("agency_id", "instance_id", "dossier_id")
);

CREATE TABLE "opt_out" (
    "id" TEXT NOT NULL CONSTRAINT "PK_opt_out" PRIMARY KEY,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "stopped_at" TEXT NOT NULL,
    "stopped_by" TEXT NOT NULL,
    "resumed_at" TEXT NULL,
    "resumed_by" TEXT NULL
);

CREATE TABLE "outbox" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "next_attempt_at" TEXT NOT NULL,
    "delivered_at" TEXT NULL,
    "last_error" TEXT NULL,
    "owner" TEXT NULL,
    CONSTRAINT "PK_outbox" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "payment_notice" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "notice_id" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "message" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "paid_at" TEXT NOT NULL,
    "received_at" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "dossier_code" TEXT NULL,
    "owed" INTEGER NULL,
    "receipt_number" TEXT NULL,
    "note" TEXT NULL,
    CONSTRAINT "PK_payment_notice" PRIMARY KEY ("agency_id", "instance_id")
);

CREATE TABLE "person" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "unit_code" TEXT NULL,
    "position_code" TEXT NULL,
    "email" TEXT NULL,
    "phone" TEXT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NULL,
    CONSTRAINT "PK_person" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "person_role" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unit_code" TEXT NULL,
    "procedure_code" TEXT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NULL,
    "given_by" TEXT NOT NULL,
    "given_at" TEXT NOT NULL,
    "ended_by" TEXT NULL,
    "ended_at" TEXT NULL,
    CONSTRAINT "PK_person_role" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "personal_read" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "dossier_id" TEXT NULL,
    CONSTRAINT "PK_personal_read" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "portal_inbox" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "happened_at" TEXT NULL,
    "received_at" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NULL,
    CONSTRAINT "PK_portal_inbox" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "position" (
    "agency_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "signing_capacity" TEXT NULL,
    "to_on" TEXT NULL,
    "successor_code" TEXT NULL,
    CONSTRAINT "PK_position" PRIMARY KEY ("agency_id", "code", "from_on")
);

CREATE TABLE "post_order" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "receiver" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "fee" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "tracking_number" TEXT NULL,
    "ordered_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    CONSTRAINT "PK_post_order" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "priority_group" (
    "agency_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "source_vi" TEXT NOT NULL,
    "is_verified" INTEGER NOT NULL,
    "is_open" INTEGER NOT NULL,
    CONSTRAINT "PK_priority_group" PRIMARY KEY ("agency_id", "code")
);

CREATE TABLE "protection_key" (
    "id" TEXT NOT NULL CONSTRAINT "PK_protection_key" PRIMARY KEY,
    "xml" TEXT NOT NULL
);

CREATE TABLE "published_procedure" (
    "agency_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "flow" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "control" TEXT NOT NULL,
    "effective_from" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "published_at" TEXT NOT NULL,
    CONSTRAINT "PK_published_procedure" PRIMARY KEY ("agency_id", "code", "version")
);

CREATE TABLE "queue_counter" (
    "agency_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "is_open" INTEGER NOT NULL,
    CONSTRAINT "PK_queue_counter" PRIMARY KEY ("agency_id", "number")
);

CREATE TABLE "queue_device" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "made_at" TEXT NOT NULL,
    "closed_at" TEXT NULL,
    "has_paper" INTEGER NOT NULL,
    CONSTRAINT "PK_queue_device" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "queue_field" (
    "agency_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "procedures" TEXT NOT NULL,
    "is_open" INTEGER NOT NULL,
    CONSTRAINT "PK_queue_field" PRIMARY KEY ("agency_id", "code")
);

CREATE TABLE "queue_rules" (
    "agency_id" TEXT NOT NULL CONSTRAINT "PK_queue_rules" PRIMARY KEY,
    "priority_minutes" INTEGER NOT NULL,
    "slot_minutes" INTEGER NOT NULL,
    "slot_capacity" INTEGER NOT NULL,
    "days_ahead" INTEGER NOT NULL,
    "arrival_minutes" INTEGER NOT NULL
);

CREATE TABLE "reading" (
    "agency_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "asked_at" TEXT NOT NULL,
    "acknowledged_at" TEXT NULL,
    CONSTRAINT "PK_reading" PRIMARY KEY ("agency_id", "code", "version", "person_id")
);

CREATE TABLE "receipt" (
    "agency_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "dossier_code" TEXT NOT NULL,
    "payer" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "statutory" INTEGER NOT NULL,
    "means" TEXT NOT NULL,
    "reference" TEXT NULL,
    "cashier_id" TEXT NOT NULL,
    "book_id" TEXT NULL,
    "issued_at" TEXT NOT NULL,
    "issued_on" TEXT NOT NULL,
    "cancelled_at" TEXT NULL,
    "cancelled_by" TEXT NULL,
    "cancel_reason" TEXT NULL,
    "refunded" INTEGER NOT NULL,
    CONSTRAINT "PK_receipt" PRIMARY KEY ("agency_id", "number")
);

CREATE TABLE "receipt_book" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "from_number" INTEGER NOT NULL,
    "to_number" INTEGER NOT NULL,
    "cashier_id" TEXT NOT NULL,
    "issued_at" TEXT NOT NULL,
    "issued_by" TEXT NOT NULL,
    "closed_at" TEXT NULL,
    "closed_by" TEXT NULL,
    "close_reason" TEXT NULL,
    "last_used" INTEGER NULL,
    CONSTRAINT "PK_receipt_book" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "record" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "activity_id" TEXT NULL,
    "data" TEXT NOT NULL,
    "issued_at" TEXT NOT NULL,
    "issued_by" TEXT NOT NULL,
    "signed_by" TEXT NULL,
    "is_sealed" INTEGER NOT NULL,
    "sha256" TEXT NULL,
    CONSTRAINT "PK_record" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "refund" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "dossier_code" TEXT NOT NULL,
    "receipt_number" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TEXT NOT NULL,
    "decided_by" TEXT NULL,
    "decided_at" TEXT NULL,
    "decision_note" TEXT NULL,
    "paid_by" TEXT NULL,
    "paid_at" TEXT NULL,
    CONSTRAINT "PK_refund" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "register_entry" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "register" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "changed_by_name" TEXT NOT NULL,
    "reviewed_at" TEXT NULL,
    "review_on" TEXT NULL,
    "closed_at" TEXT NULL,
    "closed_reason" TEXT NULL,
    CONSTRAINT "PK_register_entry" PRIMARY KEY ("agency_id", "instance_id")
);

CREATE TABLE "repealed_procedure" (
    "agency_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "effective_from" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "repealed_at" TEXT NOT NULL,
    CONSTRAINT "PK_repealed_procedure" PRIMARY KEY ("agency_id", "code", "effective_from")
);

CREATE TABLE "seal" (
    "agency_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "root" BLOB NOT NULL,
    "previous" BLOB NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" BLOB NOT NULL,
    "sealed_by" TEXT NOT NULL,
    CONSTRAINT "PK_seal" PRIMARY KEY ("agency_id", "number")
);

CREATE TABLE "seal_leaf" (
    "agency_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    CONSTRAINT "PK_seal_leaf" PRIMARY KEY ("agency_id", "place")
);

CREATE TABLE "sealing_key" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "certificate" BLOB NOT NULL,
    "created_at" TEXT NOT NULL,
    "predecessor_id" TEXT NULL,
    "endorsement" BLOB NULL,
    CONSTRAINT "PK_sealing_key" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "sealing_key_revocation" (
    "agency_id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "since_on" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "said_at" TEXT NOT NULL,
    "said_by" TEXT NOT NULL,
    CONSTRAINT "PK_sealing_key_revocation" PRIMARY KEY ("agency_id", "key_id")
);

CREATE TABLE "signed_document" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "record" TEXT NOT NULL,
    "record_id" TEXT NULL,
    "is_seal" INTEGER NOT NULL,
    "holder" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "signed_at" TEXT NOT NULL,
    "signed_by" TEXT NOT NULL,
    CONSTRAINT "PK_signed_document" PRIMARY KEY ("agency_id", "instance_id", "sequence")
);

CREATE TABLE "signing_key" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person_id" TEXT NULL,
    "kept" BLOB NULL,
    "token" TEXT NULL,
    "token_key" TEXT NULL,
    "holder" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "certificate" BLOB NOT NULL,
    "not_before" TEXT NOT NULL,
    "not_after" TEXT NOT NULL,
    "picture" BLOB NULL,
    "registered_at" TEXT NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_signing_key" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "submission_draft" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "procedure_code" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "applicant" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "return_way" TEXT NOT NULL,
    "note" TEXT NULL,
    "step" INTEGER NOT NULL,
    "begun_at" TEXT NOT NULL,
    "saved_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    CONSTRAINT "PK_submission_draft" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "survey" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "dossier_id" TEXT NOT NULL,
    "procedure_code" TEXT NOT NULL,
    "unit_code" TEXT NULL,
    "officer_id" TEXT NULL,
    "is_declined" INTEGER NOT NULL,
    "access" INTEGER NULL,
    "procedure" INTEGER NULL,
    "staff" INTEGER NULL,
    "result" INTEGER NULL,
    "feedback" INTEGER NULL,
    "comment" TEXT NULL,
    "answered_at" TEXT NOT NULL,
    CONSTRAINT "PK_survey" PRIMARY KEY ("agency_id", "instance_id")
);

CREATE TABLE "survey_rules" (
    "agency_id" TEXT NOT NULL CONSTRAINT "PK_survey_rules" PRIMARY KEY,
    "least_answers" INTEGER NOT NULL,
    "low_mark" INTEGER NOT NULL
);

CREATE TABLE "task" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "bookmark_id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "activity_instance_id" TEXT NOT NULL,
    "definition_id" TEXT NOT NULL,
    "dossier_code" TEXT NOT NULL,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "about" TEXT NULL,
    "role" TEXT NOT NULL,
    "declared_role" TEXT NOT NULL,
    "unit_code" TEXT NULL,
    "separate_from" TEXT NOT NULL,
    "independent_of" TEXT NULL,
    "clock" TEXT NOT NULL,
    "milestone" TEXT NULL,
    "due_at" TEXT NOT NULL,
    "nearly_due_at" TEXT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "is_named" INTEGER NOT NULL,
    "assignee_id" TEXT NULL,
    "assignee_name" TEXT NULL,
    "claimed_at" TEXT NULL,
    "escalated_at" TEXT NULL,
    "done_at" TEXT NULL,
    "done_by" TEXT NULL,
    "done_by_name" TEXT NULL,
    "outcome" TEXT NULL,
    CONSTRAINT "PK_task" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "ticket" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "taken_on" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "field_code" TEXT NOT NULL,
    "priority" TEXT NULL,
    "appointment_id" TEXT NULL,
    "secret" TEXT NOT NULL,
    "taken_at" TEXT NOT NULL,
    "counts_from" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "counter" INTEGER NULL,
    "called_by_name" TEXT NULL,
    "called_at" TEXT NULL,
    "calls" INTEGER NOT NULL,
    "waited_seconds" INTEGER NOT NULL,
    "served_seconds" INTEGER NOT NULL,
    "finished_at" TEXT NULL,
    CONSTRAINT "PK_ticket" PRIMARY KEY ("agency_id", "id")
);

CREATE TABLE "ticket_dossier" (
    "agency_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "dossier_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    CONSTRAINT "PK_ticket_dossier" PRIMARY KEY ("agency_id", "ticket_id", "dossier_id")
);

CREATE TABLE "transfer" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "archive" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_by_name" TEXT NOT NULL,
    "made_at" TEXT NOT NULL,
    "package_sha256" TEXT NULL,
    "package_size" INTEGER NULL,
    "answered_by_name" TEXT NULL,
    "answered_at" TEXT NULL,
    "note" TEXT NULL,
    CONSTRAINT "PK_transfer" PRIMARY KEY ("agency_id", "instance_id")
);

CREATE TABLE "transfer_line" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "dossier_id" TEXT NOT NULL,
    "dossier_code" TEXT NOT NULL,
    "procedure_code" TEXT NOT NULL,
    "procedure_version" INTEGER NOT NULL,
    "received_on" TEXT NOT NULL,
    "finished_on" TEXT NOT NULL,
    "is_permanent" INTEGER NOT NULL,
    "ends_on" TEXT NULL,
    "files" INTEGER NOT NULL,
    CONSTRAINT "PK_transfer_line" PRIMARY KEY ("agency_id", "instance_id", "dossier_id")
);

CREATE TABLE "trigger_switch" (
    "agency_id" TEXT NOT NULL,
    "trigger_id" TEXT NOT NULL,
    "is_on" INTEGER NOT NULL,
    CONSTRAINT "PK_trigger_switch" PRIMARY KEY ("agency_id", "trigger_id")
);

CREATE TABLE "unit" (
    "agency_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "parent_code" TEXT NULL,
    "to_on" TEXT NULL,
    "successor_code" TEXT NULL,
    CONSTRAINT "PK_unit" PRIMARY KEY ("agency_id", "code", "from_on")
);

CREATE TABLE "upload" (
    "agency_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "component" TEXT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "begun_at" TEXT NOT NULL,
    "sha256" TEXT NULL,
    "content_type" TEXT NULL,
    CONSTRAINT "PK_upload" PRIMARY KEY ("agency_id", "id")
);

CREATE UNIQUE INDEX "IX_account_agency_id_person_id" ON "account" ("agency_id", "person_id");

CREATE INDEX "IX_account_normalized_email" ON "account" ("normalized_email");

CREATE UNIQUE INDEX "IX_account_normalized_user_name" ON "account" ("normalized_user_name");

CREATE INDEX "IX_account_claim_user_id" ON "account_claim" ("user_id");

CREATE INDEX "IX_account_login_user_id" ON "account_login" ("user_id");

CREATE INDEX "IX_agency_parent_id" ON "agency" ("parent_id");

CREATE UNIQUE INDEX "IX_appointment_agency_id_code" ON "appointment" ("agency_id", "code");

CREATE INDEX "IX_appointment_agency_id_field_code_starts_at" ON "appointment" ("agency_id", "field_code", "starts_at");

CREATE INDEX "IX_appointment_agency_id_instance_id" ON "appointment" ("agency_id", "instance_id");

CREATE INDEX "IX_appointment_agency_id_ticket_id" ON "appointment" ("agency_id", "ticket_id");

CREATE UNIQUE INDEX "IX_appointment_secret" ON "appointment" ("secret");

CREATE INDEX "IX_attachment_agency_id_instance_id" ON "attachment" ("agency_id", "instance_id");

CREATE INDEX "IX_attachment_sha256" ON "attachment" ("sha256");

CREATE UNIQUE INDEX "IX_cash_day_agency_id_day_on_cashier_id" ON "cash_day" ("agency_id", "day_on", "cashier_id");

CREATE INDEX "IX_cash_entry_agency_id_day_on" ON "cash_entry" ("agency_id", "day_on");

CREATE INDEX "IX_comment_agency_id_instance_id" ON "comment" ("agency_id", "instance_id");

CREATE INDEX "IX_contact_proof_asked_from_asked_at" ON "contact_proof" ("asked_from", "asked_at");

CREATE INDEX "IX_contact_proof_contact_asked_at" ON "contact_proof" ("contact", "asked_at");

CREATE INDEX "IX_delegation_agency_id_to_person_id" ON "delegation" ("agency_id", "to_person_id");

CREATE INDEX "IX_deputy_agency_id_deputy_id" ON "deputy" ("agency_id", "deputy_id");

CREATE INDEX "IX_disposal_line_agency_id_dossier_id" ON "disposal_line" ("agency_id", "dossier_id");

CREATE UNIQUE INDEX "IX_document_agency_id_code_version" ON "document" ("agency_id", "code", "version") WHERE status <> 'Withdrawn';

CREATE INDEX "IX_dossier_agency_id_answer_due_at" ON "dossier" ("agency_id", "answer_due_at") WHERE awaits_check;

CREATE UNIQUE INDEX "IX_dossier_agency_id_code" ON "dossier" ("agency_id", "code");

CREATE INDEX "IX_dossier_agency_id_finished_at" ON "dossier" ("agency_id", "finished_at");

CREATE INDEX "IX_dossier_agency_id_identity_number" ON "dossier" ("agency_id", "identity_number");

CREATE INDEX "IX_dossier_agency_id_national_status_received_at" ON "dossier" ("agency_id", "national_status", "received_at");

CREATE INDEX "IX_dossier_agency_id_phone" ON "dossier" ("agency_id", "phone");

CREATE INDEX "IX_dossier_agency_id_promised_at" ON "dossier" ("agency_id", "promised_at") WHERE finished_at IS NULL;

CREATE INDEX "IX_dossier_agency_id_received_at_instance_id" ON "dossier" ("agency_id", "received_at", "instance_id");

CREATE INDEX "IX_dossier_parent_agency_id_parent_instance_id" ON "dossier" ("parent_agency_id", "parent_instance_id");

CREATE INDEX "IX_dossier_submitted_by" ON "dossier" ("submitted_by") WHERE submitted_by IS NOT NULL;

CREATE UNIQUE INDEX "IX_dossier_tracking_secret" ON "dossier" ("tracking_secret");

CREATE INDEX "IX_due_agency_id_instance_id" ON "due" ("agency_id", "instance_id") WHERE status = 'Pending';

CREATE INDEX "IX_due_next_attempt_at_id" ON "due" ("next_attempt_at", "id") WHERE status = 'Pending';

CREATE INDEX "IX_evidence_agency_id_cause" ON "evidence" ("agency_id", "cause");

CREATE UNIQUE INDEX "IX_history_agency_id_instance_id_command_id" ON "history" ("agency_id", "instance_id", "command_id") WHERE command_id IS NOT NULL;

CREATE INDEX "IX_inbound_sms_received_at" ON "inbound_sms" ("received_at");

CREATE INDEX "IX_inbound_sms_sender_received_at" ON "inbound_sms" ("sender", "received_at");

CREATE INDEX "IX_instance_agency_id_correlation_id" ON "instance" ("agency_id", "correlation_id");

CREATE INDEX "IX_instance_agency_id_updated_at" ON "instance" ("agency_id", "updated_at") WHERE incidents > 0;

CREATE INDEX "IX_instance_parent_agency_id_parent_instance_id" ON "instance" ("parent_agency_id", "parent_instance_id");

CREATE INDEX "IX_legal_hold_agency_id_instance_id" ON "legal_hold" ("agency_id", "instance_id");

CREATE INDEX "IX_message_agency_id_instance_id" ON "message" ("agency_id", "instance_id");

CREATE INDEX "IX_message_agency_id_requested_at" ON "message" ("agency_id", "requested_at");

CREATE UNIQUE INDEX "IX_message_stop_secret" ON "message" ("stop_secret");

CREATE INDEX "IX_move_agency_id_document_id" ON "move" ("agency_id", "document_id");

CREATE UNIQUE INDEX "IX_opt_out_channel_address" ON "opt_out" ("channel", "address") WHERE resumed_at IS NULL;

CREATE INDEX "IX_outbox_agency_id_instance_id" ON "outbox" ("agency_id", "instance_id");

CREATE UNIQUE INDEX "IX_outbox_agency_id_topic_key" ON "outbox" ("agency_id", "topic", "key");

CREATE INDEX "IX_outbox_next_attempt_at_id" ON "outbox" ("next_attempt_at", "id") WHERE status = 'Pending';

CREATE INDEX "IX_payment_notice_agency_id_dossier_code" ON "payment_notice" ("agency_id", "dossier_code");

CREATE INDEX "IX_payment_notice_agency_id_state_received_at" ON "payment_notice" ("agency_id", "state", "received_at");

CREATE INDEX "IX_person_role_agency_id_person_id" ON "person_role" ("agency_id", "person_id");

CREATE INDEX "IX_person_role_agency_id_role" ON "person_role" ("agency_id", "role");

CREATE INDEX "IX_personal_read_agency_id_dossier_id" ON "personal_read" ("agency_id", "dossier_id") WHERE dossier_id IS NOT NULL;

CREATE INDEX "IX_personal_read_agency_id_person_id" ON "personal_read" ("agency_id", "person_id");

CREATE INDEX "IX_portal_inbox_agency_id_state_received_at" ON "portal_inbox" ("agency_id", "state", "received_at");

CREATE INDEX "IX_portal_inbox_agency_id_subject_sequence" ON "portal_inbox" ("agency_id", "subject", "sequence");

CREATE INDEX "IX_post_order_agency_id_instance_id" ON "post_order" ("agency_id", "instance_id");

CREATE UNIQUE INDEX "IX_queue_device_secret_hash" ON "queue_device" ("secret_hash");

CREATE UNIQUE INDEX "IX_queue_field_agency_id_prefix" ON "queue_field" ("agency_id", "prefix");

CREATE INDEX "IX_reading_agency_id_instance_id" ON "reading" ("agency_id", "instance_id");

CREATE INDEX "IX_reading_agency_id_person_id" ON "reading" ("agency_id", "person_id") WHERE acknowledged_at IS NULL;

CREATE INDEX "IX_receipt_agency_id_instance_id" ON "receipt" ("agency_id", "instance_id");

CREATE INDEX "IX_receipt_agency_id_issued_at" ON "receipt" ("agency_id", "issued_at");

CREATE UNIQUE INDEX "IX_receipt_agency_id_reference" ON "receipt" ("agency_id", "reference") WHERE cancelled_at IS NULL;

CREATE INDEX "IX_receipt_book_agency_id_instance_id" ON "receipt_book" ("agency_id", "instance_id");

CREATE INDEX "IX_record_agency_id_instance_id_sequence" ON "record" ("agency_id", "instance_id", "sequence");

CREATE INDEX "IX_record_agency_id_issued_at" ON "record" ("agency_id", "issued_at") WHERE signed_by IS NOT NULL AND sha256 IS NULL;

CREATE INDEX "IX_record_sha256" ON "record" ("sha256");

CREATE INDEX "IX_refund_agency_id_instance_id" ON "refund" ("agency_id", "instance_id");

CREATE INDEX "IX_refund_agency_id_state" ON "refund" ("agency_id", "state");

CREATE INDEX "IX_register_entry_agency_id_register_recorded_at" ON "register_entry" ("agency_id", "register", "recorded_at");

CREATE INDEX "IX_seal_leaf_agency_id_kind_subject_sequence" ON "seal_leaf" ("agency_id", "kind", "subject", "sequence");

CREATE UNIQUE INDEX "IX_sealing_key_agency_id_predecessor_id" ON "sealing_key" ("agency_id", "predecessor_id");

CREATE INDEX "IX_signed_document_sha256" ON "signed_document" ("sha256");

CREATE INDEX "IX_signing_key_agency_id_person_id" ON "signing_key" ("agency_id", "person_id");

CREATE INDEX "IX_submission_draft_contact" ON "submission_draft" ("contact");

CREATE INDEX "IX_submission_draft_expires_at" ON "submission_draft" ("expires_at");

CREATE INDEX "IX_survey_agency_id_answered_at" ON "survey" ("agency_id", "answered_at");

CREATE INDEX "IX_task_agency_id_assignee_id_due_at_id" ON "task" ("agency_id", "assignee_id", "due_at", "id") WHERE status = 'Open' AND assignee_id IS NOT NULL;

CREATE INDEX "IX_task_agency_id_done_by_done_at_id" ON "task" ("agency_id", "done_by", "done_at", "id") WHERE status = 'Done';

CREATE INDEX "IX_task_agency_id_instance_id" ON "task" ("agency_id", "instance_id");

CREATE INDEX "IX_task_agency_id_role_due_at_id" ON "task" ("agency_id", "role", "due_at", "id") WHERE status = 'Open';

CREATE INDEX "IX_ticket_agency_id_instance_id_status" ON "ticket" ("agency_id", "instance_id", "status");

CREATE UNIQUE INDEX "IX_ticket_agency_id_taken_on_number" ON "ticket" ("agency_id", "taken_on", "number");

CREATE UNIQUE INDEX "IX_ticket_secret" ON "ticket" ("secret");

CREATE INDEX "IX_ticket_dossier_agency_id_dossier_id" ON "ticket_dossier" ("agency_id", "dossier_id");

CREATE INDEX "IX_transfer_line_agency_id_dossier_id" ON "transfer_line" ("agency_id", "dossier_id");

CREATE INDEX "IX_upload_agency_id_owner_id" ON "upload" ("agency_id", "owner_id");

CREATE INDEX "IX_upload_begun_at" ON "upload" ("begun_at");

CREATE INDEX "IX_upload_sha256" ON "upload" ("sha256");

CREATE TRIGGER cash_day_is_not_updated BEFORE UPDATE ON cash_day
BEGIN
    SELECT RAISE(ABORT, 'The table cash_day is append-only: UPDATE is refused');
END;

CREATE TRIGGER cash_day_is_not_deleted BEFORE DELETE ON cash_day
BEGIN
    SELECT RAISE(ABORT, 'The table cash_day is append-only: DELETE is refused');
END;

CREATE TRIGGER draft_revision_is_not_updated BEFORE UPDATE ON draft_revision
BEGIN
    SELECT RAISE(ABORT, 'The table draft_revision is append-only: UPDATE is refused');
END;

CREATE TRIGGER draft_revision_is_not_deleted BEFORE DELETE ON draft_revision
BEGIN
    SELECT RAISE(ABORT, 'The table draft_revision is append-only: DELETE is refused');
END;

CREATE TRIGGER personal_read_is_not_updated BEFORE UPDATE ON personal_read
BEGIN
    SELECT RAISE(ABORT, 'The table personal_read is append-only: UPDATE is refused');
END;

CREATE TRIGGER personal_read_is_not_deleted BEFORE DELETE ON personal_read
BEGIN
    SELECT RAISE(ABORT, 'The table personal_read is append-only: DELETE is refused');
END;

CREATE TRIGGER published_procedure_is_not_updated BEFORE UPDATE ON published_procedure
BEGIN
    SELECT RAISE(ABORT, 'The table published_procedure is append-only: UPDATE is refused');
END;

CREATE TRIGGER published_procedure_is_not_deleted BEFORE DELETE ON published_procedure
BEGIN
    SELECT RAISE(ABORT, 'The table published_procedure is append-only: DELETE is refused');
END;

CREATE TRIGGER repealed_procedure_is_not_updated BEFORE UPDATE ON repealed_procedure
BEGIN
    SELECT RAISE(ABORT, 'The table repealed_procedure is append-only: UPDATE is refused');
END;

CREATE TRIGGER repealed_procedure_is_not_deleted BEFORE DELETE ON repealed_procedure
BEGIN
    SELECT RAISE(ABORT, 'The table repealed_procedure is append-only: DELETE is refused');
END;

CREATE TRIGGER seal_leaf_is_not_updated BEFORE UPDATE ON seal_leaf
BEGIN
    SELECT RAISE(ABORT, 'The table seal_leaf is append-only: UPDATE is refused');
END;

CREATE TRIGGER seal_leaf_is_not_deleted BEFORE DELETE ON seal_leaf
BEGIN
    SELECT RAISE(ABORT, 'The table seal_leaf is append-only: DELETE is refused');
END;

CREATE TRIGGER seal_is_not_updated BEFORE UPDATE ON seal
BEGIN
    SELECT RAISE(ABORT, 'The table seal is append-only: UPDATE is refused');
END;

CREATE TRIGGER seal_is_not_deleted BEFORE DELETE ON seal
BEGIN
    SELECT RAISE(ABORT, 'The table seal is append-only: DELETE is refused');
END;

CREATE TRIGGER sealing_key_revocation_is_not_updated BEFORE UPDATE ON sealing_key_revocation
BEGIN
    SELECT RAISE(ABORT, 'The table sealing_key_revocation is append-only: UPDATE is refused');
END;

CREATE TRIGGER sealing_key_revocation_is_not_deleted BEFORE DELETE ON sealing_key_revocation
BEGIN
    SELECT RAISE(ABORT, 'The table sealing_key_revocation is append-only: DELETE is refused');
END;

CREATE TRIGGER sealing_key_is_not_updated BEFORE UPDATE ON sealing_key
BEGIN
    SELECT RAISE(ABORT, 'The table sealing_key is append-only: UPDATE is refused');
END;

CREATE TRIGGER sealing_key_is_not_deleted BEFORE DELETE ON sealing_key
BEGIN
    SELECT RAISE(ABORT, 'The table sealing_key is append-only: DELETE is refused');
END;

CREATE TRIGGER history_is_not_updated BEFORE UPDATE ON history WHEN (NOT (OLD.data_nonce IS NOT NULL AND NEW.data_nonce IS NULL AND NEW.data = '{}' AND OLD.type <> 'HistoryErased' AND NEW.agency_id IS NOT DISTINCT FROM OLD.agency_id AND NEW.instance_id IS NOT DISTINCT FROM OLD.instance_id AND NEW.sequence IS NOT DISTINCT FROM OLD.sequence AND NEW.actor_id IS NOT DISTINCT FROM OLD.actor_id AND NEW.at IS NOT DISTINCT FROM OLD.at AND NEW.command_id IS NOT DISTINCT FROM OLD.command_id AND NEW.data_digest IS NOT DISTINCT FROM OLD.data_digest AND NEW.hash IS NOT DISTINCT FROM OLD.hash AND NEW.previous_hash IS NOT DISTINCT FROM OLD.previous_hash AND NEW.type IS NOT DISTINCT FROM OLD.type))
BEGIN
    SELECT RAISE(ABORT, 'The table history is append-only: UPDATE is refused');
END;

CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
BEGIN
    SELECT RAISE(ABORT, 'The table history is append-only: DELETE is refused');
END;
