-- #region rename
ALTER TABLE "Tutor" RENAME COLUMN "fullname" TO "name";
-- #endregion rename
