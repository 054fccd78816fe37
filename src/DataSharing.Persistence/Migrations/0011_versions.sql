-- A version says what it was opened from and why; an agreement may have one in preparation beside one in force.

ALTER TABLE agreement_versions
    ADD kind           varchar(40) NOT NULL DEFAULT 'First',
    ADD predecessor_id uuid CONSTRAINT fk_agreement_versions_agreement_versions_predecessor_id REFERENCES agreement_versions (id);

-- Until now a version could only follow the one that was returned before it.
UPDATE agreement_versions v SET kind = 'AfterReturn', predecessor_id = p.id
FROM agreement_versions p WHERE p.agreement_id = v.agreement_id AND p.ordinal = v.ordinal - 1;

ALTER TABLE agreement_versions
    ALTER kind DROP DEFAULT,
    ADD CONSTRAINT ck_agreement_versions_kind CHECK (kind IN ('First', 'AfterReturn', 'Amendment', 'Renewal', 'EmergencyFollowUp', 'AfterAppeal')),
    ADD CONSTRAINT ck_agreement_versions_predecessor CHECK ((kind = 'First') = (predecessor_id IS NULL) AND (kind = 'First') = (ordinal = 1));

-- One in preparation and one in force. A version takes the place of another in one save, in whatever order its rows are written, so this is
-- asked when the transaction ends. A partial unique index cannot wait; an exclusion constraint can, and is an index all the same.
DROP INDEX ix_agreement_versions_one_draft;
DROP INDEX ix_agreement_versions_one_in_force;
ALTER TABLE agreement_versions
    ADD CONSTRAINT ix_agreement_versions_one_in_preparation EXCLUDE USING btree (agreement_id WITH =)
        WHERE (status IN ('Draft', 'InPartnerReview', 'Submitted', 'InApproval', 'AwaitingSignatures', 'Approved')) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT ix_agreement_versions_one_in_force EXCLUDE USING btree (agreement_id WITH =)
        WHERE (status IN ('Active', 'Suspended')) DEFERRABLE INITIALLY DEFERRED;

-- What a version was opened from never changes, and is of the same agreement.
CREATE FUNCTION check_predecessor() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.kind, NEW.predecessor_id) IS DISTINCT FROM (OLD.kind, OLD.predecessor_id) THEN
        RAISE EXCEPTION 'A version keeps what it was opened from' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_versions_predecessor';
    END IF;
    IF NEW.predecessor_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM agreement_versions p WHERE p.id = NEW.predecessor_id AND p.agreement_id = NEW.agreement_id AND p.ordinal < NEW.ordinal)
    THEN
        RAISE EXCEPTION 'A version follows an earlier one of its agreement' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_versions_predecessor';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER agreement_versions_predecessor BEFORE INSERT OR UPDATE OF kind, predecessor_id ON agreement_versions
    FOR EACH ROW EXECUTE FUNCTION check_predecessor();

-- As in 0005, but by the stored predecessor.
CREATE OR REPLACE FUNCTION check_carried_stage() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
    SELECT convert_from(c.canonical_content, 'UTF8') INTO content FROM version_contents c WHERE c.version_id = version.id;
    SELECT convert_from(c.canonical_content, 'UTF8') INTO before FROM version_contents c WHERE c.version_id = earlier.id;
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
        -- The version that this one was opened from was returned, and the decision stood there, as its own or carried.
        WHEN NOT EXISTS (
            SELECT FROM agreement_versions v JOIN stages s ON s.version_id = v.id
            WHERE v.id = version.predecessor_id AND v.status = 'ChangesRequested'
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

-- What is agreed stands apart, so that whoever asks about states, dates and people reads no contents.
CREATE TABLE version_contents (
    version_id        uuid        NOT NULL CONSTRAINT pk_version_contents PRIMARY KEY
        CONSTRAINT fk_version_contents_agreement_versions_version_id REFERENCES agreement_versions (id),
    canonical_content bytea       NOT NULL,
    content_hash      varchar(64) NOT NULL,
    CONSTRAINT ck_version_contents_hash CHECK (content_hash = encode(sha256(canonical_content), 'hex'))
);

ALTER TABLE version_contents ALTER canonical_content SET STORAGE EXTERNAL; -- read whole and often; not worth packing
INSERT INTO version_contents (version_id, canonical_content, content_hash) SELECT id, canonical_content, content_hash FROM agreement_versions;
GRANT SELECT, INSERT, UPDATE (canonical_content, content_hash) ON version_contents TO datasharing_app;

-- As in 0008, without the bytes: the hash is frozen, and the bytes are held to it.
CREATE OR REPLACE FUNCTION refuse_change_of_frozen_version() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.frozen_at IS NOT NULL
        AND (NEW.id, NEW.agreement_id, NEW.ordinal, NEW.label, NEW.revision, NEW.content_hash, NEW.title, NEW.party_names,
             NEW.starts_on, NEW.ends_on, NEW.search_text, NEW.frozen_at, NEW.law_book_number, NEW.risk_tier, NEW.risk_reasons,
             NEW.relies_on, NEW.shares, NEW.policy_number)
        IS DISTINCT FROM
            (OLD.id, OLD.agreement_id, OLD.ordinal, OLD.label, OLD.revision, OLD.content_hash, OLD.title, OLD.party_names,
             OLD.starts_on, OLD.ends_on, OLD.search_text, OLD.frozen_at, OLD.law_book_number, OLD.risk_tier, OLD.risk_reasons,
             OLD.relies_on, OLD.shares, OLD.policy_number)
    THEN
        RAISE EXCEPTION 'A submitted version is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_versions_frozen';
    END IF;
    RETURN NEW;
END $$;

ALTER TABLE agreement_versions DROP CONSTRAINT ck_agreement_versions_hash, DROP COLUMN canonical_content;

-- Every version has its content, and none but its own.
CREATE FUNCTION check_version_content() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    written uuid := (to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END) ->> CASE TG_TABLE_NAME WHEN 'agreement_versions' THEN 'id' ELSE 'version_id' END)::uuid;
BEGIN
    IF NOT EXISTS (
        SELECT FROM agreement_versions v JOIN version_contents c ON c.version_id = v.id WHERE v.id = written AND c.content_hash = v.content_hash)
    THEN
        RAISE EXCEPTION 'A version has the content whose hash it names' USING ERRCODE = 'check_violation', CONSTRAINT = 'version_contents_match';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER agreement_versions_content AFTER INSERT OR UPDATE OF content_hash ON agreement_versions DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION check_version_content();
CREATE CONSTRAINT TRIGGER version_contents_match AFTER INSERT OR UPDATE OR DELETE ON version_contents DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION check_version_content();
