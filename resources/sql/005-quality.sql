-- The quality process: the registers of the structure, and its evidence.
--
-- Each register is a table whose columns are its fields, as app/model/cap-register-*.c lists them.
-- Codes in a column of codes are joined by “, ”.

CREATE TABLE issue (
  id           TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code         TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  title        TEXT NOT NULL CHECK (length (title) > 0),
  origin       TEXT CHECK (origin IN ('internal', 'external')),
  domain       TEXT CHECK (domain IN
    ('people', 'economy', 'law', 'territory', 'technology', 'climate')),
  effect       TEXT CHECK (effect IN ('favourable', 'unfavourable', 'both')),
  consequence  TEXT CHECK (length (consequence) > 0),
  watch        TEXT CHECK (length (watch) > 0),
  seen         TEXT CHECK (seen GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  id          TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code        TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  kind        TEXT NOT NULL CHECK (kind IN ('presentation', 'scope', 'policy', 'climate')),
  text        TEXT NOT NULL CHECK (length (text) > 0),
  outcome     TEXT CHECK (outcome IN ('relevant', 'not-relevant')),
  adopted_by  TEXT CHECK (length (adopted_by) > 0),
  date        TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  told        TEXT CHECK (length (told) > 0),
  review      TEXT CHECK (review GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE exclusion (
  id          TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code        TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  reason      TEXT NOT NULL CHECK (length (reason) > 0),
  decided_by  TEXT CHECK (length (decided_by) > 0),
  date        TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE party (
  id            TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code          TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  name          TEXT NOT NULL CHECK (length (name) > 0),
  category      TEXT CHECK (category IN
    ('participants', 'clients', 'prescribers', 'funders', 'staff', 'members', 'partners', 'suppliers',
     'neighbours', 'network', 'other')),
  expectations  TEXT CHECK (length (expectations) > 0),
  answer        TEXT CHECK (length (answer) > 0),
  listening     TEXT CHECK (length (listening) > 0),
  heard         TEXT CHECK (heard GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE risk (
  id                TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code              TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  title             TEXT NOT NULL CHECK (length (title) > 0),
  nature            TEXT NOT NULL CHECK (nature IN ('risk', 'opportunity')),
  cause             TEXT CHECK (length (cause) > 0),
  consequence       TEXT CHECK (length (consequence) > 0),
  process           TEXT CHECK (length (process) > 0),
  likelihood        INTEGER CHECK (likelihood BETWEEN 1 AND 4),
  severity          INTEGER CHECK (severity BETWEEN 1 AND 4),
  rated             TEXT CHECK (rated GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  treatment         TEXT CHECK (treatment IN ('accept', 'reduce', 'avoid', 'share', 'seize')),
  measure           TEXT CHECK (length (measure) > 0),
  owner             TEXT CHECK (length (owner) > 0),
  likelihood_after  INTEGER CHECK (likelihood_after BETWEEN 1 AND 4),
  severity_after    INTEGER CHECK (severity_after BETWEEN 1 AND 4),
  rated_after       TEXT CHECK (rated_after GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE goal (
  id          TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code        TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  title       TEXT NOT NULL CHECK (length (title) > 0),
  axis        TEXT CHECK (length (axis) > 0),
  indicators  TEXT CHECK (length (indicators) > 0),
  target      TEXT CHECK (length (target) > 0),
  means       TEXT CHECK (length (means) > 0),
  owner       TEXT CHECK (length (owner) > 0),
  due         TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  state       TEXT NOT NULL CHECK (state IN ('open', 'reached', 'missed', 'dropped')),
  assessed    TEXT CHECK (assessed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  result      TEXT CHECK (length (result) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE process (
  id            TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code          TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  name          TEXT NOT NULL CHECK (length (name) > 0),
  kind          TEXT NOT NULL CHECK (kind IN ('management', 'realisation', 'support')),
  purpose       TEXT CHECK (length (purpose) > 0),
  owner         TEXT CHECK (length (owner) > 0),
  inputs        TEXT CHECK (length (inputs) > 0),
  outputs       TEXT CHECK (length (outputs) > 0),
  feeds         TEXT CHECK (length (feeds) > 0),
  indicators    TEXT CHECK (length (indicators) > 0),
  documents     TEXT CHECK (length (documents) > 0),
  requirements  TEXT CHECK (length (requirements) > 0),
  performance   TEXT CHECK (performance IN ('on-track', 'watch', 'off-track')),
  reviewed      TEXT CHECK (reviewed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note          TEXT CHECK (length (note) > 0),
  place         INTEGER CHECK (place BETWEEN 0 AND 999)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  id            TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code          TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  title         TEXT NOT NULL CHECK (length (title) > 0),
  kind          TEXT NOT NULL CHECK (kind IN
    ('policy', 'procedure', 'instruction', 'form', 'record', 'external', 'other')),
  requirements  TEXT CHECK (length (requirements) > 0),
  version       TEXT CHECK (length (version) > 0),
  state         TEXT NOT NULL CHECK (state IN ('draft', 'in-force', 'withdrawn')),
  author        TEXT CHECK (length (author) > 0),
  approver      TEXT CHECK (length (approver) > 0),
  written       TEXT CHECK (written GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  approved      TEXT CHECK (approved GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review        TEXT CHECK (review GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  location      TEXT CHECK (length (location) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_version (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id  TEXT NOT NULL REFERENCES document (id),
  rank       INTEGER NOT NULL CHECK (rank >= 1),
  version    TEXT NOT NULL CHECK (length (version) > 0),
  date       TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  change     TEXT CHECK (length (change) > 0),
  author     TEXT CHECK (length (author) > 0),
  approver   TEXT CHECK (length (approver) > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX document_version_by_parent ON document_version (parent_id);

CREATE TABLE skill (
  id        TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code      TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  title     TEXT NOT NULL CHECK (length (title) > 0),
  role      TEXT CHECK (length (role) > 0),
  held      TEXT CHECK (held IN ('yes', 'partly', 'no')),
  plan      TEXT CHECK (length (plan) > 0),
  assessed  TEXT CHECK (assessed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review    TEXT CHECK (review GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE supplier (
  id        TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code      TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  name      TEXT NOT NULL CHECK (length (name) > 0),
  provides  TEXT CHECK (length (provides) > 0),
  criteria  TEXT CHECK (length (criteria) > 0),
  rating    TEXT CHECK (rating IN ('good', 'watch', 'replace')),
  assessed  TEXT CHECK (assessed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review    TEXT CHECK (review GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note      TEXT CHECK (length (note) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE commitment (
  id       TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code     TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  type     TEXT NOT NULL CHECK (type IN
    ('validation', 'decouverte', 'coup-de-pouce', 'soutien-actif', 'mobilisation')),
  signed   TEXT CHECK (signed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review   TEXT CHECK (review GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closed   TEXT CHECK (closed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  outcome  TEXT CHECK (outcome IN ('durable', 'transition', 'positive', 'other'))
) STRICT, WITHOUT ROWID;

CREATE TABLE commitment_review (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id  TEXT NOT NULL REFERENCES commitment (id),
  rank       INTEGER NOT NULL CHECK (rank >= 1),
  due        TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  held       TEXT NOT NULL CHECK (held GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE INDEX commitment_review_by_parent ON commitment_review (parent_id);

CREATE TABLE complaint (
  id        TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code      TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  subject   TEXT NOT NULL CHECK (length (subject) > 0),
  public    TEXT CHECK (public IN
    ('participants', 'clients', 'prescribers', 'funders', 'staff', 'members', 'partners', 'suppliers',
     'neighbours', 'network', 'other')),
  process   TEXT CHECK (length (process) > 0),
  received  TEXT NOT NULL CHECK (received GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  facts     TEXT CHECK (length (facts) > 0),
  answered  TEXT CHECK (answered GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  answer    TEXT CHECK (length (answer) > 0),
  cause     TEXT CHECK (length (cause) > 0),
  closed    TEXT CHECK (closed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE survey (
  id        TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code      TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  title     TEXT NOT NULL CHECK (length (title) > 0),
  public    TEXT CHECK (public IN
    ('participants', 'clients', 'prescribers', 'funders', 'staff', 'members', 'partners', 'suppliers',
     'neighbours', 'network', 'other')),
  date      TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  sent      INTEGER CHECK (sent BETWEEN 0 AND 1000000),
  returned  INTEGER CHECK (returned BETWEEN 0 AND 1000000),
  lesson    TEXT CHECK (length (lesson) > 0),
  told      TEXT CHECK (told GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  how       TEXT CHECK (length (how) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE survey_question (
  id          TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id   TEXT NOT NULL REFERENCES survey (id),
  rank        INTEGER NOT NULL CHECK (rank >= 1),
  text        TEXT NOT NULL CHECK (length (text) > 0),
  very        INTEGER CHECK (very BETWEEN 0 AND 1000000),
  rather      INTEGER CHECK (rather BETWEEN 0 AND 1000000),
  little      INTEGER CHECK (little BETWEEN 0 AND 1000000),
  not_at_all  INTEGER CHECK (not_at_all BETWEEN 0 AND 1000000)
) STRICT, WITHOUT ROWID;

CREATE INDEX survey_question_by_parent ON survey_question (parent_id);

CREATE TABLE management_review (
  id          TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code        TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  date        TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  since       TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  chair       TEXT CHECK (length (chair) > 0),
  attendants  TEXT CHECK (length (attendants) > 0),
  conclusion  TEXT CHECK (length (conclusion) > 0),
  finalised   TEXT CHECK (finalised GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE review_input (
  id          TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id   TEXT NOT NULL REFERENCES management_review (id),
  rank        INTEGER NOT NULL CHECK (rank >= 1),
  input       TEXT NOT NULL CHECK (length (input) > 0),
  reading     TEXT CHECK (length (reading) > 0),
  decision    TEXT CHECK (length (decision) > 0),
  irrelevant  TEXT CHECK (length (irrelevant) > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX review_input_by_parent ON review_input (parent_id);

CREATE TABLE review_output (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id  TEXT NOT NULL REFERENCES management_review (id),
  rank       INTEGER NOT NULL CHECK (rank >= 1),
  kind       TEXT NOT NULL CHECK (kind IN ('improvement', 'change', 'resources')),
  text       TEXT NOT NULL CHECK (length (text) > 0),
  owner      TEXT CHECK (length (owner) > 0),
  due        TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  action     INTEGER CHECK (action BETWEEN 1 AND 2000000000)
) STRICT, WITHOUT ROWID;

CREATE INDEX review_output_by_parent ON review_output (parent_id);

CREATE TABLE target (
  id            TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code          TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  route         TEXT NOT NULL CHECK (length (route) > 0),
  kind          TEXT NOT NULL CHECK (kind IN
    ('internal', 'stage-1', 'stage-2', 'surveillance', 'renewal')),
  date          TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  last_day      TEXT CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  certifier     TEXT CHECK (length (certifier) > 0),
  reference     TEXT CHECK (length (reference) > 0),
  version       TEXT CHECK (length (version) > 0),
  distribution  TEXT CHECK (length (distribution) > 0),
  written_by    TEXT CHECK (length (written_by) > 0),
  checked_by    TEXT CHECK (length (checked_by) > 0),
  approved_by   TEXT CHECK (length (approved_by) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE silence (
  id       TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  warning  TEXT NOT NULL CHECK (length (warning) > 0),
  subject  TEXT NOT NULL CHECK (length (subject) > 0),
  reason   TEXT NOT NULL CHECK (length (reason) > 0),
  date     TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

-- A piece of evidence is more than a reference: it has a number that never comes back, it may
-- expire, and taking it out leaves its line. Columns are only added, at the end.
ALTER TABLE evidence ADD COLUMN number INTEGER CHECK (number BETWEEN 1 AND 2000000000);
ALTER TABLE evidence ADD COLUMN expires TEXT
  CHECK (expires GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE evidence ADD COLUMN removed TEXT
  CHECK (removed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE evidence ADD COLUMN reason TEXT CHECK (length (reason) > 0);

UPDATE evidence SET number =
  (SELECT count (*) FROM evidence AS other WHERE (other.title, other.id) <= (evidence.title, evidence.id));

CREATE UNIQUE INDEX evidence_by_number ON evidence (number);

INSERT INTO meta (key, value)
  VALUES ('last_evidence_number', (SELECT CAST (count (*) AS TEXT) FROM evidence));

-- The versions of a piece, 1 for the oldest. Their content is below.
CREATE TABLE evidence_file (
  evidence_id  TEXT NOT NULL REFERENCES evidence (id),
  version      INTEGER NOT NULL CHECK (version >= 1),
  sha256       TEXT NOT NULL CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  size         INTEGER NOT NULL CHECK (size >= 0),
  name         TEXT NOT NULL CHECK (length (name) > 0),
  media_type   TEXT NOT NULL CHECK (length (media_type) > 0),
  added        TEXT NOT NULL CHECK (added GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  PRIMARY KEY (evidence_id, version)
) STRICT, WITHOUT ROWID;

-- Where a piece serves, answers apart: a clause by its number, an action or a record by its UUID.
CREATE TABLE evidence_link (
  evidence_id  TEXT NOT NULL REFERENCES evidence (id),
  place        TEXT NOT NULL CHECK (place IN ('requirement', 'action', 'record')),
  target       TEXT NOT NULL CHECK (length (target) > 0),
  PRIMARY KEY (evidence_id, place, target)
) STRICT, WITHOUT ROWID;

-- The content of files, each once. No gesture records it, so that undo does not bloat: it is only
-- added to, and what no version names any more waits for a version that does again.
CREATE TABLE content (
  sha256  TEXT NOT NULL PRIMARY KEY CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  data    BLOB NOT NULL
) STRICT;

-- Actions come from clauses and objectives too.
CREATE TABLE action_origin_2 (
  action_id  TEXT NOT NULL REFERENCES action (id),
  rank       INTEGER NOT NULL CHECK (rank >= 0),
  code       TEXT NOT NULL CHECK (length (code) > 0),
  kind       TEXT NOT NULL DEFAULT 'criterion' CHECK (kind IN
    ('criterion', 'finding', 'complaint', 'review', 'risk', 'commitment', 'requirement', 'goal', 'other')),
  PRIMARY KEY (action_id, rank)
) STRICT, WITHOUT ROWID;

INSERT INTO action_origin_2 (action_id, rank, code, kind) SELECT action_id, rank, code, kind FROM action_origin;
DROP TABLE action_origin;
ALTER TABLE action_origin_2 RENAME TO action_origin;
