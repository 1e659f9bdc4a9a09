-- Doors lie under the key: what the journal says last of a login, a feed or a passphrase, and the code of a login's row.
-- Codes of rows that are there already are made by the program, which has the key: crates/store/src/doors.rs.
-- The same as migrations/sqlite/0008_doors.sql: a test compares them.

ALTER TABLE login ADD COLUMN mac BYTEA;
CREATE INDEX journal_door ON journal (entry, tbl, n, what) WHERE tbl = 'login' OR tbl = 'feed' OR tbl = 'passphrase';
