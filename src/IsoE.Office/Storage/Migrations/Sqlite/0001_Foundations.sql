-- Made from the model by SchemaScript. Until the first release this file is made again whenever rows change:
-- the test Migrated_schema_is_that_of_the_model writes the new file and says where to copy it.

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

CREATE TABLE "counter" (
    "agency_id" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    CONSTRAINT "PK_counter" PRIMARY KEY ("agency_id", "series")
);

CREATE TABLE "history" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "command_id" TEXT NULL,
    "previous_hash" BLOB NOT NULL,
    "hash" BLOB NOT NULL,
    CONSTRAINT "PK_history" PRIMARY KEY ("agency_id", "instance_id", "sequence")
);

CREATE TABLE "instance" (
    "agency_id" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "definition_id" TEXT NULL,
    "definition_version" INTEGER NULL,
    "correlation_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "sub_status" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "head_hash" BLOB NOT NULL,
    "state" TEXT NULL,
    "parent_agency_id" TEXT NULL,
    "parent_instance_id" TEXT NULL,
    "parent_bookmark_id" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "finished_at" TEXT NULL,
    CONSTRAINT "PK_instance" PRIMARY KEY ("agency_id", "instance_id")
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
    CONSTRAINT "PK_outbox" PRIMARY KEY ("agency_id", "id")
);

CREATE INDEX "IX_attachment_agency_id_instance_id" ON "attachment" ("agency_id", "instance_id");

CREATE INDEX "IX_attachment_sha256" ON "attachment" ("sha256");

CREATE UNIQUE INDEX "IX_history_agency_id_instance_id_command_id" ON "history" ("agency_id", "instance_id", "command_id") WHERE command_id IS NOT NULL;

CREATE INDEX "IX_instance_agency_id_correlation_id" ON "instance" ("agency_id", "correlation_id");

CREATE INDEX "IX_instance_parent_agency_id_parent_instance_id" ON "instance" ("parent_agency_id", "parent_instance_id");

CREATE UNIQUE INDEX "IX_outbox_agency_id_topic_key" ON "outbox" ("agency_id", "topic", "key");

CREATE INDEX "IX_outbox_next_attempt_at_id" ON "outbox" ("next_attempt_at", "id") WHERE status = 'Pending';

CREATE TRIGGER history_is_not_updated BEFORE UPDATE ON history
BEGIN
    SELECT RAISE(ABORT, 'The table history is append-only: UPDATE is refused');
END;

CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
BEGIN
    SELECT RAISE(ABORT, 'The table history is append-only: DELETE is refused');
END;
