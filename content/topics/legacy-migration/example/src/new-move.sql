CREATE TABLE move (state TEXT NOT NULL); -- one row
INSERT INTO move VALUES ('closed');
CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, meter TEXT, date TEXT
);

CREATE TRIGGER fence_insert BEFORE INSERT ON reading
WHEN (SELECT state FROM move) IN ('leaving', 'closed')
BEGIN
  SELECT RAISE(ABORT, 'readings have another owner');
END;

CREATE TRIGGER log_insert AFTER INSERT ON reading
WHEN (SELECT state FROM move) = 'open'
BEGIN
  INSERT INTO change (meter, date) VALUES (NEW.meter, NEW.date);
END;

CREATE TRIGGER fence_update BEFORE UPDATE ON reading
WHEN (SELECT state FROM move) IN ('leaving', 'closed')
BEGIN
  SELECT RAISE(ABORT, 'readings have another owner');
END;

CREATE TRIGGER log_update AFTER UPDATE ON reading
WHEN (SELECT state FROM move) = 'open'
BEGIN
  INSERT INTO change (meter, date) VALUES (OLD.meter, OLD.date), (NEW.meter, NEW.date);
END;

CREATE TRIGGER fence_delete BEFORE DELETE ON reading
WHEN (SELECT state FROM move) IN ('leaving', 'closed')
BEGIN
  SELECT RAISE(ABORT, 'readings have another owner');
END;

CREATE TRIGGER log_delete AFTER DELETE ON reading
WHEN (SELECT state FROM move) = 'open'
BEGIN
  INSERT INTO change (meter, date) VALUES (OLD.meter, OLD.date);
END;
