-- Carried out once, after the secret 10-roles.sql: a database for each service. Whoever has no business in one cannot even connect.
CREATE TEMPORARY TABLE service (name text, owner text);
INSERT INTO service VALUES
  ('healthcare_security', 'healthcare_security_owner'),
  ('civil_affairs', 'civil_affairs_owner'),
  ('disabled_persons_federation', 'disabled_persons_federation_owner'),
  ('health', 'health_owner'),
  -- What the registry keeps is folded from the agencies' events, and may be folded anew: it needs no guard against its own process.
  ('registry', 'registry'),
  ('audit', 'audit_owner');

SELECT format('CREATE DATABASE %I OWNER %I', name, owner) FROM service \gexec
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', name) FROM service \gexec
SELECT format('GRANT CONNECT ON DATABASE %I TO %I', name, name) FROM service \gexec
-- What the registry discloses it records first.
GRANT CONNECT ON DATABASE audit TO registry_trail;
REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;
