CREATE TABLE listing (
  id int PRIMARY KEY,
  price int NOT NULL CHECK (price > 0),
  version int NOT NULL DEFAULT 1
);

-- #region outbox
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id uuid NOT NULL DEFAULT gen_random_uuid(), -- for the inbox
  key text NOT NULL, -- messages with the same key stay in order
  type text NOT NULL,
  body jsonb NOT NULL, -- complete: the relay looks nothing up
  created_at timestamptz NOT NULL DEFAULT now(),
  published_at timestamptz
);

CREATE INDEX outbox_open ON outbox (id) WHERE published_at IS NULL;
-- #endregion outbox

-- The consumer's tables; in production, they are in its own database.
CREATE TABLE inbox (message_id uuid PRIMARY KEY);

CREATE TABLE search_index (
  listing_id int PRIMARY KEY,
  price int NOT NULL,
  version int NOT NULL
);
