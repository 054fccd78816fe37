-- The portal's role may do what the portal does, and no more. The owner, who migrates and loads the demo, is not bound by the triggers here.

-- Of a row that names somebody or something for good, the portal changes the rest. Columns that are added later are granted with them.
DO $$
DECLARE
    fixed record;
BEGIN
    FOR fixed IN SELECT * FROM (VALUES
        ('people', ARRAY['id', 'issuer', 'subject']),
        ('organisations', ARRAY['id']),
        ('memberships', ARRAY['id', 'person_id', 'organisation_id', 'role', 'since', 'confirmed_at']),
        ('invitations', ARRAY['id', 'organisation_id', 'role', 'recipient', 'invited_by', 'secret_hash', 'expires_at', 'name']),
        ('audit_scopes', ARRAY['id', 'auditor_id', 'organisation_id', 'from_day', 'until_day']),
        ('sessions', ARRAY['key_hash', 'issuer', 'subject', 'session_id', 'started_at']),
        ('reading_marks', ARRAY['person_id'])
    ) AS f (name, columns)
    LOOP
        EXECUTE format('REVOKE UPDATE ON %I FROM datasharing_app', fixed.name);
        EXECUTE (
            SELECT format('GRANT UPDATE (%s) ON %I TO datasharing_app', string_agg(quote_ident(attname), ', ' ORDER BY attnum), fixed.name)
            FROM pg_attribute
            WHERE attrelid = fixed.name::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL (fixed.columns));
    END LOOP;
END $$;

REVOKE DELETE ON data_protection_keys FROM datasharing_app; -- a key that has expired still reads what it encrypted

-- PostgreSQL lets everybody call a function unless told otherwise. Nobody calls those of triggers; the rest is the portal's.
DO $$
DECLARE
    f record;
BEGIN
    FOR f IN SELECT oid::regprocedure AS signature, prorettype = 'trigger'::regtype AS is_of_trigger, proacl IS NULL AS is_everybodys
             FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.signature);
        IF f.is_everybodys AND NOT f.is_of_trigger THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO datasharing_app', f.signature);
        END IF;
    END LOOP;
END $$;

-- What is told happened now: in the running transaction, or so shortly before it that the time was read for it.
CREATE FUNCTION check_audit_time() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user <> (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
        AND NEW.at NOT BETWEEN transaction_timestamp() + (portal_now() - clock_timestamp()) - interval '10 seconds' AND portal_now()
    THEN
        RAISE EXCEPTION 'An event is told when it happens, not at %', NEW.at
            USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_events_time';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER audit_events_time BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION check_audit_time();

-- The steps of a version, as AgreementLifecycle has them, with those that follow in the same save. A test compares the two.
CREATE FUNCTION version_steps() RETURNS TABLE (before text, after text) LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    VALUES
        ('Draft', 'InPartnerReview'), ('Draft', 'Submitted'), ('Draft', 'InApproval'), ('Draft', 'AwaitingSignatures'), ('Draft', 'Withdrawn'),
        ('InPartnerReview', 'Draft'), ('InPartnerReview', 'Submitted'), ('InPartnerReview', 'InApproval'),
        ('InPartnerReview', 'AwaitingSignatures'), ('InPartnerReview', 'Withdrawn'),
        ('Submitted', 'InApproval'), ('Submitted', 'Withdrawn'),
        ('InApproval', 'ChangesRequested'), ('InApproval', 'Rejected'), ('InApproval', 'Withdrawn'), ('InApproval', 'AwaitingSignatures'),
        ('AwaitingSignatures', 'ChangesRequested'), ('AwaitingSignatures', 'Withdrawn'), ('AwaitingSignatures', 'Approved'),
        ('Approved', 'Active'), ('Approved', 'ChangesRequested'), ('Approved', 'Withdrawn'),
        ('Active', 'Superseded'), ('Suspended', 'Superseded')
$$;

REVOKE ALL ON FUNCTION version_steps() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION version_steps() TO datasharing_app;

CREATE FUNCTION check_version_step() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user <> (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
        AND (OLD.status, NEW.status) NOT IN (SELECT s.before, s.after FROM version_steps() s)
    THEN
        RAISE EXCEPTION 'A version cannot become %', NEW.status
            USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_versions_step';
    END IF;
    RETURN NULL;
END $$;

-- At the end of the transaction, after what says more exactly why.
CREATE CONSTRAINT TRIGGER agreement_versions_step AFTER UPDATE OF status ON agreement_versions DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.status <> OLD.status) EXECUTE FUNCTION check_version_step();

REVOKE ALL ON FUNCTION check_audit_time(), check_version_step() FROM PUBLIC;
