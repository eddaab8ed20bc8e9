CREATE TABLE account (
  id text PRIMARY KEY CHECK (id <> ''), -- '' is what's left of a SET LOCAL
  roles text[] NOT NULL
);

CREATE TABLE grade (
  id integer PRIMARY KEY,
  student text NOT NULL REFERENCES account,
  teacher text NOT NULL REFERENCES account,
  mark text NOT NULL,
  closed boolean NOT NULL DEFAULT false -- when the term is over
);

-- #region rls
CREATE ROLE school_app LOGIN PASSWORD 'secret';
GRANT SELECT ON account, grade TO school_app;
GRANT UPDATE (mark) ON grade TO school_app;

ALTER TABLE grade ENABLE ROW LEVEL SECURITY;
CREATE POLICY involved ON grade USING (
  current_setting('app.user_id', true) IN (student, teacher)
  OR EXISTS (
    SELECT FROM account
    WHERE id = current_setting('app.user_id', true)
      AND 'registrar' = ANY (roles)
  )
);
-- #endregion rls
