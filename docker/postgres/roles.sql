-- Run once, by the superuser, on an empty cluster. Who is who is in src/DataSharing.Persistence/Migrations/0001_foundation.sql.
\getenv owner_password DATASHARING_OWNER_PASSWORD
\getenv portal_password DATASHARING_PORTAL_PASSWORD
\getenv keycloak_password KEYCLOAK_DATABASE_PASSWORD

CREATE ROLE datasharing_owner LOGIN PASSWORD :'owner_password'; -- migrates; nothing else logs in as it
CREATE ROLE datasharing_app NOLOGIN;                            -- what the portal may do is granted to this group
CREATE ROLE datasharing_portal LOGIN PASSWORD :'portal_password' IN ROLE datasharing_app;
CREATE ROLE keycloak LOGIN PASSWORD :'keycloak_password';

CREATE DATABASE datasharing OWNER datasharing_owner;
CREATE DATABASE keycloak OWNER keycloak;

-- PostgreSQL lets every role connect to every database unless told otherwise.
REVOKE ALL ON DATABASE datasharing, keycloak, postgres FROM PUBLIC;
GRANT CONNECT ON DATABASE datasharing TO datasharing_app;
