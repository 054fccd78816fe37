-- T08: a stage of a version that follows a returned one may rest on a decision that was taken before, if nothing material has changed.

ALTER TABLE stages
    ADD COLUMN carried_version_id   uuid,
    ADD COLUMN carried_stage_number integer,
    ADD COLUMN carried_content_hash varchar(64),
    ADD CONSTRAINT fk_stages_decisions_carried_version_id_carried_stage_number
        FOREIGN KEY (carried_version_id, carried_stage_number) REFERENCES decisions (version_id, stage_number),
    ADD CONSTRAINT ck_stages_carried CHECK (
        num_nulls(carried_version_id, carried_stage_number, carried_content_hash) = 3
        OR (num_nulls(carried_version_id, carried_stage_number, carried_content_hash) = 0 AND status = 'Decided' AND mode <> 'Sign')),
    DROP CONSTRAINT ck_stages_opened,
    ADD CONSTRAINT ck_stages_opened CHECK (CASE
        WHEN status = 'Waiting' OR carried_version_id IS NOT NULL THEN opened_at IS NULL -- nobody is asked, so no clock runs
        WHEN status = 'Closed' THEN true
        ELSE opened_at IS NOT NULL END);

-- The members of the content after whose change everything is decided again (Materiality in the domain).
CREATE FUNCTION material_members() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY['parties', 'purposes', 'datasets', 'legalLines', 'flows',
                 'retention', 'onward', 'permittedRecipients', 'conditionalRecipients', 'prohibitedRecipients']
$$;

-- A stage is decided once, and only while it is open; or it is born decided.
CREATE OR REPLACE FUNCTION check_stage_step() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF (TG_OP = 'INSERT' AND NEW.status NOT IN ('Waiting', 'Open') AND NEW.carried_version_id IS NULL)
        OR (TG_OP = 'UPDATE' AND NEW.status <> OLD.status
            AND (OLD.status, NEW.status) NOT IN (('Waiting', 'Open'), ('Waiting', 'Closed'), ('Open', 'Decided'), ('Open', 'Closed')))
        OR (TG_OP = 'UPDATE' AND (NEW.carried_version_id, NEW.carried_stage_number, NEW.carried_content_hash)
            IS DISTINCT FROM (OLD.carried_version_id, OLD.carried_stage_number, OLD.carried_content_hash))
    THEN
        RAISE EXCEPTION 'A stage cannot become %', NEW.status USING ERRCODE = 'check_violation', CONSTRAINT = 'stages_step';
    END IF;
    RETURN NEW;
END $$;

-- What a carried stage rests on must be there, and must have stood up to the version before.
CREATE FUNCTION check_carried_stage() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    version agreement_versions;
    earlier agreement_versions;
    origin  stages;
    decided decisions;
    content jsonb;
    before  jsonb;
    broken  text;
BEGIN
    SELECT * INTO STRICT version FROM agreement_versions v WHERE v.id = NEW.version_id;
    PERFORM FROM agreements WHERE id = version.agreement_id FOR UPDATE; -- as for a decision
    SELECT * INTO earlier FROM agreement_versions v WHERE v.id = NEW.carried_version_id;
    content := convert_from(version.canonical_content, 'UTF8');
    before := convert_from(earlier.canonical_content, 'UTF8');
    SELECT * INTO origin FROM stages s WHERE s.version_id = NEW.carried_version_id AND s.number = NEW.carried_stage_number;
    SELECT * INTO decided FROM decisions d WHERE d.version_id = NEW.carried_version_id AND d.stage_number = NEW.carried_stage_number;

    broken := CASE
        WHEN earlier.agreement_id <> version.agreement_id OR earlier.ordinal >= version.ordinal THEN 'agreement'
        WHEN decided.content_hash <> NEW.carried_content_hash THEN 'content'
        WHEN (origin.kind, origin.role, origin.party_id, origin.organisation_id, origin.mode, origin.mandatory)
            <> (NEW.kind, NEW.role, NEW.party_id, NEW.organisation_id, NEW.mode, NEW.mandatory) THEN 'stage'
        WHEN decided.outcome NOT IN ('Approved', 'ApprovedOnConditions', 'AdvisedFor', 'AdvisedForOnConditions', 'GatePassed') THEN 'outcome'
        WHEN decided.outcome = 'ApprovedOnConditions' AND NOT EXISTS (
            SELECT FROM condition_acceptances c WHERE c.version_id = decided.version_id AND c.stage_number = decided.stage_number)
            THEN 'outcome'
        -- The version before was returned, and the decision stood there, as its own or carried.
        WHEN NOT EXISTS (
            SELECT FROM agreement_versions v JOIN stages s ON s.version_id = v.id
            WHERE v.agreement_id = version.agreement_id AND v.ordinal = version.ordinal - 1 AND v.status = 'ChangesRequested'
                AND (coalesce(s.carried_version_id, s.version_id), coalesce(s.carried_stage_number, s.number)) = (NEW.carried_version_id, NEW.carried_stage_number))
            THEN 'predecessor'
        WHEN EXISTS (SELECT FROM unnest(material_members()) AS member WHERE content -> member IS DISTINCT FROM before -> member) THEN 'material'
        WHEN EXISTS (SELECT FROM version_editors e WHERE e.version_id = NEW.version_id AND e.person_id = decided.person_id) THEN 'not_drafted'
        WHEN EXISTS (
            SELECT FROM stages other
                JOIN decisions d ON d.version_id = coalesce(other.carried_version_id, other.version_id) AND d.stage_number = coalesce(other.carried_stage_number, other.number)
            WHERE other.version_id = NEW.version_id AND other.number <> NEW.number
                AND NEW.mandatory AND other.mandatory AND d.person_id = decided.person_id)
            THEN 'decides_once'
        -- Whoever approved knew the officer's advice (UK GDPR Art 35(2)).
        WHEN NEW.mode = 'Approve' AND EXISTS (
            SELECT FROM stages advice
            WHERE advice.version_id = NEW.version_id AND advice.kind = 'DpoAdvice' AND advice.mandatory
                AND NOT EXISTS (
                    SELECT FROM stages given
                    WHERE given.version_id = NEW.carried_version_id AND given.kind = 'DpoAdvice' AND given.status = 'Decided'
                        AND given.organisation_id = advice.organisation_id AND given.party_id = advice.party_id))
            THEN 'advice'
        WHEN EXISTS (SELECT FROM decisions d WHERE d.version_id = NEW.version_id AND d.stage_number = NEW.number) THEN 'twice'
        END;

    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'Stage % cannot rest on stage % of an earlier version: %', NEW.number, NEW.carried_stage_number, broken
            USING ERRCODE = 'check_violation', TABLE = 'stages', CONSTRAINT = 'stages_carried_' || broken;
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER stages_carried AFTER INSERT ON stages DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.carried_version_id IS NOT NULL) EXECUTE FUNCTION check_carried_stage();

-- As in 0003, but a stage that is carried over takes no decision of its own, and a decision carried over counts like any other.
CREATE OR REPLACE FUNCTION check_separation() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
        WHEN stage.status <> 'Decided' OR stage.carried_version_id IS NOT NULL THEN 'stage_open'
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
                AND (EXISTS (
                        SELECT FROM decisions d
                        WHERE d.version_id = coalesce(other.carried_version_id, other.version_id)
                            AND d.stage_number = coalesce(other.carried_stage_number, other.number) AND d.person_id = NEW.person_id)
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
                AND earlier.carried_version_id IS NULL
                AND NOT EXISTS (SELECT FROM decisions d WHERE d.version_id = earlier.version_id AND d.stage_number = earlier.number))
            THEN 'groups_in_order'
        END);

    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'Separation of duties on stage %: %', NEW.stage_number, broken
            USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_' || broken;
    END IF;
    RETURN NULL;
END $$;

-- As in 0003, but what is carried over was decided too.
CREATE OR REPLACE FUNCTION check_version_has_earned_status() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (
            SELECT FROM stages s LEFT JOIN decisions d
                ON d.version_id = coalesce(s.carried_version_id, s.version_id) AND d.stage_number = coalesce(s.carried_stage_number, s.number)
            WHERE s.version_id = NEW.id AND s.mandatory AND s.mode <> 'Sign'
                AND (d.outcome IS NULL OR d.outcome IN ('Returned', 'Rejected', 'Declined')
                    OR (d.outcome = 'ApprovedOnConditions' AND NOT EXISTS (
                        SELECT FROM condition_acceptances c WHERE c.version_id = d.version_id AND c.stage_number = d.stage_number))))
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
