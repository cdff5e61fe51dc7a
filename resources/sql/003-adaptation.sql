-- What a structure changed of the framework for itself: JSON, small, beside the network’s text, which
-- stays as it is. The table is rebuilt, because the schema is compared word for word.

CREATE TABLE evaluation_3 (
  id                TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  number            INTEGER NOT NULL UNIQUE CHECK (number BETWEEN 1 AND 2000000000),
  date              TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  mode              TEXT NOT NULL CHECK (mode IN ('cap', 'certification')),
  framework_sha256  TEXT NOT NULL REFERENCES framework (sha256),
  path              TEXT NOT NULL DEFAULT 'full' CHECK (path IN ('full', 'express')),
  adaptation        TEXT CHECK (length (adaptation) > 0)
) STRICT, WITHOUT ROWID;

INSERT INTO evaluation_3 (id, number, date, mode, framework_sha256, path)
  SELECT id, number, date, mode, framework_sha256, path FROM evaluation;
DROP TABLE evaluation;
ALTER TABLE evaluation_3 RENAME TO evaluation;
