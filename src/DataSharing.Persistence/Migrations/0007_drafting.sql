-- Drafting in the browser: what was taken out of a draft can be put back, and its ids are not given out again.
ALTER TABLE agreement_versions
    ADD removed jsonb NOT NULL DEFAULT '[]',
    ADD sections_with_nothing text[] NOT NULL DEFAULT '{}';
ALTER TABLE agreement_versions
    ALTER removed DROP DEFAULT,
    ALTER sections_with_nothing DROP DEFAULT;
GRANT UPDATE (removed, sections_with_nothing) ON agreement_versions TO datasharing_app;
