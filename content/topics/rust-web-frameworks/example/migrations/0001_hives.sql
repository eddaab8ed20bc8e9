CREATE TABLE hives (
    id INTEGER PRIMARY KEY,
    kilograms REAL NOT NULL
);
