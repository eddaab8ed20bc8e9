-- Up Migration
CREATE TABLE product (
  id    int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  price numeric(8, 2) NOT NULL
);
