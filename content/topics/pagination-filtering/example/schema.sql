-- #region schema
CREATE TABLE sightings (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  species text NOT NULL,
  seen_at timestamptz NOT NULL,
  birds integer NOT NULL
);

CREATE INDEX newest ON sightings (seen_at DESC, id DESC);
CREATE INDEX newest_of_species ON sightings (species, seen_at DESC, id DESC);
CREATE INDEX largest ON sightings (birds DESC, id DESC);
CREATE INDEX largest_of_species ON sightings (species, birds DESC, id DESC);
-- #endregion schema
