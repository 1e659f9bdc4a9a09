-- Whether it worked: places of skin that are followed from photo to photo, and what was seen, measured and scored.
-- The same tables as migrations/postgres/0002_outcome.sql: a test compares them.

CREATE TABLE region (
  id      TEXT    NOT NULL PRIMARY KEY,
  person  TEXT    NOT NULL REFERENCES person (id),
  version INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  sealed  BLOB    NOT NULL
) STRICT;
CREATE INDEX region_order ON region (person, created, id);

CREATE TABLE outcome (
  id      TEXT    NOT NULL PRIMARY KEY,
  person  TEXT    NOT NULL REFERENCES person (id),
  version INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  sealed  BLOB    NOT NULL
) STRICT;
CREATE INDEX outcome_order ON outcome (person, created, id);
