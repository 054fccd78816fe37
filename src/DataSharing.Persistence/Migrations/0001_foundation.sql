-- The portal runs as a member of this role. A deployment makes it beforehand, with its own login as a member.
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'datasharing_app') THEN
        CREATE ROLE datasharing_app NOLOGIN;
    END IF;
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO datasharing_app;
GRANT SELECT ON "__EFMigrationsHistory" TO datasharing_app; -- readiness: is the schema the one I was built for?

-- Business time. Production has no row here, so business time is the server's clock; the demo and tests move it.
CREATE TABLE business_clock (
    id        boolean  NOT NULL CONSTRAINT pk_business_clock PRIMARY KEY CONSTRAINT ck_business_clock_one_row CHECK (id),
    ahead_by  interval NOT NULL
);

CREATE FUNCTION portal_now() RETURNS timestamptz LANGUAGE sql STABLE
    SET search_path = public, pg_temp
    AS $$ SELECT clock_timestamp() + coalesce((SELECT ahead_by FROM business_clock), interval '0') $$;

GRANT SELECT ON business_clock TO datasharing_app;

-- Signed-in browsers. The key in the cookie is stored as its SHA-256 only. Times are security time, never shifted.
CREATE TABLE sessions (
    key_hash   bytea       NOT NULL CONSTRAINT pk_sessions PRIMARY KEY,
    issuer     varchar(400) NOT NULL,
    subject    varchar(255) NOT NULL,
    ticket     bytea       NOT NULL,
    started_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE INDEX ix_sessions_expires_at ON sessions (expires_at); -- the sweep of expired sessions
CREATE INDEX ix_sessions_issuer_subject ON sessions (issuer, subject); -- ending all sessions of a person
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO datasharing_app;

CREATE TABLE data_protection_keys (
    name varchar(200) NOT NULL CONSTRAINT pk_data_protection_keys PRIMARY KEY,
    xml  text         NOT NULL
);

GRANT SELECT, INSERT, DELETE ON data_protection_keys TO datasharing_app;

-- What somebody typed when their sign-in had become too old, kept until they have signed in again. Encrypted.
CREATE TABLE parked_posts (
    id         varchar(40)   NOT NULL CONSTRAINT pk_parked_posts PRIMARY KEY,
    issuer     varchar(400)  NOT NULL,
    subject    varchar(255)  NOT NULL,
    path       varchar(2000) NOT NULL,
    form       bytea         NOT NULL,
    expires_at timestamptz   NOT NULL
);

CREATE INDEX ix_parked_posts_expires_at ON parked_posts (expires_at); -- the sweep of expired ones
GRANT SELECT, INSERT, DELETE ON parked_posts TO datasharing_app;
