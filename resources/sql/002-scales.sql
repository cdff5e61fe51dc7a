-- Other frameworks have other levels; an evaluation may take the express path; an answer that was
-- taken over from another version may be marked to be looked at again. Tables are rebuilt, because
-- the schema is compared word for word; new columns come last, so that recorded changes still apply.

CREATE TABLE evaluation_2 (
  id                TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  number            INTEGER NOT NULL UNIQUE CHECK (number BETWEEN 1 AND 2000000000),
  date              TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  mode              TEXT NOT NULL CHECK (mode IN ('cap', 'certification')),
  framework_sha256  TEXT NOT NULL REFERENCES framework (sha256),
  path              TEXT NOT NULL DEFAULT 'full' CHECK (path IN ('full', 'express'))
) STRICT, WITHOUT ROWID;

INSERT INTO evaluation_2 (id, number, date, mode, framework_sha256)
  SELECT id, number, date, mode, framework_sha256 FROM evaluation;
DROP TABLE evaluation;
ALTER TABLE evaluation_2 RENAME TO evaluation;

CREATE TABLE answer_2 (
  evaluation_id  TEXT NOT NULL REFERENCES evaluation (id),
  criterion      TEXT NOT NULL CHECK (length (criterion) > 0),
  state          TEXT NOT NULL CHECK (state IN ('unanswered', 'rated', 'not-applicable')),
  level          INTEGER CHECK (level BETWEEN 0 AND 10),
  comment        TEXT NOT NULL,
  reason         TEXT NOT NULL,
  discuss        INTEGER NOT NULL CHECK (discuss IN (0, 1)),
  review         TEXT NOT NULL DEFAULT 'none' CHECK (review IN ('none', 'reworded', 'moved', 'merged')),
  PRIMARY KEY (evaluation_id, criterion),
  CHECK ((state = 'rated') = (level IS NOT NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO answer_2 (evaluation_id, criterion, state, level, comment, reason, discuss)
  SELECT evaluation_id, criterion, state, level, comment, reason, discuss FROM answer;
DROP TABLE answer;
ALTER TABLE answer_2 RENAME TO answer;

CREATE TABLE action_2 (
  id       TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  number   INTEGER NOT NULL UNIQUE CHECK (number BETWEEN 1 AND 2000000000),
  title    TEXT NOT NULL CHECK (length (title) > 0),
  owner    TEXT,
  start    TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  due      TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  state    TEXT NOT NULL CHECK (state IN ('todo', 'started', 'done', 'verified', 'abandoned')),
  service  TEXT,
  level    INTEGER CHECK (level BETWEEN 0 AND 10),
  target   INTEGER CHECK (target BETWEEN 0 AND 10)
) STRICT, WITHOUT ROWID;

INSERT INTO action_2 SELECT id, number, title, owner, start, due, state, service, level, target FROM action;
DROP TABLE action;
ALTER TABLE action_2 RENAME TO action;
