CREATE TABLE organisations (
    id                           uuid         NOT NULL CONSTRAINT pk_organisations PRIMARY KEY,
    name                         varchar(200) NOT NULL,
    note                         varchar(200),
    sector                       varchar(40)  NOT NULL,
    nation                       varchar(40)  NOT NULL,
    is_public_authority          boolean      NOT NULL,
    is_public_body               boolean      NOT NULL,
    is_competent_authority       boolean      NOT NULL,
    exercises_official_authority boolean      NOT NULL,
    ico_registration             varchar(20),
    contact_email                varchar(300),
    data_protection_officer      varchar(300),
    breach_contact               varchar(300),
    complaints_route             varchar(300)
);

CREATE INDEX ix_organisations_name ON organisations (lower(name), id); -- the directory, page by page
GRANT SELECT, INSERT, UPDATE ON organisations TO datasharing_app;

CREATE TABLE organisation_identifiers (
    scheme          varchar(20)  NOT NULL,
    value           varchar(100) NOT NULL,
    organisation_id uuid         NOT NULL CONSTRAINT fk_organisation_identifiers_organisations_organisation_id REFERENCES organisations (id),
    CONSTRAINT pk_organisation_identifiers PRIMARY KEY (scheme, value) -- an identifier names one organisation
);

CREATE INDEX ix_organisation_identifiers_organisation_id ON organisation_identifiers (organisation_id); -- those of an organisation
GRANT SELECT, INSERT, DELETE ON organisation_identifiers TO datasharing_app;

CREATE TABLE organisation_assurances (
    id              uuid         NOT NULL CONSTRAINT pk_organisation_assurances PRIMARY KEY,
    organisation_id uuid         NOT NULL CONSTRAINT fk_organisation_assurances_organisations_organisation_id REFERENCES organisations (id),
    type            varchar(40)  NOT NULL,
    level           varchar(40),
    reference       varchar(100) NOT NULL,
    valid_to        date         NOT NULL
);

CREATE INDEX ix_organisation_assurances_organisation_id ON organisation_assurances (organisation_id); -- those of an organisation
GRANT SELECT, INSERT, DELETE ON organisation_assurances TO datasharing_app;

CREATE TABLE people (
    id      uuid         NOT NULL CONSTRAINT pk_people PRIMARY KEY,
    issuer  varchar(400) NOT NULL,
    subject varchar(255) NOT NULL,
    name    varchar(200) NOT NULL
);

CREATE UNIQUE INDEX ix_people_issuer_subject ON people (issuer, subject); -- who signs in
GRANT SELECT, INSERT, UPDATE ON people TO datasharing_app;

CREATE TABLE memberships (
    id              uuid        NOT NULL CONSTRAINT pk_memberships PRIMARY KEY,
    person_id       uuid        NOT NULL CONSTRAINT fk_memberships_people_person_id REFERENCES people (id),
    organisation_id uuid        NOT NULL CONSTRAINT fk_memberships_organisations_organisation_id REFERENCES organisations (id),
    role            varchar(40) NOT NULL,
    since           timestamptz NOT NULL,
    ended_at        timestamptz,
    CONSTRAINT ck_memberships_ends_after_it_begins CHECK (ended_at >= since)
);

CREATE UNIQUE INDEX ix_memberships_held ON memberships (person_id, organisation_id, role) WHERE ended_at IS NULL; -- a role is held once
CREATE INDEX ix_memberships_organisation_id ON memberships (organisation_id); -- the people of an organisation
GRANT SELECT, INSERT, UPDATE ON memberships TO datasharing_app;

CREATE TABLE invitations (
    id              uuid         NOT NULL CONSTRAINT pk_invitations PRIMARY KEY,
    organisation_id uuid         NOT NULL CONSTRAINT fk_invitations_organisations_organisation_id REFERENCES organisations (id),
    role            varchar(40)  NOT NULL,
    recipient       varchar(254) NOT NULL,
    invited_by      uuid         NOT NULL CONSTRAINT fk_invitations_people_invited_by REFERENCES people (id),
    secret_hash     bytea        NOT NULL,
    expires_at      timestamptz  NOT NULL,
    accepted_at     timestamptz,
    accepted_by     uuid         CONSTRAINT fk_invitations_people_accepted_by REFERENCES people (id),
    cancelled_at    timestamptz,
    CONSTRAINT ck_invitations_not_by_the_inviter CHECK (accepted_by <> invited_by)
);

CREATE UNIQUE INDEX ix_invitations_secret_hash ON invitations (secret_hash); -- a link that is followed
CREATE INDEX ix_invitations_organisation_id ON invitations (organisation_id); -- the open ones of an organisation
GRANT SELECT, INSERT, UPDATE ON invitations TO datasharing_app;

CREATE TABLE audit_scopes (
    id              uuid NOT NULL CONSTRAINT pk_audit_scopes PRIMARY KEY,
    auditor_id      uuid NOT NULL CONSTRAINT fk_audit_scopes_people_auditor_id REFERENCES people (id),
    organisation_id uuid NOT NULL CONSTRAINT fk_audit_scopes_organisations_organisation_id REFERENCES organisations (id),
    from_day        date NOT NULL,
    until_day       date NOT NULL,
    ended_at        timestamptz,
    CONSTRAINT ck_audit_scopes_in_order CHECK (from_day <= until_day)
);

CREATE INDEX ix_audit_scopes_auditor_id ON audit_scopes (auditor_id); -- what an auditor may read
CREATE INDEX ix_audit_scopes_organisation_id ON audit_scopes (organisation_id); -- who may read an organisation's agreements
GRANT SELECT, INSERT, UPDATE ON audit_scopes TO datasharing_app;

-- What happened, who did it, in which role and why. Written in the transaction of what it tells.
CREATE TABLE audit_events (
    id                bigint       GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_audit_events PRIMARY KEY,
    subject_id        uuid         NOT NULL,
    event             varchar(100) NOT NULL,
    person_id         uuid,
    organisation_id   uuid,
    role              varchar(40),
    reason            text,
    agreement_version integer,
    content_hash      bytea,
    details           jsonb        NOT NULL,
    at                timestamptz  NOT NULL DEFAULT portal_now()
);

CREATE INDEX ix_audit_events_subject_id ON audit_events (subject_id, id); -- the history of one agreement, organisation or person

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'The audit log is append-only';
END $$;

CREATE TRIGGER audit_events_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

GRANT SELECT, INSERT ON audit_events TO datasharing_app;
