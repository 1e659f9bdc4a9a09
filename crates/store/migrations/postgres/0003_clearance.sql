-- What a clinician said, and days for which the skin has to be calm.
-- The same tables as migrations/sqlite/0003_clearance.sql: a test compares them.

CREATE TABLE clearance (
  id      TEXT   NOT NULL PRIMARY KEY,
  person  TEXT   NOT NULL REFERENCES person (id),
  version BIGINT NOT NULL,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  sealed  BYTEA  NOT NULL
);
CREATE INDEX clearance_order ON clearance (person, created, id);

CREATE TABLE kept_day (
  id      TEXT   NOT NULL PRIMARY KEY,
  person  TEXT   NOT NULL REFERENCES person (id),
  version BIGINT NOT NULL,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  sealed  BYTEA  NOT NULL
);
CREATE INDEX kept_day_order ON kept_day (person, created, id);
