-- Each shard has these tables. A shard owns the buckets that are in `bucket`.
CREATE TABLE bucket (id int PRIMARY KEY);

CREATE TABLE reading (
  meter text NOT NULL,
  minute int NOT NULL,
  value int NOT NULL,
  bucket int NOT NULL REFERENCES bucket,
  PRIMARY KEY (meter, minute)
);

CREATE INDEX reading_bucket ON reading (bucket);
