DROP TABLE IF EXISTS guest, voucher, booking, price;

-- #region guest
CREATE TABLE guest (
  id         BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
  email      VARCHAR(254) NOT NULL UNIQUE,
  name       VARCHAR(200) NOT NULL,
  reset_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin UNIQUE
);
-- #endregion guest

CREATE TABLE voucher (
  code  CHAR(12) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
  cents INT NOT NULL CHECK (cents >= 0)
);

-- #region booking
CREATE TABLE booking (
  id       BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
  pitch    INT NOT NULL,
  night    DATE NOT NULL,
  guest_id BIGINT UNSIGNED NOT NULL,
  UNIQUE KEY one_guest_per_night (pitch, night)
);
-- #endregion booking

CREATE TABLE price (
  pitch INT NOT NULL,
  night DATE NOT NULL,
  cents INT NOT NULL,
  PRIMARY KEY (pitch, night)
);
