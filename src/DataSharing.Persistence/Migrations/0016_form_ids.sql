-- The ids of forms that had their effect. A row is written in the transaction of the effect, so that of equal posts, however many and however
-- close, one has an effect. The id is the person's own: what somebody else sent under the same one says nothing.
CREATE TABLE form_ids (
    person_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    address     text        NOT NULL,
    fields_hash bytea       NOT NULL,
    answer      text,       -- known only once the effect is saved
    at          timestamptz NOT NULL,
    CONSTRAINT pk_form_ids PRIMARY KEY (person_id, id)
);

CREATE INDEX ix_form_ids_at ON form_ids (at); -- the sweep of those older than a day
GRANT SELECT, INSERT, DELETE ON form_ids TO datasharing_app;
GRANT UPDATE (answer) ON form_ids TO datasharing_app;
