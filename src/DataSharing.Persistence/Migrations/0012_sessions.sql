-- The provider ends sessions by its own name for them. A row that it ended has no ticket any more; it stays for half an hour,
-- so that a form that comes too late is kept for the person whose session it was.
ALTER TABLE sessions
    ADD session_id varchar(255),
    ADD ended_at   timestamptz,
    ALTER COLUMN ticket DROP NOT NULL,
    ADD CONSTRAINT ck_sessions_ended CHECK ((ended_at IS NULL) = (ticket IS NOT NULL));

CREATE INDEX ix_sessions_issuer_session_id ON sessions (issuer, session_id); -- ending the sessions of one sign-in at the provider

-- Logout tokens that were used, by the hash of their id, for as long as they could be sent again.
CREATE TABLE logout_tokens (
    issuer     varchar(400) NOT NULL,
    id_hash    bytea        NOT NULL,
    expires_at timestamptz  NOT NULL,
    CONSTRAINT pk_logout_tokens PRIMARY KEY (issuer, id_hash)
);

CREATE INDEX ix_logout_tokens_expires_at ON logout_tokens (expires_at); -- the sweep of expired ones
GRANT SELECT, INSERT, DELETE ON logout_tokens TO datasharing_app;
