-- The plan that is followed: all that an action says, its parts and its diary, indicators and their
-- values, proposals that were set aside, and the days the plan was gone through.

CREATE TABLE indicator (
  id          TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code        TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  label       TEXT NOT NULL CHECK (length (label) > 0),
  definition  TEXT,
  source      TEXT,
  unit        TEXT,
  owner       TEXT,
  objective   TEXT,
  frequency   TEXT NOT NULL CHECK (frequency IN ('free', 'monthly', 'quarterly', 'half-yearly', 'yearly')),
  direction   TEXT NOT NULL CHECK (direction IN ('up', 'down', 'steady')),
  baseline    INTEGER,
  target      INTEGER,
  tolerance   INTEGER NOT NULL CHECK (tolerance >= 0),
  created     TEXT CHECK (created GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

-- Quantities are times 1000.
CREATE TABLE indicator_value (
  indicator_id  TEXT NOT NULL REFERENCES indicator (id),
  date          TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  value         INTEGER NOT NULL,
  comment       TEXT,
  PRIMARY KEY (indicator_id, date)
) STRICT, WITHOUT ROWID;

-- Columns are only added, at the end: changes that were recorded before still apply.
ALTER TABLE action ADD COLUMN description TEXT;
ALTER TABLE action ADD COLUMN expected TEXT;
ALTER TABLE action ADD COLUMN kind TEXT NOT NULL DEFAULT 'improvement'
  CHECK (kind IN ('improvement', 'correction', 'corrective'));
ALTER TABLE action ADD COLUMN contributors TEXT;
ALTER TABLE action ADD COLUMN days_hundredths INTEGER CHECK (days_hundredths BETWEEN 0 AND 2000000000);
ALTER TABLE action ADD COLUMN euros INTEGER CHECK (euros BETWEEN 0 AND 2000000000);
ALTER TABLE action ADD COLUMN impact INTEGER NOT NULL DEFAULT 0 CHECK (impact BETWEEN 0 AND 3);
ALTER TABLE action ADD COLUMN effort INTEGER NOT NULL DEFAULT 0 CHECK (effort BETWEEN 0 AND 3);
ALTER TABLE action ADD COLUMN indicator_id TEXT REFERENCES indicator (id);
ALTER TABLE action ADD COLUMN created TEXT CHECK (created GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE action ADD COLUMN news TEXT CHECK (news GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE action ADD COLUMN done TEXT CHECK (done GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE action ADD COLUMN closed TEXT CHECK (closed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE action ADD COLUMN reason TEXT;
ALTER TABLE action ADD COLUMN check_due TEXT
  CHECK (check_due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE action ADD COLUMN check_by TEXT;
ALTER TABLE action ADD COLUMN check_evidence TEXT;
ALTER TABLE action ADD COLUMN checked TEXT CHECK (checked GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE action ADD COLUMN verdict TEXT NOT NULL DEFAULT 'none'
  CHECK (verdict IN ('none', 'effective', 'ineffective'));

-- Each row is written anew with the columns it lacks: SQLite would record their defaults as NULL in
-- the first change of a row that is older than they are, and that change could not be undone.
UPDATE action SET kind = kind;

-- An action comes from more than criteria.
CREATE TABLE action_origin_2 (
  action_id  TEXT NOT NULL REFERENCES action (id),
  rank       INTEGER NOT NULL CHECK (rank >= 0),
  code       TEXT NOT NULL CHECK (length (code) > 0),
  kind       TEXT NOT NULL DEFAULT 'criterion' CHECK (kind IN
    ('criterion', 'finding', 'complaint', 'review', 'risk', 'commitment', 'other')),
  PRIMARY KEY (action_id, rank)
) STRICT, WITHOUT ROWID;

INSERT INTO action_origin_2 (action_id, rank, code) SELECT action_id, rank, criterion FROM action_origin;
DROP TABLE action_origin;
ALTER TABLE action_origin_2 RENAME TO action_origin;

CREATE TABLE action_step (
  action_id  TEXT NOT NULL REFERENCES action (id),
  id         TEXT NOT NULL CHECK (length (id) > 0),
  rank       INTEGER NOT NULL CHECK (rank >= 0),
  title      TEXT NOT NULL CHECK (length (title) > 0),
  done       INTEGER NOT NULL CHECK (done IN (0, 1)),
  PRIMARY KEY (action_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE action_note (
  action_id  TEXT NOT NULL REFERENCES action (id),
  id         TEXT NOT NULL CHECK (length (id) > 0),
  rank       INTEGER NOT NULL CHECK (rank >= 0),
  date       TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  text       TEXT NOT NULL CHECK (length (text) > 0),
  PRIMARY KEY (action_id, id)
) STRICT, WITHOUT ROWID;

-- Deferred: a gesture may put an action before the one it waits for.
CREATE TABLE action_after (
  action_id  TEXT NOT NULL REFERENCES action (id),
  after_id   TEXT NOT NULL REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
  rank       INTEGER NOT NULL CHECK (rank >= 0),
  PRIMARY KEY (action_id, after_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX action_after_by_after ON action_after (after_id);

CREATE TABLE set_aside (
  kind       TEXT NOT NULL CHECK (kind IN ('proposal', 'rating')),
  criterion  TEXT NOT NULL CHECK (length (criterion) > 0),
  level      INTEGER NOT NULL CHECK (level BETWEEN 0 AND 10),
  reason     TEXT NOT NULL CHECK (length (reason) > 0),
  date       TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  PRIMARY KEY (kind, criterion)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_review (
  id    TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  date  TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note  TEXT
) STRICT, WITHOUT ROWID;

-- How many times the dossier changed, undoing included: it never goes back, as calendars want it.
INSERT INTO meta (key, value) VALUES ('revision', (SELECT CAST (count (*) AS TEXT) FROM gesture));
