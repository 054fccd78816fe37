-- Evidence beside an agreement, and how far each person has read what happened.

CREATE TABLE evidence (
    id              uuid          NOT NULL CONSTRAINT pk_evidence PRIMARY KEY,
    agreement_id    uuid          NOT NULL CONSTRAINT fk_evidence_agreements_agreement_id REFERENCES agreements (id),
    kind            varchar(40)   NOT NULL CONSTRAINT ck_evidence_kind CHECK (kind IN (
        'DPIA', 'APD', 'LIA', 'TRA', 'LegalAdvice', 'CAG', 'REC', 'Accreditation', 'Certificate', 'Contract', 'Request')),
    title           varchar(200)  NOT NULL,
    link            varchar(2000) CONSTRAINT ck_evidence_link CHECK (link LIKE 'https://%'),
    reference       varchar(500),
    hash            varchar(64)   CONSTRAINT ck_evidence_hash CHECK (hash ~ '^[0-9a-f]{64}$'),
    valid_from      date,
    valid_to        date,
    visibility      varchar(40)   NOT NULL CONSTRAINT ck_evidence_visibility CHECK (visibility IN ('AllParties', 'OwnOrganisation')),
    place           varchar(200),
    file_name       varchar(120),
    file_type       varchar(40)   CONSTRAINT ck_evidence_file_type CHECK (file_type IN ('Pdf', 'Docx', 'Xlsx', 'Odt', 'Png', 'Jpeg', 'Txt', 'Csv')),
    file_size       integer,
    organisation_id uuid          NOT NULL CONSTRAINT fk_evidence_organisations_organisation_id REFERENCES organisations (id),
    added_by        uuid          NOT NULL CONSTRAINT fk_evidence_people_added_by REFERENCES people (id),
    added_at        timestamptz   NOT NULL,
    removed_at      timestamptz,
    removed_by      uuid          CONSTRAINT fk_evidence_people_removed_by REFERENCES people (id),
    removed_because varchar(500),
    replaced_by     uuid          CONSTRAINT fk_evidence_evidence_replaced_by REFERENCES evidence (id),
    CONSTRAINT ck_evidence_somewhere CHECK (num_nonnulls(link, reference, file_name) > 0),
    CONSTRAINT ck_evidence_validity CHECK (valid_from <= valid_to),
    CONSTRAINT ck_evidence_file CHECK (num_nonnulls(file_name, file_type, file_size) IN (0, 3) AND (file_name IS NULL OR hash IS NOT NULL)),
    CONSTRAINT ck_evidence_removed CHECK (num_nonnulls(removed_at, removed_by, removed_because) IN (0, 3) AND (replaced_by IS NULL OR removed_at IS NOT NULL))
);

CREATE INDEX ix_evidence_agreement_id ON evidence (agreement_id, added_at); -- the evidence of an agreement, in the order in which it came
GRANT SELECT, INSERT ON evidence TO datasharing_app;
GRANT UPDATE (title, valid_from, valid_to, removed_at, removed_by, removed_because, replaced_by) ON evidence TO datasharing_app;

-- Nothing of it is lost, and what was removed stays as it was.
CREATE FUNCTION refuse_change_of_removed_evidence() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'Removed evidence stays as it was' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_removed_stays';
END $$;

CREATE TRIGGER evidence_removed_stays BEFORE UPDATE ON evidence
    FOR EACH ROW WHEN (OLD.removed_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_removed_evidence();
CREATE TRIGGER evidence_append_only BEFORE DELETE OR TRUNCATE ON evidence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The bytes, apart, so that no list reads them. Most are compressed already, so PostgreSQL need not try.
CREATE TABLE evidence_files (
    evidence_id uuid        NOT NULL CONSTRAINT pk_evidence_files PRIMARY KEY CONSTRAINT fk_evidence_files_evidence_evidence_id REFERENCES evidence (id),
    hash        varchar(64) NOT NULL,
    bytes       bytea       NOT NULL CONSTRAINT ck_evidence_files_size CHECK (octet_length(bytes) BETWEEN 1 AND 5242880),
    CONSTRAINT ck_evidence_files_hash CHECK (hash = encode(sha256(bytes), 'hex'))
);

ALTER TABLE evidence_files ALTER COLUMN bytes SET STORAGE EXTERNAL;
GRANT SELECT, INSERT ON evidence_files TO datasharing_app;
CREATE TRIGGER evidence_files_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- How far each person has read the notices. The notices themselves (Notices.Since) go from an organisation to its versions by
-- ix_agreement_access_organisation_id and ix_stages_organisation_id, and on to the events by ix_audit_events_subject_id or, where an organisation has a
-- large part of all agreements, backwards by pk_audit_events: with a million events every page took less than 80 ms, and further indices
-- (on changed_at, on at, on subject_id with at) changed nothing.
CREATE TABLE reading_marks (
    person_id  uuid        NOT NULL CONSTRAINT pk_reading_marks PRIMARY KEY CONSTRAINT fk_reading_marks_people_person_id REFERENCES people (id),
    read_until timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON reading_marks TO datasharing_app;
