-- The law as dated data: editions of law book and policy, what agreements rely on, evidence kept once, and checks of what is in force.

-- A law book or a policy, released by somebody who did not write in it. Edition 1 of each comes with the portal.
CREATE TABLE editions (
    id               uuid          NOT NULL CONSTRAINT pk_editions PRIMARY KEY,
    kind             varchar(40)   NOT NULL CONSTRAINT ck_editions_kind CHECK (kind IN ('LawBook', 'Policy')),
    number           integer       NOT NULL CONSTRAINT ck_editions_number CHECK (number >= 2),
    status           varchar(40)   NOT NULL CONSTRAINT ck_editions_status CHECK (status IN ('Draft', 'PutForward', 'Released', 'Withdrawn')),
    bytes            bytea         NOT NULL,
    hash             varchar(64)   NOT NULL,
    change_note      varchar(2000) NOT NULL,
    started_at       timestamptz   NOT NULL,
    returned_because varchar(1000),
    released_by      uuid          CONSTRAINT fk_editions_people_released_by REFERENCES people (id),
    released_at      timestamptz,
    CONSTRAINT ck_editions_hash CHECK (hash = encode(sha256(bytes), 'hex')),
    CONSTRAINT ck_editions_released CHECK ((status = 'Released') = (released_by IS NOT NULL) AND (released_by IS NULL) = (released_at IS NULL)),
    CONSTRAINT ck_editions_note CHECK (status NOT IN ('PutForward', 'Released') OR change_note <> '')
);

CREATE UNIQUE INDEX ix_editions_kind_number ON editions (kind, number) WHERE status <> 'Withdrawn'; -- a number means one edition
CREATE UNIQUE INDEX ix_editions_one_open ON editions (kind) WHERE status IN ('Draft', 'PutForward'); -- two would each leave out what the other says
GRANT SELECT, INSERT, UPDATE (status, bytes, hash, change_note, returned_because, released_by, released_at) ON editions TO datasharing_app;

CREATE TABLE edition_editors (
    edition_id uuid        NOT NULL CONSTRAINT fk_edition_editors_editions_edition_id REFERENCES editions (id),
    person_id  uuid        NOT NULL CONSTRAINT fk_edition_editors_people_person_id REFERENCES people (id),
    at         timestamptz NOT NULL,
    CONSTRAINT pk_edition_editors PRIMARY KEY (edition_id, person_id)
);

GRANT SELECT, INSERT ON edition_editors TO datasharing_app;

-- Nobody releases what they wrote in, and nobody changes what was released.
CREATE FUNCTION check_edition() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.status IN ('Released', 'Withdrawn') THEN
        RAISE EXCEPTION 'A released edition is never changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'editions_final';
    END IF;
    IF NEW.status = 'Released' AND (OLD.status <> 'PutForward' OR OLD.hash <> NEW.hash) THEN
        RAISE EXCEPTION 'Only what was put forward is released' USING ERRCODE = 'check_violation', CONSTRAINT = 'editions_put_forward';
    END IF;
    IF NEW.status = 'Released' AND EXISTS (SELECT FROM edition_editors WHERE edition_id = NEW.id AND person_id = NEW.released_by) THEN
        RAISE EXCEPTION 'Whoever wrote in it does not release it' USING ERRCODE = 'check_violation', CONSTRAINT = 'editions_two_people';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER editions_checked BEFORE UPDATE ON editions FOR EACH ROW EXECUTE FUNCTION check_edition();

-- What agreements are judged by at this moment.
CREATE FUNCTION edition_in_force(of_kind text) RETURNS integer LANGUAGE sql STABLE SET search_path = public, pg_temp
    AS $$ SELECT coalesce(max(number), 1) FROM editions WHERE kind = of_kind AND status = 'Released' $$;

REVOKE ALL ON FUNCTION edition_in_force(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION edition_in_force(text) TO datasharing_app;

-- What a version relies on and shares, read off its content.
ALTER TABLE agreement_versions
    ADD relies_on     text[] NOT NULL DEFAULT '{}',
    ADD shares        text[] NOT NULL DEFAULT '{}',
    ADD policy_number integer;

UPDATE agreement_versions v SET
    relies_on = coalesce((
        SELECT array_agg(DISTINCT code[1] ORDER BY code[1])
        FROM regexp_matches(convert_from(v.canonical_content, 'UTF8'), '"((?:A6|RLI|PL|A9|S1|A10|P3|S8|CLDC|GW|TR)-[A-Z0-9-]+)"', 'g') AS code), '{}'),
    policy_number = CASE WHEN frozen_at IS NULL THEN NULL ELSE 1 END;

ALTER TABLE agreement_versions ALTER relies_on DROP DEFAULT, ALTER shares DROP DEFAULT;
CREATE INDEX ix_agreement_versions_relies_on ON agreement_versions USING gin (relies_on); -- which agreements rest on a provision
CREATE INDEX ix_agreement_versions_shares ON agreement_versions USING gin (shares) WHERE status = 'Active'; -- is there a similar agreement?
CREATE INDEX ix_agreement_versions_in_force ON agreement_versions (id) WHERE status IN ('Active', 'Suspended'); -- the batches of a recheck
GRANT UPDATE (relies_on, shares, policy_number) ON agreement_versions TO datasharing_app;

CREATE OR REPLACE FUNCTION refuse_change_of_frozen_version() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.frozen_at IS NOT NULL
        AND (NEW.id, NEW.agreement_id, NEW.ordinal, NEW.label, NEW.revision, NEW.canonical_content, NEW.content_hash, NEW.title, NEW.party_names,
             NEW.starts_on, NEW.ends_on, NEW.search_text, NEW.frozen_at, NEW.law_book_number, NEW.risk_tier, NEW.risk_reasons,
             NEW.relies_on, NEW.shares, NEW.policy_number)
        IS DISTINCT FROM
            (OLD.id, OLD.agreement_id, OLD.ordinal, OLD.label, OLD.revision, OLD.canonical_content, OLD.content_hash, OLD.title, OLD.party_names,
             OLD.starts_on, OLD.ends_on, OLD.search_text, OLD.frozen_at, OLD.law_book_number, OLD.risk_tier, OLD.risk_reasons,
             OLD.relies_on, OLD.shares, OLD.policy_number)
    THEN
        RAISE EXCEPTION 'A submitted version is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_versions_frozen';
    END IF;
    RETURN NEW;
END $$;

-- Evidence that an organisation keeps once for all its agreements: what were its security assurances, and more.
ALTER TABLE organisation_assurances RENAME TO organisation_evidence;
ALTER TABLE organisation_evidence RENAME CONSTRAINT pk_organisation_assurances TO pk_organisation_evidence;
ALTER TABLE organisation_evidence RENAME CONSTRAINT fk_organisation_assurances_organisations_organisation_id TO fk_organisation_evidence_organisations_organisation_id;
ALTER INDEX ix_organisation_assurances_organisation_id RENAME TO ix_organisation_evidence_organisation_id;
ALTER TABLE organisation_evidence RENAME type TO assurance;
ALTER TABLE organisation_evidence
    ADD kind varchar(40) NOT NULL DEFAULT 'SecurityAssurance' CONSTRAINT ck_organisation_evidence_kind CHECK (
        kind IN ('SecurityAssurance', 'PolicyDocument', 'Section251Support', 'Accreditation', 'PrivacyNotice')),
    ADD covers             text[] NOT NULL DEFAULT '{}',
    ADD earlier_references text[] NOT NULL DEFAULT '{}',
    ADD last_reviewed      date,
    ALTER assurance DROP NOT NULL,
    ALTER valid_to DROP NOT NULL,
    ALTER reference TYPE varchar(300),
    ADD CONSTRAINT ck_organisation_evidence_scheme CHECK ((kind = 'SecurityAssurance') = (assurance IS NOT NULL)),
    ADD CONSTRAINT ck_organisation_evidence_date CHECK (CASE kind WHEN 'PrivacyNotice' THEN last_reviewed IS NOT NULL AND valid_to IS NULL ELSE valid_to IS NOT NULL AND last_reviewed IS NULL END);
ALTER TABLE organisation_evidence ALTER kind DROP DEFAULT, ALTER covers DROP DEFAULT, ALTER earlier_references DROP DEFAULT;
GRANT UPDATE (level, reference, valid_to, covers, earlier_references, last_reviewed) ON organisation_evidence TO datasharing_app;

-- Rounds of checking what is in force again.
CREATE TABLE rechecks (
    id              uuid        NOT NULL CONSTRAINT pk_rechecks PRIMARY KEY,
    reason          varchar(40) NOT NULL CONSTRAINT ck_rechecks_reason CHECK (reason IN ('Night', 'LawBook', 'Policy', 'Evidence', 'Asked')),
    day             date        NOT NULL,
    organisation_id uuid        CONSTRAINT fk_rechecks_organisations_organisation_id REFERENCES organisations (id),
    started_at      timestamptz NOT NULL,
    after           uuid,
    total           integer,
    done            integer     NOT NULL,
    found           integer     NOT NULL,
    cleared         integer     NOT NULL,
    law_book_number integer,
    policy_number   integer,
    last_batch_at   timestamptz,
    finished_at     timestamptz,
    stopped_at      timestamptz,
    stopped_by      uuid        CONSTRAINT fk_rechecks_people_stopped_by REFERENCES people (id)
);

CREATE UNIQUE INDEX ix_rechecks_one_a_night ON rechecks (day) WHERE reason = 'Night'; -- every instance asks, one begins
CREATE INDEX ix_rechecks_unfinished ON rechecks (started_at) WHERE finished_at IS NULL; -- the worker
GRANT SELECT, INSERT, UPDATE (after, total, done, found, cleared, law_book_number, policy_number, last_batch_at, finished_at, stopped_at, stopped_by) ON rechecks TO datasharing_app;

CREATE TABLE live_findings (
    id              uuid        NOT NULL CONSTRAINT pk_live_findings PRIMARY KEY,
    version_id      uuid        NOT NULL CONSTRAINT fk_live_findings_agreement_versions_version_id REFERENCES agreement_versions (id),
    rule_id         varchar(20) NOT NULL,
    severity        varchar(40) NOT NULL CONSTRAINT ck_live_findings_severity CHECK (severity IN ('Error', 'Warning')),
    source          varchar(40) NOT NULL CONSTRAINT ck_live_findings_source CHECK (source IN ('Law', 'Code', 'Policy')),
    path            text        NOT NULL,
    message         text        NOT NULL,
    law             text[]      NOT NULL,
    law_book_number integer     NOT NULL,
    policy_number   integer     NOT NULL,
    cause           varchar(40) NOT NULL CONSTRAINT ck_live_findings_cause CHECK (cause IN ('Law', 'Policy', 'Evidence', 'Day')),
    owner_id        uuid        NOT NULL CONSTRAINT fk_live_findings_organisations_owner_id REFERENCES organisations (id),
    found_at        timestamptz NOT NULL,
    cleared_at      timestamptz,
    answer          varchar(2000),
    answered_by     uuid        CONSTRAINT fk_live_findings_people_answered_by REFERENCES people (id),
    answered_at     timestamptz,
    CONSTRAINT ck_live_findings_answered CHECK ((answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL))
);

CREATE INDEX ix_live_findings_version_id ON live_findings (version_id); -- the agreement's page, the next check
CREATE INDEX ix_live_findings_tasks ON live_findings (owner_id) WHERE cleared_at IS NULL AND answer IS NULL; -- my work
CREATE INDEX ix_live_findings_rule_id ON live_findings (rule_id) WHERE cleared_at IS NULL; -- how often a rule fires
CREATE INDEX ix_submission_findings_rule_id ON submission_findings (rule_id); -- how often a rule fired
GRANT SELECT, INSERT, UPDATE (cleared_at, answer, answered_by, answered_at) ON live_findings TO datasharing_app;
