-- Checks of what is in force: one at a time, by one law book each, whatever one agreement does; and each finding once.

ALTER TABLE rechecks
    ADD failed       integer NOT NULL DEFAULT 0,
    ADD trouble      varchar(1000),
    ADD trouble_at   timestamptz,
    ADD is_overtaken boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT ck_rechecks_trouble CHECK ((trouble IS NULL) = (trouble_at IS NULL)),
    ADD CONSTRAINT ck_rechecks_overtaken CHECK (NOT is_overtaken OR finished_at IS NOT NULL);
ALTER TABLE rechecks ALTER failed DROP DEFAULT, ALTER is_overtaken DROP DEFAULT;
GRANT UPDATE (failed, trouble, trouble_at, is_overtaken) ON rechecks TO datasharing_app;

-- Of two administrators who ask at once, one begins it.
UPDATE rechecks r SET finished_at = portal_now(), is_overtaken = true
WHERE reason = 'Asked' AND organisation_id IS NULL AND finished_at IS NULL AND stopped_at IS NULL
    AND EXISTS (SELECT FROM rechecks o WHERE o.reason = 'Asked' AND o.organisation_id IS NULL AND o.finished_at IS NULL AND o.stopped_at IS NULL AND o.id < r.id);
CREATE UNIQUE INDEX ix_rechecks_one_asked ON rechecks (reason) WHERE reason = 'Asked' AND organisation_id IS NULL AND finished_at IS NULL AND stopped_at IS NULL;

CREATE TABLE recheck_failures (
    recheck_id uuid          NOT NULL CONSTRAINT fk_recheck_failures_rechecks_recheck_id REFERENCES rechecks (id),
    version_id uuid          NOT NULL CONSTRAINT fk_recheck_failures_agreement_versions_version_id REFERENCES agreement_versions (id),
    reason     varchar(1000) NOT NULL,
    at         timestamptz   NOT NULL,
    CONSTRAINT pk_recheck_failures PRIMARY KEY (recheck_id, version_id)
);

GRANT SELECT, INSERT ON recheck_failures TO datasharing_app;

-- Which of several things at one place a finding is about, and its date. What was found before says nothing: dated evidence is told once more.
ALTER TABLE submission_findings ADD about text NOT NULL DEFAULT '';
ALTER TABLE live_findings ADD about text NOT NULL DEFAULT '';
ALTER TABLE submission_findings ALTER about DROP DEFAULT;
ALTER TABLE live_findings ALTER about DROP DEFAULT;

UPDATE live_findings f SET cleared_at = portal_now()
WHERE cleared_at IS NULL AND EXISTS (
    SELECT FROM live_findings o
    WHERE o.version_id = f.version_id AND o.rule_id = f.rule_id AND o.severity = f.severity AND o.path = f.path AND o.cleared_at IS NULL AND o.id < f.id);
CREATE UNIQUE INDEX ix_live_findings_one_open ON live_findings (version_id, rule_id, severity, path, about) WHERE cleared_at IS NULL;

-- What is no longer in force has nothing to be put right, however it left.
CREATE FUNCTION clear_findings_of_ended_version() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE live_findings SET cleared_at = portal_now() WHERE version_id = NEW.id AND cleared_at IS NULL;
    RETURN NULL;
END $$;

CREATE TRIGGER agreement_versions_ended AFTER UPDATE OF status ON agreement_versions FOR EACH ROW
    WHEN (OLD.status IN ('Active', 'Suspended') AND NEW.status NOT IN ('Active', 'Suspended'))
    EXECUTE FUNCTION clear_findings_of_ended_version();

UPDATE live_findings f SET cleared_at = portal_now()
FROM agreement_versions v WHERE v.id = f.version_id AND f.cleared_at IS NULL AND v.status NOT IN ('Active', 'Suspended');

CREATE INDEX ix_signatures_person_id ON signatures (person_id, at); -- what a person signed last, in my work

-- What versions share and the countries they send to, for those written before the portal read it off their content.
ALTER TABLE agreement_versions DISABLE TRIGGER agreement_versions_frozen;
WITH contents AS (
    SELECT id, convert_from(canonical_content, 'UTF8')::jsonb AS content FROM agreement_versions
), countries AS (
    SELECT c.id, array_agg(DISTINCT 'country:' || (transfer ->> 'country')) AS named
    FROM contents c, jsonb_path_query(content, '$.flows[*].transfers[*]') AS transfer
    WHERE transfer ->> 'country' IS NOT NULL
    GROUP BY c.id
)
UPDATE agreement_versions v SET relies_on = ARRAY(SELECT DISTINCT code COLLATE "C" FROM unnest(v.relies_on || c.named) AS code ORDER BY 1)
FROM countries c WHERE c.id = v.id AND NOT v.relies_on @> c.named;

WITH contents AS (
    SELECT id, convert_from(canonical_content, 'UTF8')::jsonb AS content FROM agreement_versions WHERE shares = '{}'
), flows AS (
    SELECT c.id, c.content, flow, dataset,
        (SELECT party ->> 'orgId' FROM jsonb_array_elements(c.content -> 'parties') AS party WHERE party ->> 'id' = flow ->> 'from' LIMIT 1) AS sender,
        (SELECT party ->> 'orgId' FROM jsonb_array_elements(c.content -> 'parties') AS party WHERE party ->> 'id' = flow ->> 'to' LIMIT 1) AS receiver,
        (SELECT party ->> 'orgId' FROM jsonb_array_elements(c.content -> 'parties') AS party WHERE party ->> 'id' = dataset ->> 'controller' LIMIT 1) AS controller
    FROM contents c, jsonb_path_query(content, '$.flows[*]') AS flow, jsonb_path_query(content, '$.datasets[*]') AS dataset
    WHERE dataset ->> 'id' = flow ->> 'datasetId'
), shares AS (
    SELECT f.id, array_agg(DISTINCT encode(substr(sha256(convert_to(concat_ws(E'\n', sender, receiver, name, purpose ->> 'code'), 'UTF8')), 1, 16), 'hex')) AS share
    FROM flows f,
        jsonb_path_query(content, '$.purposes[*]') AS purpose,
        unnest(ARRAY[dataset ->> 'catalogueIri', controller || ' ' || upper(dataset ->> 'name')]) AS name
    WHERE sender IS NOT NULL AND receiver IS NOT NULL AND name IS NOT NULL AND purpose ->> 'code' IS NOT NULL
        AND flow -> 'purposeIds' ? (purpose ->> 'id')
    GROUP BY f.id
)
UPDATE agreement_versions v SET shares = s.share FROM shares s WHERE s.id = v.id;
ALTER TABLE agreement_versions ENABLE TRIGGER agreement_versions_frozen;
