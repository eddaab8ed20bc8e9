CREATE TABLE auctions (
  id integer PRIMARY KEY,
  highest integer NOT NULL,
  bids integer NOT NULL DEFAULT 0
);

CREATE TABLE bids (
  auction integer NOT NULL REFERENCES auctions,
  number integer NOT NULL,
  bidder text NOT NULL,
  amount integer NOT NULL,
  PRIMARY KEY (auction, number)
);

CREATE TABLE tickets (
  ticket text PRIMARY KEY,
  bidder text NOT NULL,
  expires timestamptz NOT NULL
);
