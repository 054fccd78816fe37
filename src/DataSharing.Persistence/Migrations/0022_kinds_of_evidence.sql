-- What those at a meeting sign, terms of reference, an approval by e-mail, and whatever else supports an agreement.

ALTER TABLE evidence
    DROP CONSTRAINT ck_evidence_kind,
    ADD CONSTRAINT ck_evidence_kind CHECK (kind IN (
        'DPIA', 'APD', 'LIA', 'TRA', 'LegalAdvice', 'CAG', 'REC', 'Accreditation', 'Certificate', 'Contract', 'Request',
        'ConfidentialityDeclaration', 'TermsOfReference', 'EmailApproval', 'Other'));
