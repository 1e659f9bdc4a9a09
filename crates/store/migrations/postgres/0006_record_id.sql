-- Which data folder holds the pictures of this record: an id that the folder holds as well (crates/store/src/identity.rs).
-- The same tables as in the other engine: a test compares them.

ALTER TABLE head ADD COLUMN record TEXT;
