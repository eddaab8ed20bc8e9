CREATE TABLE prices (
  seat text PRIMARY KEY,
  euros integer NOT NULL
);

-- #region outbox
CREATE TABLE changed (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text NOT NULL
);

CREATE FUNCTION note_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A renamed seat has two keys. OLD or NEW is null in an insert or a delete.
  INSERT INTO changed (key)
  SELECT 'price:' || seat
  FROM unnest(ARRAY[OLD.seat, NEW.seat]) AS seat
  WHERE seat IS NOT NULL
  UNION
  SELECT 'version:prices'; -- for lists, see below
  RETURN NULL;
END $$;

CREATE TRIGGER note_price AFTER INSERT OR UPDATE OR DELETE ON prices
  FOR EACH ROW EXECUTE FUNCTION note_price();
-- #endregion outbox
