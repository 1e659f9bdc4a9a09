-- Which version of the program wrote the record last: an older one does not open it, since it would leave out what it doesn't know.
-- The same table as migrations/sqlite/0005_program.sql: a test compares them.
CREATE TABLE program (
  id      BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
  version TEXT   NOT NULL
);
