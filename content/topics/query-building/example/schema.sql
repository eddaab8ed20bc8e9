CREATE TABLE job (
  id         int PRIMARY KEY,
  company_id int NOT NULL,
  title      text NOT NULL,
  city       text NOT NULL,
  salary     int NOT NULL,
  remote     boolean NOT NULL
);
CREATE TABLE job_skill (
  job_id int NOT NULL REFERENCES job ON DELETE CASCADE,
  skill  text NOT NULL,
  PRIMARY KEY (job_id, skill)
);
CREATE INDEX job_city ON job (city);

INSERT INTO job VALUES
  (1, 7, 'Baker', 'Oslo', 41000, false),
  (2, 7, 'Editor', 'Oslo', 52000, true),
  (3, 8, 'Welder', 'Turin', 47000, false),
  (4, 8, 'Sales, 100% remote', 'Turin', 39000, true);
INSERT INTO job_skill VALUES
  (2, 'writing'), (2, 'english'), (4, 'english');
