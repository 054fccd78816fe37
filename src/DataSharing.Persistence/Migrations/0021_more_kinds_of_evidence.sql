-- Letters and pictures of phones are taken as evidence too.

ALTER TABLE evidence
    DROP CONSTRAINT ck_evidence_file_type,
    ADD CONSTRAINT ck_evidence_file_type CHECK (file_type IN (
        'Pdf', 'Docx', 'Xlsx', 'Odt', 'Png', 'Jpeg', 'Txt', 'Csv', 'Eml', 'Msg', 'Heic'));
