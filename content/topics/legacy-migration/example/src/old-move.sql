-- #region move
CREATE TABLE move (state TEXT NOT NULL); -- one row
INSERT INTO move VALUES ('open');
CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, meter TEXT, date TEXT
);

CREATE TRIGGER fence_insert BEFORE INSERT ON MTR_RD
WHEN (SELECT state FROM move) IN ('leaving', 'closed')
BEGIN
  SELECT RAISE(ABORT, 'readings have another owner');
END;

CREATE TRIGGER log_insert AFTER INSERT ON MTR_RD
WHEN (SELECT state FROM move) = 'open'
BEGIN
  INSERT INTO change (meter, date) VALUES (NEW.MTR, NEW.DT);
END;
-- #endregion move

CREATE TRIGGER fence_update BEFORE UPDATE ON MTR_RD
WHEN (SELECT state FROM move) IN ('leaving', 'closed')
BEGIN
  SELECT RAISE(ABORT, 'readings have another owner');
END;

CREATE TRIGGER log_update AFTER UPDATE ON MTR_RD
WHEN (SELECT state FROM move) = 'open'
BEGIN
  INSERT INTO change (meter, date) VALUES (OLD.MTR, OLD.DT), (NEW.MTR, NEW.DT);
END;

CREATE TRIGGER fence_delete BEFORE DELETE ON MTR_RD
WHEN (SELECT state FROM move) IN ('leaving', 'closed')
BEGIN
  SELECT RAISE(ABORT, 'readings have another owner');
END;

CREATE TRIGGER log_delete AFTER DELETE ON MTR_RD
WHEN (SELECT state FROM move) = 'open'
BEGIN
  INSERT INTO change (meter, date) VALUES (OLD.MTR, OLD.DT);
END;

-- The first copy: at first, every row counts as changed.
INSERT INTO change (meter, date) SELECT MTR, DT FROM MTR_RD;
