-- Every instance hears of a round of checks when it is committed, whoever began it or took it up again.
CREATE FUNCTION tell_of_recheck() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('rechecks', NEW.id::text);
    RETURN NULL;
END $$;

CREATE TRIGGER rechecks_are_told AFTER INSERT OR UPDATE OF stopped_at ON rechecks
    FOR EACH ROW EXECUTE FUNCTION tell_of_recheck();
