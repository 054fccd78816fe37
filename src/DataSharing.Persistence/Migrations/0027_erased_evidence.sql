-- A file that was put beside an agreement by mistake can be erased: its bytes go, and what is said of it stays, with who did it and why.

ALTER TABLE evidence
    ADD COLUMN erasure_asked_at timestamptz,
    ADD COLUMN erasure_asked_by uuid CONSTRAINT fk_evidence_people_erasure_asked_by REFERENCES people (id),
    ADD COLUMN erasure_because  varchar(500),
    ADD COLUMN erased_at        timestamptz,
    ADD COLUMN erased_by        uuid CONSTRAINT fk_evidence_people_erased_by REFERENCES people (id),
    ADD CONSTRAINT ck_evidence_erasure CHECK (num_nonnulls(erasure_asked_at, erasure_asked_by, erasure_because) IN (0, 3)
        AND num_nonnulls(erased_at, erased_by) IN (0, 2) AND (erased_at IS NULL OR (erasure_asked_at IS NOT NULL AND file_name IS NOT NULL))),
    ADD CONSTRAINT ck_evidence_not_by_uploader CHECK (erasure_asked_by <> added_by AND erased_by <> added_by);

GRANT UPDATE (erasure_asked_at, erasure_asked_by, erasure_because, erased_at, erased_by) ON evidence TO datasharing_app;
GRANT DELETE ON evidence_files TO datasharing_app;

-- What was removed stays as it was, but for its file; what was erased stays erased.
CREATE OR REPLACE FUNCTION refuse_change_of_removed_evidence() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    erasure CONSTANT text[] := ARRAY['erasure_asked_at', 'erasure_asked_by', 'erasure_because', 'erased_at', 'erased_by'];
BEGIN
    IF OLD.removed_at IS NOT NULL AND to_jsonb(OLD) - erasure <> to_jsonb(NEW) - erasure THEN
        RAISE EXCEPTION 'Removed evidence stays as it was' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_removed_stays';
    END IF;
    IF OLD.erased_at IS NOT NULL AND (OLD.erased_at, OLD.erased_by, OLD.erasure_asked_at, OLD.erasure_asked_by, OLD.erasure_because)
        IS DISTINCT FROM (NEW.erased_at, NEW.erased_by, NEW.erasure_asked_at, NEW.erasure_asked_by, NEW.erasure_because) THEN
        RAISE EXCEPTION 'Erased evidence stays erased' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_erased_stays';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER evidence_removed_stays ON evidence;
CREATE TRIGGER evidence_removed_stays BEFORE UPDATE ON evidence
    FOR EACH ROW WHEN (OLD.removed_at IS NOT NULL OR OLD.erased_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_removed_evidence();

-- A file is there until its evidence is erased, and then it is gone. Asked at the end of the transaction, which does both.
DROP TRIGGER evidence_files_append_only ON evidence_files;
CREATE TRIGGER evidence_files_append_only BEFORE UPDATE OR TRUNCATE ON evidence_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION check_erased_evidence() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    id_of_evidence CONSTANT uuid := CASE WHEN TG_TABLE_NAME = 'evidence' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(OLD) ->> 'evidence_id')::uuid END;
BEGIN
    IF (SELECT erased_at IS NOT NULL FROM evidence WHERE id = id_of_evidence) = EXISTS (SELECT FROM evidence_files WHERE evidence_id = id_of_evidence) THEN
        RAISE EXCEPTION 'A file goes when its evidence is erased, and not before' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_erased';
    END IF;
    RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION check_erased_evidence() FROM PUBLIC;

CREATE CONSTRAINT TRIGGER evidence_files_only_erased AFTER DELETE ON evidence_files
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_erased_evidence();
CREATE CONSTRAINT TRIGGER evidence_erased_without_file AFTER UPDATE OF erased_at ON evidence
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.erased_at IS NOT NULL) EXECUTE FUNCTION check_erased_evidence();
