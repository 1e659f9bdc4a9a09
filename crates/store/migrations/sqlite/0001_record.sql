-- The record. Times are microseconds since 1970 in UTC; ids are hyphenated UUIDs; `sealed` is ciphertext (crates/store/src/seal.rs).
-- The same tables as migrations/postgres/0001_record.sql: a test compares them.

CREATE TABLE setting (
  id      TEXT    NOT NULL PRIMARY KEY,
  kind    TEXT    NOT NULL,
  created INTEGER NOT NULL
) STRICT;
INSERT INTO setting (id, kind, created) VALUES ('00000000-0000-0000-0000-000000000000', 'home', 0);

CREATE TABLE person (
  id      TEXT    NOT NULL PRIMARY KEY,
  setting TEXT    NOT NULL REFERENCES setting (id),
  version INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  key_id  TEXT    NOT NULL,
  wrapped BLOB    NOT NULL,
  sealed  BLOB    NOT NULL
) STRICT;
CREATE INDEX person_order ON person (created, id);

CREATE TABLE screening (
  id      TEXT    NOT NULL PRIMARY KEY,
  person  TEXT    NOT NULL REFERENCES person (id),
  version INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  sealed  BLOB    NOT NULL
) STRICT;
CREATE INDEX screening_order ON screening (person, created, id);

CREATE TABLE programme (
  id      TEXT    NOT NULL PRIMARY KEY,
  person  TEXT    NOT NULL REFERENCES person (id),
  version INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  sealed  BLOB    NOT NULL
) STRICT;
CREATE INDEX programme_order ON programme (person, created, id);

CREATE TABLE session (
  id      TEXT    NOT NULL PRIMARY KEY,
  person  TEXT    NOT NULL REFERENCES person (id),
  version INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  sealed  BLOB    NOT NULL,
  UNIQUE (person, id)
) STRICT;
CREATE INDEX session_order ON session (person, created, id);

-- A check-in or a photograph can only follow a session of the same person.
CREATE TABLE checkin (
  id      TEXT    NOT NULL PRIMARY KEY,
  person  TEXT    NOT NULL REFERENCES person (id),
  parent  TEXT    NOT NULL,
  version INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  sealed  BLOB    NOT NULL,
  FOREIGN KEY (person, parent) REFERENCES session (person, id)
) STRICT;
CREATE INDEX checkin_order ON checkin (person, created, id);
CREATE INDEX checkin_parent ON checkin (person, parent);

CREATE TABLE photo (
  id         TEXT    NOT NULL PRIMARY KEY,
  person     TEXT    NOT NULL REFERENCES person (id),
  parent     TEXT,
  version    INTEGER NOT NULL,
  created    INTEGER NOT NULL,
  changed    INTEGER NOT NULL,
  sealed     BLOB    NOT NULL,
  object     TEXT    NOT NULL UNIQUE,
  wrapped    BLOB    NOT NULL,
  full_size  INTEGER NOT NULL,
  full_hash  BLOB    NOT NULL,
  thumb_size INTEGER NOT NULL,
  thumb_hash BLOB    NOT NULL,
  FOREIGN KEY (person, parent) REFERENCES session (person, id)
) STRICT;
CREATE INDEX photo_order ON photo (person, created, id);
CREATE INDEX photo_parent ON photo (person, parent);

CREATE TABLE consent (
  id      TEXT    NOT NULL PRIMARY KEY,
  person  TEXT    NOT NULL REFERENCES person (id),
  version INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  sealed  BLOB    NOT NULL
) STRICT;
CREATE INDEX consent_order ON consent (person, created, id);

-- `person` is no foreign key: the journal outlives the people in it.
CREATE TABLE journal (
  n       INTEGER NOT NULL PRIMARY KEY,
  at      INTEGER NOT NULL,
  who     TEXT    NOT NULL,
  what    TEXT    NOT NULL,
  tbl     TEXT    NOT NULL,
  entry   TEXT    NOT NULL,
  person  TEXT,
  version INTEGER NOT NULL,
  before  BLOB,
  after   BLOB,
  prev    BLOB    NOT NULL,
  hash    BLOB    NOT NULL
) STRICT;
CREATE INDEX journal_person ON journal (person, n);
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is only appended to'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is only appended to'); END;

-- One row: how many rows the journal has, and its last hash under seal. Locking it makes writers take turns.
CREATE TABLE head (
  id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  n      INTEGER NOT NULL,
  key_id TEXT,
  sealed BLOB
) STRICT;
INSERT INTO head (id, n) VALUES (1, 0);

-- What remains to be done to objects outside of the database: `upload` may be half done, `delete` is due.
CREATE TABLE job (
  object  TEXT    NOT NULL PRIMARY KEY,
  kind    TEXT    NOT NULL,
  created INTEGER NOT NULL
) STRICT;

CREATE TABLE visit (
  token   BLOB    NOT NULL PRIMARY KEY,
  id      TEXT    NOT NULL,
  person  TEXT    REFERENCES person (id),
  created INTEGER NOT NULL,
  seen    INTEGER NOT NULL
) STRICT;
CREATE INDEX visit_person ON visit (person);

CREATE TABLE credential (
  kind    TEXT    NOT NULL PRIMARY KEY,
  changed INTEGER NOT NULL,
  secret  TEXT    NOT NULL
) STRICT;

CREATE TABLE feed (
  token   BLOB    NOT NULL PRIMARY KEY,
  id      TEXT    NOT NULL,
  person  TEXT    NOT NULL REFERENCES person (id),
  plain   INTEGER NOT NULL,
  created INTEGER NOT NULL
) STRICT;
CREATE INDEX feed_order ON feed (person, created, id);
