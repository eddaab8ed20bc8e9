CREATE TABLE IF NOT EXISTS booking (
  room INTEGER NOT NULL,
  slot TEXT NOT NULL,
  flat TEXT NOT NULL,
  PRIMARY KEY (room, slot)
);
