CREATE TABLE rides (
    id INTEGER PRIMARY KEY,
    bike TEXT NOT NULL,
    ended INTEGER NOT NULL DEFAULT 0
);

CREATE UNIQUE INDEX one_open_ride_per_bike ON rides (bike) WHERE ended = 0;
