INSERT INTO role_inherits VALUES
  ('treasurer', 'accountant'),
  ('accountant', 'viewer'),
  ('clerk', 'viewer');
INSERT INTO role_grants VALUES
  ('viewer', 'invoice:read'),
  ('clerk', 'invoice:enter'),
  ('accountant', 'invoice:approve'),
  ('treasurer', 'limit:set');
INSERT INTO assignments VALUES
  ('weber', 'clerk', '2099-12-31'),
  ('weber', 'accountant', '2099-12-31'),
  ('okoye', 'treasurer', '2099-12-31'),
  ('lind', 'clerk', '2099-12-31'),
  ('lind', 'accountant', '2025-06-30');
