-- One-time keys that let a browser in, known by their hash, with a code under the master key: crates/store/src/entry_keys.rs.
-- The same as migrations/postgres/0009_entry_key.sql: a test compares them.

CREATE TABLE entry_key (
  token BLOB NOT NULL PRIMARY KEY,
  actor TEXT NOT NULL,
  created INTEGER NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE INDEX entry_key_actor ON entry_key (actor);
CREATE INDEX entry_key_created ON entry_key (created);
