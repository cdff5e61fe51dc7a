-- What a dossier holds. Never edit a released script: add the next one.
--
-- Foreign keys have no ON DELETE action: undo applies recorded changes, row by row, and a
-- cascade would take rows away before their turn.

-- id: UUID of the dossier; head: changes with every gesture; created_by: version of the program;
-- last_action_number: numbers of actions never come back.
CREATE TABLE meta (
  key    TEXT NOT NULL PRIMARY KEY,
  value  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The text of each version of the referential that an evaluation was made with. Only added to.
CREATE TABLE framework (
  sha256   TEXT NOT NULL PRIMARY KEY CHECK (length (sha256) = 64),
  id       TEXT NOT NULL,
  version  TEXT NOT NULL,
  source   TEXT NOT NULL
) STRICT;

CREATE TABLE member (
  id              INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  name            TEXT NOT NULL CHECK (length (name) > 0),
  siret           TEXT CHECK (length (siret) = 14 AND siret NOT GLOB '*[^0-9]*'),
  kinds           TEXT NOT NULL,
  region          TEXT CHECK (length (region) > 0),
  department      TEXT CHECK (length (department) > 0),
  staff           INTEGER CHECK (staff BETWEEN 0 AND 2000000000),
  participants    INTEGER CHECK (participants BETWEEN 0 AND 2000000000),
  fte_hundredths  INTEGER CHECK (fte_hundredths BETWEEN 0 AND 2000000000),
  sites           INTEGER CHECK (sites BETWEEN 0 AND 2000000000),
  secondment      INTEGER NOT NULL CHECK (secondment IN (0, 1))
) STRICT;

CREATE TABLE evaluation (
  id                TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  number            INTEGER NOT NULL UNIQUE CHECK (number BETWEEN 1 AND 2000000000),
  date              TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  mode              TEXT NOT NULL CHECK (mode IN ('cap', 'certification')),
  framework_sha256  TEXT NOT NULL REFERENCES framework (sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (
  evaluation_id  TEXT NOT NULL REFERENCES evaluation (id),
  criterion      TEXT NOT NULL CHECK (length (criterion) > 0),
  state          TEXT NOT NULL CHECK (state IN ('unanswered', 'rated', 'not-applicable')),
  level          INTEGER CHECK (level BETWEEN 0 AND 4),
  comment        TEXT NOT NULL,
  reason         TEXT NOT NULL,
  discuss        INTEGER NOT NULL CHECK (discuss IN (0, 1)),
  PRIMARY KEY (evaluation_id, criterion),
  CHECK ((state = 'rated') = (level IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  title      TEXT NOT NULL CHECK (length (title) > 0),
  reference  TEXT,
  date       TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE answer_evidence (
  evaluation_id  TEXT NOT NULL,
  criterion      TEXT NOT NULL,
  evidence_id    TEXT NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (evaluation_id, criterion, evidence_id),
  FOREIGN KEY (evaluation_id, criterion) REFERENCES answer (evaluation_id, criterion)
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_evidence_by_evidence ON answer_evidence (evidence_id);

CREATE TABLE action (
  id       TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  number   INTEGER NOT NULL UNIQUE CHECK (number BETWEEN 1 AND 2000000000),
  title    TEXT NOT NULL CHECK (length (title) > 0),
  owner    TEXT,
  start    TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  due      TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  state    TEXT NOT NULL CHECK (state IN ('todo', 'started', 'done', 'verified', 'abandoned')),
  service  TEXT,
  level    INTEGER CHECK (level BETWEEN 0 AND 4),
  target   INTEGER CHECK (target BETWEEN 0 AND 4)
) STRICT, WITHOUT ROWID;

CREATE TABLE action_origin (
  action_id  TEXT NOT NULL REFERENCES action (id),
  rank       INTEGER NOT NULL CHECK (rank >= 0),
  criterion  TEXT NOT NULL CHECK (length (criterion) > 0),
  PRIMARY KEY (action_id, rank)
) STRICT, WITHOUT ROWID;

-- What was done, in order. undone: may be done again; dropped: undone, then something else was done.
CREATE TABLE gesture (
  sequence   INTEGER NOT NULL PRIMARY KEY CHECK (sequence > 0),
  id         TEXT NOT NULL UNIQUE CHECK (length (id) > 0),
  kind       INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 2000000000),
  detail     TEXT NOT NULL,
  made_at    TEXT NOT NULL CHECK (made_at GLOB '????-??-??T??:??:??Z'),
  author     TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
  changeset  BLOB NOT NULL
) STRICT;

CREATE INDEX gesture_undone ON gesture (sequence) WHERE state = 'undone';
