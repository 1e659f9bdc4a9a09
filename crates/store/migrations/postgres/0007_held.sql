-- What must be there is asked of the journal: for each entry its last row, for each person what was erased.
-- The same as migrations/sqlite/0007_held.sql: a test compares them.

CREATE INDEX journal_entry ON journal (person, tbl, entry, n, what) WHERE what <> 'read';
CREATE INDEX journal_erased ON journal (person, n) WHERE what = 'erased';
CREATE INDEX journal_people ON journal (n, entry) WHERE tbl = 'person' AND what = 'added';
