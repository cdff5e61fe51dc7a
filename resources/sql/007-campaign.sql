-- The CAP day: who is expected, what each respondent votes, what is kept for another time.
--
-- Registers as those of 005: app/model/cap-register-campaign.c lists their fields. A ballot is what one
-- respondent says, known by a code alone; the answer to a criterion is the consensus, and stays apart.

CREATE TABLE campaign (
  id           TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code         TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  evaluation   INTEGER NOT NULL CHECK (evaluation BETWEEN 1 AND 1000000),
  date         TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  place        TEXT CHECK (length (place) > 0),
  facilitator  TEXT CHECK (length (facilitator) > 0),
  start        TEXT CHECK (start IN
    ('07:00', '07:30', '08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30',
     '12:00', '12:30', '13:00', '13:30', '14:00', '14:30', '15:00', '15:30', '16:00', '16:30',
     '17:00', '17:30', '18:00', '18:30', '19:00', '19:30')),
  finish       TEXT CHECK (finish IN
    ('07:00', '07:30', '08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30',
     '12:00', '12:30', '13:00', '13:30', '14:00', '14:30', '15:00', '15:30', '16:00', '16:30',
     '17:00', '17:30', '18:00', '18:30', '19:00', '19:30')),
  pause        INTEGER CHECK (pause BETWEEN 0 AND 480),
  invitation   TEXT CHECK (length (invitation) > 0),
  note         TEXT CHECK (length (note) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE campaign_college (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id  TEXT NOT NULL REFERENCES campaign (id),
  rank       INTEGER NOT NULL CHECK (rank >= 1),
  college    TEXT NOT NULL CHECK (college IN
    ('direction', 'permanents', 'parcours', 'benevoles', 'partenaires')),
  expected   INTEGER CHECK (expected BETWEEN 0 AND 500)
) STRICT, WITHOUT ROWID;

CREATE INDEX campaign_college_by_parent ON campaign_college (parent_id);

CREATE TABLE campaign_parking (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id  TEXT NOT NULL REFERENCES campaign (id),
  rank       INTEGER NOT NULL CHECK (rank >= 1),
  subject    TEXT NOT NULL CHECK (length (subject) > 0),
  criterion  TEXT CHECK (length (criterion) > 0),
  owner      TEXT CHECK (length (owner) > 0),
  outcome    TEXT CHECK (length (outcome) > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX campaign_parking_by_parent ON campaign_parking (parent_id);

CREATE TABLE ballot (
  id             TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  evaluation_id  TEXT NOT NULL REFERENCES evaluation (id),
  respondent     TEXT NOT NULL CHECK (length (respondent) BETWEEN 1 AND 40),
  college        TEXT NOT NULL CHECK (college IN
    ('direction', 'permanents', 'parcours', 'benevoles', 'partenaires')),
  form           TEXT NOT NULL CHECK (form IN ('full', 'plain')),
  UNIQUE (evaluation_id, respondent)
) STRICT, WITHOUT ROWID;

CREATE TABLE vote (
  ballot_id  TEXT NOT NULL REFERENCES ballot (id),
  criterion  TEXT NOT NULL CHECK (length (criterion) > 0),
  level      INTEGER NOT NULL CHECK (level BETWEEN 0 AND 10),
  PRIMARY KEY (ballot_id, criterion)
) STRICT, WITHOUT ROWID;
