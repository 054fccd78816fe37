-- Separation of duties is said once in SQL (Separation says it in C#): the triggers that check a decision and the list of what waits for somebody
-- ask the same function. Each finds the facts for itself: the triggers from what was done, the list from the rows that lists are read from.

-- Why somebody may not decide or sign a stage, though they hold its role; NULL if they may.
-- advises: they are a Data Protection Officer of its organisation. drafted: they worked on the draft. decided, decided_mandatory: they decided or
-- signed another stage of the version, or one without which it cannot go on, there or by what was carried over. audits: they audit a party.
-- One expression of its arguments, so that PostgreSQL writes it into the query that asks.
CREATE FUNCTION broken_duty(
    mode text, mandatory boolean, advises boolean, drafted boolean, decided boolean, decided_mandatory boolean, audits boolean
) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN mode IN ('Approve', 'Sign') AND advises THEN 'officer_advises'
        WHEN drafted THEN 'not_drafted'
        WHEN mode = 'Sign' AND decided OR mandatory AND decided_mandatory THEN 'decides_once'
        WHEN audits THEN 'not_auditor'
    END
$$;
REVOKE ALL ON FUNCTION broken_duty(text, boolean, boolean, boolean, boolean, boolean, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION broken_duty(text, boolean, boolean, boolean, boolean, boolean, boolean) TO datasharing_app;

-- As in 0005, but by the function above.
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
        END);

    -- What the person is and has done, from the facts themselves.
    SELECT coalesce(broken, broken_duty(
        stage.mode,
        stage.mandatory,
        EXISTS (
            SELECT FROM memberships m
            WHERE m.person_id = NEW.person_id AND m.organisation_id = stage.organisation_id AND m.role = 'DataProtectionOfficer' AND m.ended_at IS NULL),
        EXISTS (SELECT FROM version_editors e WHERE e.version_id = NEW.version_id AND e.person_id = NEW.person_id),
        decided.any_stage,
        decided.mandatory_stage,
        EXISTS (
            SELECT FROM audit_scopes a JOIN agreement_access x ON x.organisation_id = a.organisation_id AND x.version_id = NEW.version_id
            WHERE a.auditor_id = NEW.person_id AND a.ended_at IS NULL
                AND (portal_now() AT TIME ZONE 'Europe/London')::date BETWEEN a.from_day AND a.until_day
                AND EXISTS (SELECT FROM memberships m WHERE m.person_id = NEW.person_id AND m.role = 'Auditor' AND m.ended_at IS NULL))))
        INTO broken
        FROM (
            SELECT count(*) > 0 AS any_stage, coalesce(bool_or(other.mandatory), false) AS mandatory_stage FROM stages other
            WHERE other.version_id = NEW.version_id AND other.number <> NEW.stage_number
                AND (EXISTS (
                        SELECT FROM decisions d
                        WHERE d.version_id = coalesce(other.carried_version_id, other.version_id)
                            AND d.stage_number = coalesce(other.carried_stage_number, other.number) AND d.person_id = NEW.person_id)
                    OR EXISTS (SELECT FROM signatures s WHERE s.version_id = other.version_id AND s.stage_number = other.number AND s.person_id = NEW.person_id))
        ) AS decided;

    broken := coalesce(broken, CASE
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

-- What waits is read from tasks (0015).
DROP INDEX ix_stages_open;

-- The newest findings that are open, whose they may be.
CREATE INDEX ix_live_findings_open ON live_findings (id) WHERE cleared_at IS NULL;

-- What is new, in the whole order of its reader and with all that it reads.
DROP INDEX ix_agreement_sights_changed_at;
CREATE INDEX ix_agreement_sights_changed_at ON agreement_sights (organisation_id, viewer, changed_at, agreement_id);
