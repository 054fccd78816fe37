-- Agreements: the thread, its versions, and what stands beside each version.

-- The last number issued in a year. The row is locked until the agreement is saved, so numbers have no gaps.
CREATE TABLE agreement_numbers (
    year        integer NOT NULL CONSTRAINT pk_agreement_numbers PRIMARY KEY,
    last_number integer NOT NULL
);

CREATE FUNCTION issue_agreement_number(for_year integer) RETURNS integer LANGUAGE sql SECURITY DEFINER
    SET search_path = public, pg_temp
    AS $$
        INSERT INTO agreement_numbers (year, last_number) VALUES (for_year, 1)
        ON CONFLICT (year) DO UPDATE SET last_number = agreement_numbers.last_number + 1
        RETURNING last_number
    $$;

REVOKE ALL ON FUNCTION issue_agreement_number(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION issue_agreement_number(integer) TO datasharing_app;

CREATE TABLE agreements (
    id                       uuid           NOT NULL CONSTRAINT pk_agreements PRIMARY KEY,
    reference                varchar(20)    NOT NULL,
    external_references      varchar(100)[] NOT NULL,
    drafting_organisation_id uuid           NOT NULL CONSTRAINT fk_agreements_organisations_drafting_organisation_id REFERENCES organisations (id),
    changed_at               timestamptz    NOT NULL,
    changes                  integer        NOT NULL
);

CREATE UNIQUE INDEX ix_agreements_reference ON agreements (reference); -- every page and every lock
CREATE INDEX ix_agreements_drafting_organisation_id ON agreements (drafting_organisation_id); -- "your drafts"
GRANT SELECT, INSERT, UPDATE (external_references, changed_at, changes) ON agreements TO datasharing_app;

CREATE TABLE agreement_versions (
    id                     uuid        NOT NULL CONSTRAINT pk_agreement_versions PRIMARY KEY,
    agreement_id           uuid        NOT NULL CONSTRAINT fk_agreement_versions_agreements_agreement_id REFERENCES agreements (id),
    ordinal                integer     NOT NULL,
    label                  varchar(10) NOT NULL,
    status                 varchar(40) NOT NULL,
    revision               integer     NOT NULL,
    canonical_content      bytea       NOT NULL,
    content_hash           varchar(64) NOT NULL,
    title                  text,
    party_names            text[]      NOT NULL,
    starts_on              date,
    ends_on                date,
    search_text            text        NOT NULL,
    search                 tsvector    NOT NULL GENERATED ALWAYS AS (to_tsvector('english', search_text)) STORED,
    next_date              date,
    frozen_at              timestamptz,
    law_book_number        integer,
    risk_tier              varchar(40),
    risk_reasons           text[]      NOT NULL,
    final_approval_date    date,
    withholding_approved_by uuid       CONSTRAINT fk_agreement_versions_people_withholding_approved_by REFERENCES people (id),
    signatures_void_since  timestamptz,
    activated_at           timestamptz,
    activation_held_on     date,
    next_review_date       date,
    CONSTRAINT ck_agreement_versions_ordinal CHECK (ordinal >= 1),
    CONSTRAINT ck_agreement_versions_status CHECK (status IN (
        'Draft', 'InPartnerReview', 'Submitted', 'InApproval', 'ChangesRequested', 'Rejected', 'Withdrawn', 'AwaitingSignatures',
        'Approved', 'Active', 'Suspended', 'Expired', 'Terminated', 'Superseded', 'Closing', 'Closed')),
    CONSTRAINT ck_agreement_versions_hash CHECK (content_hash = encode(sha256(canonical_content), 'hex')),
    CONSTRAINT ck_agreement_versions_risk_tier CHECK (risk_tier IN ('Low', 'Medium', 'High')),
    CONSTRAINT ck_agreement_versions_frozen CHECK (CASE
        WHEN status IN ('Draft', 'InPartnerReview') THEN frozen_at IS NULL
        WHEN status = 'Withdrawn' THEN true -- before or after its submission
        ELSE frozen_at IS NOT NULL END),
    CONSTRAINT ck_agreement_versions_judged CHECK (frozen_at IS NULL OR (law_book_number IS NOT NULL AND risk_tier IS NOT NULL))
);

CREATE UNIQUE INDEX ix_agreement_versions_agreement_id_ordinal ON agreement_versions (agreement_id, ordinal); -- the page of a version
CREATE UNIQUE INDEX ix_agreement_versions_one_draft ON agreement_versions (agreement_id) WHERE status IN ('Draft', 'InPartnerReview');
CREATE UNIQUE INDEX ix_agreement_versions_one_in_force ON agreement_versions (agreement_id) WHERE status IN ('Active', 'Suspended');
CREATE INDEX ix_agreement_versions_due ON agreement_versions (starts_on) WHERE status = 'Approved'; -- the timer that activates
CREATE INDEX ix_agreement_versions_signing ON agreement_versions (agreement_id) WHERE status = 'AwaitingSignatures'; -- the timer that ends signings
CREATE INDEX ix_agreement_versions_search ON agreement_versions USING gin (search); -- the search box of the list
GRANT SELECT, INSERT ON agreement_versions TO datasharing_app;
GRANT UPDATE (
    status, revision, canonical_content, content_hash, title, party_names, starts_on, ends_on, search_text, next_date, frozen_at,
    law_book_number, risk_tier, risk_reasons, final_approval_date, withholding_approved_by, signatures_void_since, activated_at,
    activation_held_on, next_review_date) ON agreement_versions TO datasharing_app;

CREATE TABLE agreement_access (
    version_id      uuid        NOT NULL CONSTRAINT fk_agreement_access_agreement_versions_version_id REFERENCES agreement_versions (id),
    organisation_id uuid        NOT NULL CONSTRAINT fk_agreement_access_organisations_organisation_id REFERENCES organisations (id),
    relation        varchar(40) NOT NULL,
    CONSTRAINT pk_agreement_access PRIMARY KEY (version_id, organisation_id, relation),
    CONSTRAINT ck_agreement_access_relation CHECK (relation IN ('DraftingOrganisation', 'InvitedParty', 'Party'))
);

CREATE INDEX ix_agreement_access_organisation_id ON agreement_access (organisation_id, relation); -- what an organisation, or its auditor, may read
GRANT SELECT, INSERT ON agreement_access TO datasharing_app;

CREATE TABLE version_editors (
    version_id      uuid        NOT NULL CONSTRAINT fk_version_editors_agreement_versions_version_id REFERENCES agreement_versions (id),
    person_id       uuid        NOT NULL CONSTRAINT fk_version_editors_people_person_id REFERENCES people (id),
    organisation_id uuid        NOT NULL CONSTRAINT fk_version_editors_organisations_organisation_id REFERENCES organisations (id),
    at              timestamptz NOT NULL,
    CONSTRAINT pk_version_editors PRIMARY KEY (version_id, person_id, organisation_id)
);

GRANT SELECT, INSERT ON version_editors TO datasharing_app;

CREATE TABLE justifications (
    version_id uuid          NOT NULL CONSTRAINT fk_justifications_agreement_versions_version_id REFERENCES agreement_versions (id),
    rule_id    varchar(20)   NOT NULL,
    text       varchar(2000) NOT NULL,
    person_id  uuid          NOT NULL CONSTRAINT fk_justifications_people_person_id REFERENCES people (id),
    at         timestamptz   NOT NULL,
    content_hash varchar(64) NOT NULL,
    CONSTRAINT pk_justifications PRIMARY KEY (version_id, rule_id)
);

GRANT SELECT, INSERT, UPDATE (text, content_hash, person_id, at) ON justifications TO datasharing_app;

CREATE TABLE submission_findings (
    version_id      uuid        NOT NULL CONSTRAINT fk_submission_findings_agreement_versions_version_id REFERENCES agreement_versions (id),
    position        integer     NOT NULL,
    rule_id         varchar(20) NOT NULL,
    severity        varchar(40) NOT NULL CONSTRAINT ck_submission_findings_severity CHECK (severity IN ('Error', 'Warning', 'Info')),
    source          varchar(40) NOT NULL CONSTRAINT ck_submission_findings_source CHECK (source IN ('Law', 'Code', 'Policy')),
    path            text        NOT NULL,
    message         text        NOT NULL,
    law             text[]      NOT NULL,
    law_book_number integer     NOT NULL,
    CONSTRAINT pk_submission_findings PRIMARY KEY (version_id, position)
);

GRANT SELECT, INSERT ON submission_findings TO datasharing_app;

CREATE TABLE stages (
    version_id          uuid          NOT NULL CONSTRAINT fk_stages_agreement_versions_version_id REFERENCES agreement_versions (id),
    number              integer       NOT NULL,
    kind                varchar(40)   NOT NULL,
    role                varchar(40)   NOT NULL,
    party_id            varchar(100)  NOT NULL,
    organisation_id     uuid          NOT NULL CONSTRAINT fk_stages_organisations_organisation_id REFERENCES organisations (id),
    mode                varchar(40)   NOT NULL CONSTRAINT ck_stages_mode CHECK (mode IN ('Advice', 'Approve', 'Gate', 'Sign')),
    mandatory           boolean       NOT NULL,
    "group"             integer       NOT NULL,
    due_in_working_days integer       NOT NULL,
    because             varchar(1000) NOT NULL,
    status              varchar(40)   NOT NULL CONSTRAINT ck_stages_status CHECK (status IN ('Waiting', 'Open', 'Decided', 'Closed')),
    opened_at           timestamptz,
    due_on              date,
    CONSTRAINT pk_stages PRIMARY KEY (version_id, number),
    CONSTRAINT ck_stages_clock CHECK ((opened_at IS NULL) = (due_on IS NULL)),
    CONSTRAINT ck_stages_opened CHECK (CASE status WHEN 'Waiting' THEN opened_at IS NULL WHEN 'Closed' THEN true ELSE opened_at IS NOT NULL END)
);

CREATE INDEX ix_stages_open ON stages (organisation_id, role, opened_at) WHERE status = 'Open'; -- "my work", oldest first
CREATE INDEX ix_stages_organisation_id ON stages (organisation_id, role); -- what the holder of a stage may read
GRANT SELECT, INSERT, UPDATE (status, opened_at, due_on) ON stages TO datasharing_app;

CREATE TABLE decisions (
    version_id       uuid           NOT NULL,
    stage_number     integer        NOT NULL,
    person_id        uuid           NOT NULL CONSTRAINT fk_decisions_people_person_id REFERENCES people (id),
    organisation_id  uuid           NOT NULL CONSTRAINT fk_decisions_organisations_organisation_id REFERENCES organisations (id),
    role             varchar(40)    NOT NULL,
    outcome          varchar(40)    NOT NULL CONSTRAINT ck_decisions_outcome CHECK (outcome IN (
        'Approved', 'ApprovedOnConditions', 'AdvisedFor', 'AdvisedForOnConditions', 'AdvisedAgainst', 'GatePassed', 'Returned', 'Rejected', 'Declined')),
    text             varchar(4000),
    conditions       varchar(500)[] NOT NULL,
    reference        varchar(200),
    sections         text[]         NOT NULL,
    rejection_reason varchar(40),
    content_hash     varchar(64)    NOT NULL,
    at               timestamptz    NOT NULL,
    CONSTRAINT pk_decisions PRIMARY KEY (version_id, stage_number), -- of two decisions on one stage one wins
    CONSTRAINT fk_decisions_stages_version_id_stage_number FOREIGN KEY (version_id, stage_number) REFERENCES stages (version_id, number),
    CONSTRAINT ck_decisions_conditions CHECK ((outcome = 'ApprovedOnConditions') = (cardinality(conditions) > 0)),
    CONSTRAINT ck_decisions_rejection_reason CHECK ((outcome = 'Rejected') = (rejection_reason IS NOT NULL)),
    CONSTRAINT ck_decisions_officer_advises CHECK (role <> 'DataProtectionOfficer' OR outcome IN ('AdvisedFor', 'AdvisedForOnConditions', 'AdvisedAgainst'))
);

CREATE INDEX ix_decisions_person_id ON decisions (person_id, at); -- "recently decided"
GRANT SELECT, INSERT ON decisions TO datasharing_app;

CREATE TABLE condition_acceptances (
    version_id      uuid        NOT NULL,
    stage_number    integer     NOT NULL,
    person_id       uuid        NOT NULL CONSTRAINT fk_condition_acceptances_people_person_id REFERENCES people (id),
    organisation_id uuid        NOT NULL CONSTRAINT fk_condition_acceptances_organisations_organisation_id REFERENCES organisations (id),
    at              timestamptz NOT NULL,
    CONSTRAINT pk_condition_acceptances PRIMARY KEY (version_id, stage_number),
    CONSTRAINT fk_condition_acceptances_decisions_version_id_stage_number FOREIGN KEY (version_id, stage_number) REFERENCES decisions (version_id, stage_number)
);

GRANT SELECT, INSERT ON condition_acceptances TO datasharing_app;

CREATE TABLE signatures (
    version_id      uuid         NOT NULL,
    stage_number    integer      NOT NULL,
    person_id       uuid         NOT NULL CONSTRAINT fk_signatures_people_person_id REFERENCES people (id),
    organisation_id uuid         NOT NULL CONSTRAINT fk_signatures_organisations_organisation_id REFERENCES organisations (id),
    capacity        varchar(120) NOT NULL,
    content_hash    varchar(64)  NOT NULL,
    at              timestamptz  NOT NULL,
    CONSTRAINT pk_signatures PRIMARY KEY (version_id, stage_number),
    CONSTRAINT fk_signatures_stages_version_id_stage_number FOREIGN KEY (version_id, stage_number) REFERENCES stages (version_id, number)
);

CREATE UNIQUE INDEX ix_signatures_once ON signatures (version_id, person_id); -- nobody signs for two organisations
GRANT SELECT, INSERT ON signatures TO datasharing_app;

-- What was submitted is frozen for ever, for the portal and for its owner.
CREATE FUNCTION refuse_change_of_frozen_version() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.frozen_at IS NOT NULL
        AND (NEW.id, NEW.agreement_id, NEW.ordinal, NEW.label, NEW.revision, NEW.canonical_content, NEW.content_hash, NEW.title, NEW.party_names,
             NEW.starts_on, NEW.ends_on, NEW.search_text, NEW.frozen_at, NEW.law_book_number, NEW.risk_tier, NEW.risk_reasons)
        IS DISTINCT FROM
            (OLD.id, OLD.agreement_id, OLD.ordinal, OLD.label, OLD.revision, OLD.canonical_content, OLD.content_hash, OLD.title, OLD.party_names,
             OLD.starts_on, OLD.ends_on, OLD.search_text, OLD.frozen_at, OLD.law_book_number, OLD.risk_tier, OLD.risk_reasons)
    THEN
        RAISE EXCEPTION 'A submitted version is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_versions_frozen';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER agreement_versions_frozen BEFORE UPDATE ON agreement_versions
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_frozen_version();

CREATE FUNCTION refuse_justifying_frozen_version() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM agreement_versions WHERE id = NEW.version_id AND frozen_at IS NOT NULL) THEN
        RAISE EXCEPTION 'The warnings of a submitted version are justified' USING ERRCODE = 'check_violation', CONSTRAINT = 'justifications_frozen';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER justifications_frozen BEFORE INSERT OR UPDATE ON justifications
    FOR EACH ROW EXECUTE FUNCTION refuse_justifying_frozen_version();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only';
END $$;

CREATE TRIGGER decisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signatures_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON signatures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A stage is decided once, and only while it is open.
CREATE FUNCTION check_stage_step() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF (TG_OP = 'INSERT' AND NEW.status NOT IN ('Waiting', 'Open'))
        OR (TG_OP = 'UPDATE' AND NEW.status <> OLD.status
            AND (OLD.status, NEW.status) NOT IN (('Waiting', 'Open'), ('Waiting', 'Closed'), ('Open', 'Decided'), ('Open', 'Closed')))
    THEN
        RAISE EXCEPTION 'A stage cannot become %', NEW.status USING ERRCODE = 'check_violation', CONSTRAINT = 'stages_step';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER stages_step BEFORE INSERT OR UPDATE ON stages FOR EACH ROW EXECUTE FUNCTION check_stage_step();

-- The triggers below run at the end of the transaction, when all its rows are there, in whatever order they were written.

CREATE FUNCTION check_stage_is_told() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM decisions WHERE version_id = NEW.version_id AND stage_number = NEW.number)
        AND NOT EXISTS (SELECT FROM signatures WHERE version_id = NEW.version_id AND stage_number = NEW.number)
    THEN
        RAISE EXCEPTION 'A decided stage has a decision or a signature' USING ERRCODE = 'check_violation', CONSTRAINT = 'stages_told';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER stages_told AFTER UPDATE ON stages DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.status = 'Decided') EXECUTE FUNCTION check_stage_is_told();

-- Separation of duties (§5.3, DSA-099), whoever writes the row and by whatever road.
CREATE FUNCTION check_separation() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    stage   stages;
    version record;
    acting  varchar(40);
    broken  text;
BEGIN
    SELECT * INTO STRICT stage FROM stages s WHERE s.version_id = NEW.version_id AND s.number = NEW.stage_number;
    SELECT v.agreement_id, v.content_hash INTO STRICT version FROM agreement_versions v WHERE v.id = NEW.version_id;
    PERFORM FROM agreements WHERE id = version.agreement_id FOR UPDATE; -- two writers wait for each other, as in the portal
    acting := CASE TG_TABLE_NAME WHEN 'signatures' THEN 'AuthorisedSignatory' ELSE to_jsonb(NEW) ->> 'role' END;

    -- A role that is being taken away at this moment does not count: its row is waited for.
    PERFORM FROM memberships m
        WHERE m.person_id = NEW.person_id AND m.organisation_id = stage.organisation_id AND m.role = stage.role AND m.ended_at IS NULL
        FOR SHARE;
    broken := CASE WHEN NOT FOUND THEN 'role_held' END;

    broken := coalesce(broken, CASE
        WHEN stage.status <> 'Decided' THEN 'stage_open'
        WHEN NEW.organisation_id <> stage.organisation_id OR acting <> stage.role THEN 'stage_holder'
        WHEN NEW.content_hash <> version.content_hash THEN 'content_seen'
        WHEN (TG_TABLE_NAME = 'signatures' OR to_jsonb(NEW) ->> 'outcome' = 'Declined') <> (stage.mode = 'Sign') THEN 'stage_mode'
        WHEN TG_TABLE_NAME = 'decisions' AND (to_jsonb(NEW) ->> 'outcome') <> ALL (CASE stage.mode
            WHEN 'Advice' THEN ARRAY['AdvisedFor', 'AdvisedForOnConditions', 'AdvisedAgainst']
            WHEN 'Approve' THEN ARRAY['Approved', 'ApprovedOnConditions', 'Returned', 'Rejected']
            WHEN 'Gate' THEN ARRAY['GatePassed', 'Returned']
            ELSE ARRAY['Declined'] END) THEN 'stage_mode'
        WHEN stage.mode IN ('Approve', 'Sign') AND EXISTS (
            SELECT FROM memberships m
            WHERE m.person_id = NEW.person_id AND m.organisation_id = stage.organisation_id AND m.role = 'DataProtectionOfficer' AND m.ended_at IS NULL)
            THEN 'officer_advises'
        WHEN EXISTS (SELECT FROM version_editors e WHERE e.version_id = NEW.version_id AND e.person_id = NEW.person_id) THEN 'not_drafted'
        WHEN EXISTS (
            SELECT FROM stages other
            WHERE other.version_id = NEW.version_id AND other.number <> NEW.stage_number
                AND (stage.mode = 'Sign' OR (stage.mandatory AND other.mandatory))
                AND (EXISTS (SELECT FROM decisions d WHERE d.version_id = other.version_id AND d.stage_number = other.number AND d.person_id = NEW.person_id)
                    OR EXISTS (SELECT FROM signatures s WHERE s.version_id = other.version_id AND s.stage_number = other.number AND s.person_id = NEW.person_id)))
            THEN 'decides_once'
        WHEN EXISTS (
            SELECT FROM audit_scopes a JOIN agreement_access x ON x.organisation_id = a.organisation_id AND x.version_id = NEW.version_id
            WHERE a.auditor_id = NEW.person_id AND a.ended_at IS NULL
                AND (portal_now() AT TIME ZONE 'Europe/London')::date BETWEEN a.from_day AND a.until_day
                AND EXISTS (SELECT FROM memberships m WHERE m.person_id = NEW.person_id AND m.role = 'Auditor' AND m.ended_at IS NULL))
            THEN 'not_auditor'
        WHEN EXISTS (
            SELECT FROM stages earlier
            WHERE earlier.version_id = NEW.version_id AND earlier."group" < stage."group" AND earlier.mandatory
                AND NOT EXISTS (SELECT FROM decisions d WHERE d.version_id = earlier.version_id AND d.stage_number = earlier.number))
            THEN 'groups_in_order'
        END);

    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'Separation of duties on stage %: %', NEW.stage_number, broken
            USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_' || broken;
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER decisions_separation AFTER INSERT ON decisions DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION check_separation();
CREATE CONSTRAINT TRIGGER signatures_separation AFTER INSERT ON signatures DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION check_separation();

-- No version is further than its decisions and signatures.
CREATE FUNCTION check_version_has_earned_status() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (
            SELECT FROM stages s LEFT JOIN decisions d ON d.version_id = s.version_id AND d.stage_number = s.number
            WHERE s.version_id = NEW.id AND s.mandatory AND s.mode <> 'Sign'
                AND (d.outcome IS NULL OR d.outcome IN ('Returned', 'Rejected', 'Declined')
                    OR (d.outcome = 'ApprovedOnConditions' AND NOT EXISTS (
                        SELECT FROM condition_acceptances c WHERE c.version_id = s.version_id AND c.stage_number = s.number))))
        OR (NEW.status IN ('Approved', 'Active') AND (
            NOT EXISTS (SELECT FROM signatures WHERE version_id = NEW.id)
            OR EXISTS (
                SELECT FROM stages s
                WHERE s.version_id = NEW.id AND s.mode = 'Sign'
                    AND NOT EXISTS (SELECT FROM signatures g WHERE g.version_id = s.version_id AND g.stage_number = s.number))))
    THEN
        RAISE EXCEPTION 'The version is not % yet', NEW.status USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_versions_earned';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER agreement_versions_earned AFTER INSERT OR UPDATE OF status ON agreement_versions DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.status IN ('AwaitingSignatures', 'Approved', 'Active')) EXECUTE FUNCTION check_version_has_earned_status();
