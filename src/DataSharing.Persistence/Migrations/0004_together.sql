-- Drafting together: invited parties, what they agree, and what is said beside the content.

ALTER TABLE agreement_access
    ADD COLUMN party_id     varchar(100),
    ADD COLUMN party_org_id text,
    ADD CONSTRAINT ck_agreement_access_party CHECK ((relation = 'InvitedParty') = (party_id IS NOT NULL) AND (party_id IS NULL) = (party_org_id IS NULL));
GRANT UPDATE (party_id, party_org_id) ON agreement_access TO datasharing_app;

-- The bytes that somebody agreed, once for each content of an agreement.
CREATE TABLE agreed_contents (
    agreement_id      uuid        NOT NULL CONSTRAINT fk_agreed_contents_agreements_agreement_id REFERENCES agreements (id),
    content_hash      varchar(64) NOT NULL,
    canonical_content bytea       NOT NULL,
    CONSTRAINT pk_agreed_contents PRIMARY KEY (agreement_id, content_hash),
    CONSTRAINT ck_agreed_contents_hash CHECK (content_hash = encode(sha256(canonical_content), 'hex'))
);

GRANT SELECT, INSERT ON agreed_contents TO datasharing_app;

CREATE TABLE assents (
    version_id      uuid        NOT NULL CONSTRAINT fk_assents_agreement_versions_version_id REFERENCES agreement_versions (id),
    number          integer     NOT NULL,
    agreement_id    uuid        NOT NULL,
    organisation_id uuid        NOT NULL CONSTRAINT fk_assents_organisations_organisation_id REFERENCES organisations (id),
    person_id       uuid        NOT NULL CONSTRAINT fk_assents_people_person_id REFERENCES people (id),
    content_hash    varchar(64) NOT NULL,
    at              timestamptz NOT NULL,
    changed_by      uuid        CONSTRAINT fk_assents_people_changed_by REFERENCES people (id),
    changed_for     uuid        CONSTRAINT fk_assents_organisations_changed_for REFERENCES organisations (id),
    changed_at      timestamptz,
    withdrawn_at    timestamptz,
    CONSTRAINT pk_assents PRIMARY KEY (version_id, number),
    CONSTRAINT fk_assents_agreed_contents_agreement_id_content_hash FOREIGN KEY (agreement_id, content_hash) REFERENCES agreed_contents (agreement_id, content_hash),
    CONSTRAINT ck_assents_changed CHECK (num_nulls(changed_by, changed_for, changed_at) IN (0, 3))
);

GRANT SELECT, INSERT, UPDATE (changed_by, changed_for, changed_at, withdrawn_at) ON assents TO datasharing_app;

CREATE TABLE comments (
    id              uuid          NOT NULL CONSTRAINT pk_comments PRIMARY KEY,
    agreement_id    uuid          NOT NULL CONSTRAINT fk_comments_agreements_agreement_id REFERENCES agreements (id),
    version_id      uuid          NOT NULL CONSTRAINT fk_comments_agreement_versions_version_id REFERENCES agreement_versions (id),
    section         varchar(40)   NOT NULL,
    path            varchar(500),
    audience        varchar(40)   NOT NULL CONSTRAINT ck_comments_audience CHECK (audience IN ('AllParties', 'OwnOrganisation')),
    person_id       uuid          NOT NULL CONSTRAINT fk_comments_people_person_id REFERENCES people (id),
    organisation_id uuid          NOT NULL CONSTRAINT fk_comments_organisations_organisation_id REFERENCES organisations (id),
    text            varchar(4000) NOT NULL,
    at              timestamptz   NOT NULL,
    resolved_by     uuid          CONSTRAINT fk_comments_people_resolved_by REFERENCES people (id),
    resolved_at     timestamptz,
    CONSTRAINT ck_comments_resolved CHECK ((resolved_by IS NULL) = (resolved_at IS NULL))
);

CREATE INDEX ix_comments_agreement_id ON comments (agreement_id, at); -- the comments of an agreement, newest last
GRANT SELECT, INSERT, UPDATE (resolved_by, resolved_at) ON comments TO datasharing_app;

CREATE TABLE comment_replies (
    comment_id      uuid          NOT NULL CONSTRAINT fk_comment_replies_comments_comment_id REFERENCES comments (id),
    number          integer       NOT NULL,
    person_id       uuid          NOT NULL CONSTRAINT fk_comment_replies_people_person_id REFERENCES people (id),
    organisation_id uuid          NOT NULL CONSTRAINT fk_comment_replies_organisations_organisation_id REFERENCES organisations (id),
    text            varchar(4000) NOT NULL,
    at              timestamptz   NOT NULL,
    CONSTRAINT pk_comment_replies PRIMARY KEY (comment_id, number)
);

GRANT SELECT, INSERT ON comment_replies TO datasharing_app;

-- Events that are one organisation's own matter: only it and its auditors read of them.
ALTER TABLE audit_events ADD COLUMN only_for uuid;
