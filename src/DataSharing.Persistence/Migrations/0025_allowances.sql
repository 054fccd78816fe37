-- What people and organisations have used up of what is allowed within a time, for all instances together. A crash may forget it.
CREATE UNLOGGED TABLE allowances_used (
    deed      varchar(40) NOT NULL,
    holder_id uuid        NOT NULL,
    used      integer     NOT NULL,
    ends_at   timestamptz NOT NULL, -- security time; then it begins anew
    CONSTRAINT pk_allowances_used PRIMARY KEY (deed, holder_id)
);

GRANT SELECT, INSERT, UPDATE (used, ends_at) ON allowances_used TO datasharing_app;

CREATE INDEX ix_parked_posts_issuer_subject ON parked_posts (issuer, subject); -- how many of one person's are kept
