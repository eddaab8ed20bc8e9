CREATE TABLE invites (
  code text PRIMARY KEY,
  course_id int NOT NULL,
  max_uses int NOT NULL,
  uses int NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL
);

CREATE TABLE members (
  course_id int NOT NULL,
  user_id int NOT NULL,
  PRIMARY KEY (course_id, user_id)
);
