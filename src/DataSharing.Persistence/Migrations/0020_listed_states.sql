-- A draft that follows a returned version is listed as what it is: changes were requested. As the domain says it (VersionStates.Listed).
UPDATE agreement_sights s SET status = 'ChangesRequested'
FROM agreement_versions v WHERE v.id = s.version_id AND v.status = 'Draft' AND v.kind = 'AfterReturn';
