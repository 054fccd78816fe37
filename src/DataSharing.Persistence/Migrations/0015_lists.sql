-- What lists show, as rows of their own: written in the transaction of the change by what the domain says of the agreement, and built anew by
-- "DataSharing.Web rebuild-lists". They are no facts, so nothing refers to them and they refer to nothing.

-- One row for each agreement and viewpoint: the version that is shown from there, and the one in force if that is another.
CREATE TABLE agreement_sights (
    agreement_id    uuid        NOT NULL,
    viewer          varchar(40) NOT NULL,
    organisation_id uuid        NOT NULL,
    version_id      uuid        NOT NULL,
    rank            integer     NOT NULL,
    status          varchar(40) NOT NULL,
    in_force_id     uuid,
    in_force_status varchar(40),
    due             date        NOT NULL, -- infinity where there is no next day
    reference       varchar(20) NOT NULL,
    changed_at      timestamptz NOT NULL,
    CONSTRAINT pk_agreement_sights PRIMARY KEY (agreement_id, viewer, organisation_id)
);
CREATE INDEX ix_agreement_sights_due ON agreement_sights (organisation_id, viewer, due, reference); -- the list
CREATE INDEX ix_agreement_sights_status ON agreement_sights (organisation_id, viewer, status, due, reference); -- the list of one state
CREATE INDEX ix_agreement_sights_in_force ON agreement_sights (organisation_id, viewer, in_force_status, due, reference) WHERE in_force_status IS NOT NULL;
CREATE INDEX ix_agreement_sights_changed_at ON agreement_sights (organisation_id, viewer, changed_at); -- what is new
GRANT SELECT, INSERT, UPDATE, DELETE ON agreement_sights TO datasharing_app;

-- One row for each thing that waits at a desk, whoever may do it.
CREATE TABLE tasks (
    version_id      uuid        NOT NULL,
    organisation_id uuid        NOT NULL,
    desk            varchar(40) NOT NULL,
    number          integer     NOT NULL,
    agreement_id    uuid        NOT NULL,
    since           timestamptz NOT NULL,
    kind            varchar(40),
    mode            varchar(40),
    mandatory       boolean     NOT NULL,
    due_on          date,
    CONSTRAINT pk_tasks PRIMARY KEY (version_id, organisation_id, desk, number)
);
CREATE INDEX ix_tasks_since ON tasks (organisation_id, desk, since, version_id, number); -- my work
GRANT SELECT, INSERT, UPDATE, DELETE ON tasks TO datasharing_app;

-- Who may not decide on a version, because of what they have done about it.
CREATE TABLE version_people (
    version_id        uuid    NOT NULL,
    person_id         uuid    NOT NULL,
    drafted           boolean NOT NULL,
    decided           boolean NOT NULL,
    decided_mandatory boolean NOT NULL,
    CONSTRAINT pk_version_people PRIMARY KEY (version_id, person_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON version_people TO datasharing_app;

-- The words of a version. The organisations that have to do with it are words too, so that a search begins with both.
CREATE TABLE version_words (
    version_id    uuid   NOT NULL CONSTRAINT pk_version_words PRIMARY KEY,
    agreement_id  uuid   NOT NULL,
    search_text   text   NOT NULL,
    organisations text[] NOT NULL,
    words         tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('english', search_text) || array_to_tsvector(organisations)) STORED
);
CREATE INDEX ix_version_words_words ON version_words USING gin (words) WITH (fastupdate = off);
GRANT SELECT, INSERT, UPDATE, DELETE ON version_words TO datasharing_app;

INSERT INTO version_words (version_id, agreement_id, search_text, organisations)
SELECT v.id, v.agreement_id, v.search_text, ARRAY(
    SELECT 'org' || replace(x.organisation_id::text, '-', '') FROM agreement_access x WHERE x.version_id = v.id
    UNION SELECT 'org' || replace(s.organisation_id::text, '-', '') FROM stages s WHERE s.version_id = v.id)
FROM agreement_versions v;

-- Versions that say some words and have to do with one of some organisations, no more than asked for. Planned for the very words each time, and
-- never by reading all rows: a plan for any words is right for none.
CREATE FUNCTION versions_mentioning(sought text, organisations text[], at_most integer) RETURNS TABLE (version_id uuid, agreement_id uuid)
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF numnode(websearch_to_tsquery('english', sought)) > 0 AND cardinality(organisations) > 0 THEN
        RETURN QUERY EXECUTE 'SELECT w.version_id, w.agreement_id FROM version_words w WHERE w.words @@ (websearch_to_tsquery(''english'', $1) && $2) LIMIT $3'
            USING sought, array_to_string(organisations, ' | ')::tsquery, at_most;
    END IF;
END $$;
REVOKE ALL ON FUNCTION versions_mentioning(text, text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION versions_mentioning(text, text[], integer) TO datasharing_app;

-- As in 0011, without the words.
CREATE OR REPLACE FUNCTION refuse_change_of_frozen_version() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.frozen_at IS NOT NULL
        AND (NEW.id, NEW.agreement_id, NEW.ordinal, NEW.label, NEW.revision, NEW.content_hash, NEW.title, NEW.party_names,
             NEW.starts_on, NEW.ends_on, NEW.frozen_at, NEW.law_book_number, NEW.risk_tier, NEW.risk_reasons,
             NEW.relies_on, NEW.shares, NEW.policy_number)
        IS DISTINCT FROM
            (OLD.id, OLD.agreement_id, OLD.ordinal, OLD.label, OLD.revision, OLD.content_hash, OLD.title, OLD.party_names,
             OLD.starts_on, OLD.ends_on, OLD.frozen_at, OLD.law_book_number, OLD.risk_tier, OLD.risk_reasons,
             OLD.relies_on, OLD.shares, OLD.policy_number)
    THEN
        RAISE EXCEPTION 'A submitted version is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_versions_frozen';
    END IF;
    RETURN NEW;
END $$;
ALTER TABLE agreement_versions DROP COLUMN search, DROP COLUMN search_text;

-- When the portal looks next whether a signing has to end: -infinity means at once.
ALTER TABLE agreement_versions ADD signing_due_at timestamptz NOT NULL DEFAULT '-infinity';
GRANT UPDATE (signing_due_at) ON agreement_versions TO datasharing_app;
DROP INDEX ix_agreement_versions_signing;
CREATE INDEX ix_agreement_versions_signing ON agreement_versions (signing_due_at) WHERE status = 'AwaitingSignatures';

-- The newest findings of an organisation, a page at a time.
DROP INDEX ix_live_findings_tasks;
CREATE INDEX ix_live_findings_tasks ON live_findings (owner_id, id) WHERE cleared_at IS NULL;
