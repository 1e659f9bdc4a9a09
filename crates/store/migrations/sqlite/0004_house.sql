-- A house for many: who acts is named, people and staff have logins and passphrases of their own, and a clinic has a key.
-- The same tables as migrations/postgres/0004_house.sql: a test compares them. Ids of actors are texts as in the journal: 'owner',
-- 'person:ID', 'staff:ID' (crates/store/src/who.rs).

ALTER TABLE setting RENAME TO clinic;
ALTER TABLE clinic ADD COLUMN key_id TEXT;
ALTER TABLE clinic ADD COLUMN wrapped BLOB;
ALTER TABLE person RENAME COLUMN setting TO clinic;

-- role and works are in clear, so that whoever may act is known without a key: docs/intended-use.md.
CREATE TABLE staff (
  id      TEXT    NOT NULL PRIMARY KEY,
  clinic  TEXT    NOT NULL REFERENCES clinic (id),
  version INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  sealed  BLOB    NOT NULL,
  role    TEXT    NOT NULL,
  works   INTEGER NOT NULL
) STRICT;
CREATE INDEX staff_order ON staff (clinic, created, id);

CREATE TABLE login (
  token    BLOB    NOT NULL PRIMARY KEY,
  id       TEXT    NOT NULL,
  actor    TEXT    NOT NULL,
  role     TEXT    NOT NULL,
  language TEXT,
  zone     TEXT,
  created  INTEGER NOT NULL,
  seen     INTEGER NOT NULL
) STRICT;
CREATE INDEX login_actor ON login (actor);
INSERT INTO login (token, id, actor, role, created, seen)
  SELECT token, id, COALESCE('person:' || person, 'owner'), 'home', created, seen FROM visit;
DROP TABLE visit;

CREATE TABLE passphrase (
  actor   TEXT    NOT NULL PRIMARY KEY,
  changed INTEGER NOT NULL,
  secret  TEXT    NOT NULL
) STRICT;
-- There was one, which let its browser into the record of whoever was there first.
INSERT INTO passphrase (actor, changed, secret)
  SELECT COALESCE('person:' || (SELECT id FROM person ORDER BY created, id LIMIT 1), 'owner'), changed, secret
    FROM credential WHERE kind = 'passphrase';
DROP TABLE credential;

-- Who read whose record last: readings are rows of the journal.
CREATE INDEX journal_read ON journal (person, who, n) WHERE what = 'read';
