-- An invitation names a person. A role that decides or signs, and one that somebody with another address has accepted, waits until another person
-- confirms it; until then it is no membership.

ALTER TABLE invitations ADD name varchar(200);

-- NULL: nobody's confirmation was needed.
ALTER TABLE memberships ADD confirmed_at timestamptz;

CREATE TABLE waiting_roles (
    id              uuid        NOT NULL CONSTRAINT pk_waiting_roles PRIMARY KEY,
    person_id       uuid        NOT NULL CONSTRAINT fk_waiting_roles_people_person_id REFERENCES people (id),
    organisation_id uuid        NOT NULL CONSTRAINT fk_waiting_roles_organisations_organisation_id REFERENCES organisations (id),
    role            varchar(40) NOT NULL,
    asked_by        uuid        NOT NULL CONSTRAINT fk_waiting_roles_people_asked_by REFERENCES people (id),
    asked_at        timestamptz NOT NULL,
    meant_for       varchar(254),
    confirmed_at    timestamptz,
    refused_at      timestamptz,
    CONSTRAINT ck_waiting_roles_for_somebody_else CHECK (person_id <> asked_by),
    CONSTRAINT ck_waiting_roles_once CHECK (confirmed_at IS NULL OR refused_at IS NULL)
);
CREATE UNIQUE INDEX ix_waiting_roles_open ON waiting_roles (organisation_id, person_id, role)
    WHERE confirmed_at IS NULL AND refused_at IS NULL; -- what waits in an organisation; nobody waits twice for a role
GRANT SELECT, INSERT ON waiting_roles TO datasharing_app;
GRANT UPDATE (confirmed_at, refused_at) ON waiting_roles TO datasharing_app;

-- As in 0017; a role that was confirmed counts at once for stages opened afterwards, and after a day for those that were open.
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
            AND (m.confirmed_at IS NULL OR m.confirmed_at <= stage.opened_at OR m.confirmed_at <= portal_now() - interval '24 hours')
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
