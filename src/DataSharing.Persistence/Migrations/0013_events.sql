-- Events are contracts: a stable name and number, and canonical bytes (RFC 8785). What was written before was called by its C# class; here each
-- gets its stable name once, with number 0 and the row as it stood, act included, as its bytes. They are never migrated again.

-- RFC 8785 of a JSON value. Members are ASCII here, so the order of their bytes is that of UTF-16; PostgreSQL escapes texts as the RFC asks.
CREATE FUNCTION canonical_json(value jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT CASE jsonb_typeof(value)
        WHEN 'object' THEN (
            SELECT '{' || coalesce(string_agg(to_jsonb(m.key)::text || ':' || canonical_json(m.value), ',' ORDER BY m.key COLLATE "C"), '') || '}'
            FROM jsonb_each(value) AS m)
        WHEN 'array' THEN (
            SELECT '[' || coalesce(string_agg(canonical_json(e.value), ',' ORDER BY e.place), '') || ']'
            FROM jsonb_array_elements(value) WITH ORDINALITY AS e (value, place))
        WHEN 'number' THEN trim_scale(value::text::numeric)::text
        ELSE value::text
    END
$$;

ALTER TABLE audit_events
    ADD event_id uuid NOT NULL DEFAULT gen_random_uuid(),
    ADD name     varchar(100),
    ADD number   integer,
    ADD body     bytea;

ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only;

WITH contract (class, name) AS (
    VALUES
        -- what some classes were called before
        ('AssuranceRecorded', 'organisation.evidence-recorded'),
        ('AssuranceRemoved', 'organisation.evidence-removed'),
        ('ItemAdded', 'agreement.item-added-to-draft'),
        ('ItemRemoved', 'agreement.item-removed-from-draft'),
        ('ItemRestored', 'agreement.item-restored-to-draft'),
        ('ItemMoved', 'agreement.item-moved-in-draft'),
        ('AgreementDrafted', 'agreement.drafted'),
        ('ContentReplaced', 'agreement.content-replaced'),
        ('WarningJustified', 'agreement.warning-justified'),
        ('PartnersInvited', 'agreement.partners-invited'),
        ('ChangeAsked', 'agreement.change-asked'),
        ('PartnerReviewStopped', 'agreement.partner-review-stopped'),
        ('ContentAgreed', 'agreement.content-agreed'),
        ('VersionSubmitted', 'agreement.version-submitted'),
        ('StagesOpened', 'agreement.stages-opened'),
        ('StageDecided', 'agreement.stage-decided'),
        ('ConditionsAccepted', 'agreement.conditions-accepted'),
        ('VersionReturned', 'agreement.version-returned'),
        ('VersionTakenBack', 'agreement.version-taken-back'),
        ('VersionRejected', 'agreement.version-rejected'),
        ('VersionWithdrawn', 'agreement.version-withdrawn'),
        ('AllStagesFinished', 'agreement.all-stages-finished'),
        ('VersionSigned', 'agreement.version-signed'),
        ('VersionApproved', 'agreement.version-approved'),
        ('SignatureDeclined', 'agreement.signature-declined'),
        ('SigningLapsed', 'agreement.signing-lapsed'),
        ('VersionActivated', 'agreement.version-activated'),
        ('ActivationHeld', 'agreement.activation-held'),
        ('VersionReopened', 'agreement.version-reopened'),
        ('AnswersChanged', 'agreement.answers-changed'),
        ('ItemAddedToDraft', 'agreement.item-added-to-draft'),
        ('ItemRemovedFromDraft', 'agreement.item-removed-from-draft'),
        ('ItemRestoredToDraft', 'agreement.item-restored-to-draft'),
        ('ItemMovedInDraft', 'agreement.item-moved-in-draft'),
        ('SectionMarked', 'agreement.section-marked'),
        ('VersionRechecked', 'agreement.version-rechecked'),
        ('LiveFindingAnswered', 'agreement.live-finding-answered'),
        ('CommentAdded', 'agreement.comment-added'),
        ('CommentReplied', 'agreement.comment-replied'),
        ('CommentResolved', 'agreement.comment-resolved'),
        ('CommentReopened', 'agreement.comment-reopened'),
        ('EvidenceAdded', 'agreement.evidence-added'),
        ('EvidenceChanged', 'agreement.evidence-changed'),
        ('EvidenceRemoved', 'agreement.evidence-removed'),
        ('EditionStarted', 'edition.started'),
        ('EditionChanged', 'edition.changed'),
        ('EditionPutForward', 'edition.put-forward'),
        ('EditionReturned', 'edition.returned'),
        ('EditionReleased', 'edition.released'),
        ('EditionWithdrawn', 'edition.withdrawn'),
        ('OrganisationRegistered', 'organisation.registered'),
        ('OrganisationDescribed', 'organisation.described'),
        ('IdentifierAdded', 'organisation.identifier-added'),
        ('IdentifierRemoved', 'organisation.identifier-removed'),
        ('OrganisationEvidenceRecorded', 'organisation.evidence-recorded'),
        ('OrganisationEvidenceRenewed', 'organisation.evidence-renewed'),
        ('OrganisationEvidenceRemoved', 'organisation.evidence-removed'),
        ('PersonFirstSeen', 'person.first-seen'),
        ('PersonRenamed', 'person.renamed'),
        ('RoleGranted', 'organisation.role-granted'),
        ('RoleEnded', 'organisation.role-ended'),
        ('PersonInvited', 'organisation.person-invited'),
        ('InvitationAccepted', 'organisation.invitation-accepted'),
        ('InvitationCancelled', 'organisation.invitation-cancelled'),
        ('AuditScopeOpened', 'organisation.audit-scope-opened'),
        ('AuditScopeEnded', 'organisation.audit-scope-ended')
)
UPDATE audit_events e SET
    name = c.name, -- an event that is not in the table stops the migration: nobody could read it back
    number = 0,
    body = convert_to(canonical_json(jsonb_strip_nulls(jsonb_build_object(
        'act', jsonb_build_object('person', e.person_id, 'organisation', e.organisation_id, 'role', e.role, 'reason', e.reason),
        'agreementVersion', e.agreement_version,
        'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'contentHash', encode(e.content_hash, 'hex'),
        'event', e.event,
        'onlyFor', e.only_for,
        'subject', e.subject_id)) || jsonb_build_object('details', e.details)), 'UTF8')
FROM audit_events o LEFT JOIN contract c ON c.class = o.event
WHERE o.id = e.id;

ALTER TABLE audit_events ENABLE TRIGGER audit_events_append_only;
DROP FUNCTION canonical_json(jsonb);

ALTER TABLE audit_events
    ALTER event_id DROP DEFAULT,
    ALTER name SET NOT NULL,
    ALTER number SET NOT NULL,
    ALTER body SET NOT NULL,
    DROP COLUMN event,
    DROP COLUMN details,
    ADD CONSTRAINT ck_audit_events_number CHECK (number >= 0);

-- Its outside name. Nothing rests on the order of these, so that whoever seals the log later makes no writer wait.
CREATE UNIQUE INDEX ix_audit_events_event_id ON audit_events (event_id);

