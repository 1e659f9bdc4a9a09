-- The record. Times are microseconds since 1970 in UTC; ids are hyphenated UUIDs; `sealed` is ciphertext (crates/store/src/seal.rs).
-- The same tables as migrations/sqlite/0001_record.sql: a test compares them.

CREATE TABLE setting (
  id      TEXT    NOT NULL PRIMARY KEY,
  kind    TEXT    NOT NULL,
  created BIGINT NOT NULL
);
INSERT INTO setting (id, kind, created) VALUES ('00000000-0000-0000-0000-000000000000', 'home', 0);

CREATE TABLE person (
  id      TEXT    NOT NULL PRIMARY KEY,
  setting TEXT    NOT NULL REFERENCES setting (id),
  version BIGINT NOT NULL,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  key_id  TEXT    NOT NULL,
  wrapped BYTEA    NOT NULL,
  sealed  BYTEA    NOT NULL
);
CREATE INDEX person_order ON person (created, id);

CREATE TABLE screening (
  id      TEXT    NOT NULL PRIMARY KEY,
  person  TEXT    NOT NULL REFERENCES person (id),
  version BIGINT NOT NULL,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  sealed  BYTEA    NOT NULL
);
CREATE INDEX screening_order ON screening (person, created, id);

CREATE TABLE programme (
  id      TEXT    NOT NULL PRIMARY KEY,
  person  TEXT    NOT NULL REFERENCES person (id),
  version BIGINT NOT NULL,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  sealed  BYTEA    NOT NULL
);
CREATE INDEX programme_order ON programme (person, created, id);

CREATE TABLE session (
  id      TEXT    NOT NULL PRIMARY KEY,
  person  TEXT    NOT NULL REFERENCES person (id),
  version BIGINT NOT NULL,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  sealed  BYTEA    NOT NULL,
  UNIQUE (person, id)
);
CREATE INDEX session_order ON session (person, created, id);

-- A check-in or a photograph can only follow a session of the same person.
CREATE TABLE checkin (
  id      TEXT    NOT NULL PRIMARY KEY,
  person  TEXT    NOT NULL REFERENCES person (id),
  parent  TEXT    NOT NULL,
  version BIGINT NOT NULL,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  sealed  BYTEA    NOT NULL,
  FOREIGN KEY (person, parent) REFERENCES session (person, id)
);
CREATE INDEX checkin_order ON checkin (person, created, id);
CREATE INDEX checkin_parent ON checkin (person, parent);

CREATE TABLE photo (
  id         TEXT    NOT NULL PRIMARY KEY,
  person     TEXT    NOT NULL REFERENCES person (id),
  parent     TEXT,
  version    BIGINT NOT NULL,
  created    BIGINT NOT NULL,
  changed    BIGINT NOT NULL,
  sealed     BYTEA    NOT NULL,
  object     TEXT    NOT NULL UNIQUE,
  wrapped    BYTEA    NOT NULL,
  full_size  BIGINT NOT NULL,
  full_hash  BYTEA    NOT NULL,
  thumb_size BIGINT NOT NULL,
  thumb_hash BYTEA    NOT NULL,
  FOREIGN KEY (person, parent) REFERENCES session (person, id)
);
CREATE INDEX photo_order ON photo (person, created, id);
CREATE INDEX photo_parent ON photo (person, parent);

CREATE TABLE consent (
  id      TEXT    NOT NULL PRIMARY KEY,
  person  TEXT    NOT NULL REFERENCES person (id),
  version BIGINT NOT NULL,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  sealed  BYTEA    NOT NULL
);
CREATE INDEX consent_order ON consent (person, created, id);

-- `person` is no foreign key: the journal outlives the people in it.
CREATE TABLE journal (
  n       BIGINT NOT NULL PRIMARY KEY,
  at      BIGINT NOT NULL,
  who     TEXT    NOT NULL,
  what    TEXT    NOT NULL,
  tbl     TEXT    NOT NULL,
  entry   TEXT    NOT NULL,
  person  TEXT,
  version BIGINT NOT NULL,
  before  BYTEA,
  after   BYTEA,
  prev    BYTEA    NOT NULL,
  hash    BYTEA    NOT NULL
);
CREATE INDEX journal_person ON journal (person, n);
CREATE FUNCTION journal_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the journal is only appended to'; END $$;
CREATE TRIGGER journal_no_change BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION journal_only_grows();
CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION journal_only_grows();

-- One row: how many rows the journal has, and its last hash under seal. Locking it makes writers take turns.
CREATE TABLE head (
  id     BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
  n      BIGINT NOT NULL,
  key_id TEXT,
  sealed BYTEA
);
INSERT INTO head (id, n) VALUES (1, 0);

-- What remains to be done to objects outside of the database: `upload` may be half done, `delete` is due.
CREATE TABLE job (
  object  TEXT    NOT NULL PRIMARY KEY,
  kind    TEXT    NOT NULL,
  created BIGINT NOT NULL
);

CREATE TABLE visit (
  token   BYTEA    NOT NULL PRIMARY KEY,
  id      TEXT    NOT NULL,
  person  TEXT    REFERENCES person (id),
  created BIGINT NOT NULL,
  seen    BIGINT NOT NULL
);
CREATE INDEX visit_person ON visit (person);

CREATE TABLE credential (
  kind    TEXT    NOT NULL PRIMARY KEY,
  changed BIGINT NOT NULL,
  secret  TEXT    NOT NULL
);

CREATE TABLE feed (
  token   BYTEA    NOT NULL PRIMARY KEY,
  id      TEXT    NOT NULL,
  person  TEXT    NOT NULL REFERENCES person (id),
  plain   BIGINT NOT NULL,
  created BIGINT NOT NULL
);
CREATE INDEX feed_order ON feed (person, created, id);
