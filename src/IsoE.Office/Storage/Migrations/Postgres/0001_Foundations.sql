-- Made from the model by SchemaScript. Until the first release this file is made again whenever rows change:
-- the test Migrated_schema_is_that_of_the_model writes the new file and says where to copy it.

CREATE TABLE attachment (
    agency_id text NOT NULL,
    id text NOT NULL,
    instance_id text NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    content_type text NOT NULL,
    size bigint NOT NULL,
    component text,
    added_at timestamp with time zone NOT NULL,
    added_by text NOT NULL,
    CONSTRAINT "PK_attachment" PRIMARY KEY (agency_id, id)
);

CREATE TABLE counter (
    agency_id text NOT NULL,
    series text NOT NULL,
    value bigint NOT NULL,
    CONSTRAINT "PK_counter" PRIMARY KEY (agency_id, series)
);

CREATE TABLE history (
    agency_id text NOT NULL,
    instance_id text NOT NULL,
    sequence bigint NOT NULL,
    type text NOT NULL,
    data text NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id text NOT NULL,
    command_id text,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT "PK_history" PRIMARY KEY (agency_id, instance_id, sequence)
);

CREATE TABLE instance (
    agency_id text NOT NULL,
    instance_id text NOT NULL,
    definition_id text,
    definition_version integer,
    correlation_id text NOT NULL,
    status text NOT NULL,
    sub_status text NOT NULL,
    sequence bigint NOT NULL,
    head_hash bytea NOT NULL,
    state text,
    parent_agency_id text,
    parent_instance_id text,
    parent_bookmark_id text,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT "PK_instance" PRIMARY KEY (agency_id, instance_id)
);

CREATE TABLE outbox (
    agency_id text NOT NULL,
    id text NOT NULL,
    instance_id text NOT NULL,
    topic text NOT NULL,
    key text NOT NULL,
    payload text NOT NULL,
    status text NOT NULL,
    attempts integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_attempt_at timestamp with time zone NOT NULL,
    delivered_at timestamp with time zone,
    last_error text,
    CONSTRAINT "PK_outbox" PRIMARY KEY (agency_id, id)
);

CREATE INDEX "IX_attachment_agency_id_instance_id" ON attachment (agency_id, instance_id);

CREATE INDEX "IX_attachment_sha256" ON attachment (sha256);

CREATE UNIQUE INDEX "IX_history_agency_id_instance_id_command_id" ON history (agency_id, instance_id, command_id) WHERE command_id IS NOT NULL;

CREATE INDEX "IX_instance_agency_id_correlation_id" ON instance (agency_id, correlation_id);

CREATE INDEX "IX_instance_parent_agency_id_parent_instance_id" ON instance (parent_agency_id, parent_instance_id);

CREATE UNIQUE INDEX "IX_outbox_agency_id_topic_key" ON outbox (agency_id, topic, key);

CREATE INDEX "IX_outbox_next_attempt_at_id" ON outbox (next_attempt_at, id) WHERE status = 'Pending';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The table % is append-only: % is refused', TG_TABLE_NAME, TG_OP;
END
$$;

CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE ON history
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER history_is_never_emptied BEFORE TRUNCATE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
