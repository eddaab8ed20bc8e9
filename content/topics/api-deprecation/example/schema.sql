CREATE TABLE deprecated_call (
  endpoint text NOT NULL,
  client   text NOT NULL,
  day      date NOT NULL,
  calls    int  NOT NULL,
  PRIMARY KEY (endpoint, client, day)
);
