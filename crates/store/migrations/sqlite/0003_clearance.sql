-- What a clinician said, and days for which the skin has to be calm.
-- The same tables as migrations/postgres/0003_clearance.sql: a test compares them.

CREATE TABLE clearance (
  id      TEXT    NOT NULL PRIMARY KEY,
  person  TEXT    NOT NULL REFERENCES person (id),
  version INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  sealed  BLOB    NOT NULL
) STRICT;
CREATE INDEX clearance_order ON clearance (person, created, id);

CREATE TABLE kept_day (
  id      TEXT    NOT NULL PRIMARY KEY,
  person  TEXT    NOT NULL REFERENCES person (id),
  version INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  sealed  BLOB    NOT NULL
) STRICT;
CREATE INDEX kept_day_order ON kept_day (person, created, id);
