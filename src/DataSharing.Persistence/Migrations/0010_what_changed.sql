-- By which law book and policy a version was in order before something was newly found on it: so that its owner is told what changed.
-- What was found before says nothing of it.
ALTER TABLE live_findings
    ADD law_book_before integer,
    ADD policy_before   integer;

-- My work shows what is an error until it is gone, and anything else until somebody has answered it.
DROP INDEX ix_live_findings_tasks;
CREATE INDEX ix_live_findings_tasks ON live_findings (owner_id) WHERE cleared_at IS NULL;
