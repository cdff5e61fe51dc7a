-- Audits, findings, the committee, the certificates, and the sites of a group.
--
-- Registers as those of 005: app/model/cap-register-{audit,finding,group}.c list their fields.

CREATE TABLE programme (
  id            TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code          TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  planned       TEXT NOT NULL CHECK (planned GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind          TEXT NOT NULL CHECK (kind IN ('internal', 'crossed')),
  processes     TEXT CHECK (length (processes) > 0),
  sites         TEXT CHECK (length (sites) > 0),
  requirements  TEXT CHECK (length (requirements) > 0),
  auditor       TEXT CHECK (length (auditor) > 0),
  works_in      TEXT CHECK (length (works_in) > 0),
  audit         TEXT CHECK (length (audit) > 0),
  note          TEXT CHECK (length (note) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  id               TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code             TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  title            TEXT NOT NULL CHECK (length (title) > 0),
  kind             TEXT NOT NULL CHECK (kind IN
    ('internal', 'crossed', 'stage-1', 'stage-2', 'surveillance', 'renewal')),
  route            TEXT CHECK (length (route) > 0),
  organisation     TEXT CHECK (length (organisation) > 0),
  client           TEXT CHECK (length (client) > 0),
  date             TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  last_day         TEXT CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  method           TEXT CHECK (method IN ('on-site', 'remote', 'mixed')),
  objectives       TEXT CHECK (length (objectives) > 0),
  scope            TEXT CHECK (length (scope) > 0),
  criteria         TEXT CHECK (length (criteria) > 0),
  processes        TEXT CHECK (length (processes) > 0),
  requirements     TEXT CHECK (length (requirements) > 0),
  sites            TEXT CHECK (length (sites) > 0),
  language         TEXT CHECK (length (language) > 0),
  resources        TEXT CHECK (length (resources) > 0),
  logistics        TEXT CHECK (length (logistics) > 0),
  confidentiality  TEXT CHECK (length (confidentiality) > 0),
  follow_up        TEXT CHECK (length (follow_up) > 0),
  participants     TEXT CHECK (length (participants) > 0),
  synthesis        TEXT CHECK (length (synthesis) > 0),
  obstacles        TEXT CHECK (length (obstacles) > 0),
  conclusion       TEXT CHECK (length (conclusion) > 0),
  distribution     TEXT CHECK (length (distribution) > 0),
  reported         TEXT CHECK (reported GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_member (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id  TEXT NOT NULL REFERENCES audit (id),
  rank       INTEGER NOT NULL CHECK (rank >= 1),
  role       TEXT NOT NULL CHECK (role IN ('lead', 'auditor', 'expert', 'trainee', 'observer', 'guide')),
  who        TEXT NOT NULL CHECK (length (who) > 0),
  works_in   TEXT CHECK (length (works_in) > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_member_by_parent ON audit_member (parent_id);

CREATE TABLE audit_session (
  id            TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id     TEXT NOT NULL REFERENCES audit (id),
  rank          INTEGER NOT NULL CHECK (rank >= 1),
  day           TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  start         TEXT NOT NULL CHECK (start IN
    ('07:00', '07:30', '08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30',
     '12:00', '12:30', '13:00', '13:30', '14:00', '14:30', '15:00', '15:30', '16:00', '16:30',
     '17:00', '17:30', '18:00', '18:30', '19:00', '19:30')),
  minutes       TEXT NOT NULL CHECK (minutes IN ('30', '60', '90', '120', '150', '180', '210', '240')),
  kind          TEXT NOT NULL CHECK (kind IN
    ('opening', 'interview', 'visit', 'documents', 'break', 'synthesis', 'closing')),
  title         TEXT CHECK (length (title) > 0),
  processes     TEXT CHECK (length (processes) > 0),
  requirements  TEXT CHECK (length (requirements) > 0),
  site          TEXT CHECK (length (site) > 0),
  people        TEXT CHECK (length (people) > 0),
  auditors      TEXT CHECK (length (auditors) > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_session_by_parent ON audit_session (parent_id);

CREATE TABLE audit_check (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id  TEXT NOT NULL REFERENCES audit (id),
  rank       INTEGER NOT NULL CHECK (rank >= 1),
  kind       TEXT NOT NULL CHECK (kind IN ('requirement', 'criterion', 'finding', 'process')),
  subject    TEXT NOT NULL CHECK (length (subject) > 0),
  question   TEXT CHECK (length (question) > 0),
  notes      TEXT CHECK (length (notes) > 0),
  sample     TEXT CHECK (length (sample) > 0),
  verdict    TEXT CHECK (verdict IN
    ('conforming', 'strong', 'to-improve', 'not-conforming', 'not-seen', 'not-applicable'))
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_check_by_parent ON audit_check (parent_id);

CREATE TABLE finding (
  id            TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code          TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  audit         TEXT CHECK (length (audit) > 0),
  grade         TEXT NOT NULL CHECK (length (grade) > 0),
  raised        TEXT NOT NULL CHECK (raised GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  fact          TEXT NOT NULL CHECK (length (fact) > 0),
  consequence   TEXT CHECK (length (consequence) > 0),
  expected      TEXT CHECK (length (expected) > 0),
  requirements  TEXT CHECK (length (requirements) > 0),
  criteria      TEXT CHECK (length (criteria) > 0),
  process       TEXT CHECK (length (process) > 0),
  site          TEXT CHECK (length (site) > 0),
  reference     TEXT CHECK (length (reference) > 0),
  seen          TEXT CHECK (length (seen) > 0),
  state         TEXT NOT NULL CHECK (state IN ('open', 'analysed', 'treated', 'checked', 'closed')),
  owner         TEXT CHECK (length (owner) > 0),
  due           TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  containment   TEXT CHECK (length (containment) > 0),
  correction    TEXT CHECK (length (correction) > 0),
  corrected     TEXT CHECK (corrected GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  cause         TEXT CHECK (length (cause) > 0),
  no_action     TEXT CHECK (length (no_action) > 0),
  similar       TEXT CHECK (length (similar) > 0),
  check_due     TEXT CHECK (check_due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  check_how     TEXT CHECK (length (check_how) > 0),
  checker       TEXT CHECK (length (checker) > 0),
  checked       TEXT CHECK (checked GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  effective     TEXT CHECK (effective IN ('yes', 'no')),
  closed        TEXT CHECK (closed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE finding_cause (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id  TEXT NOT NULL REFERENCES finding (id),
  rank       INTEGER NOT NULL CHECK (rank >= 1),
  branch     TEXT NOT NULL CHECK (branch IN
    ('why', 'people', 'method', 'means', 'environment', 'material', 'management')),
  text       TEXT NOT NULL CHECK (length (text) > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX finding_cause_by_parent ON finding_cause (parent_id);

CREATE TABLE finding_step (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id  TEXT NOT NULL REFERENCES finding (id),
  rank       INTEGER NOT NULL CHECK (rank >= 1),
  date       TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  state      TEXT NOT NULL CHECK (state IN ('open', 'analysed', 'treated', 'checked', 'closed')),
  note       TEXT CHECK (length (note) > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX finding_step_by_parent ON finding_step (parent_id);

CREATE TABLE committee (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code       TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  date       TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  place      TEXT CHECK (length (place) > 0),
  minutes    TEXT CHECK (length (minutes) > 0),
  finalised  TEXT CHECK (finalised GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE committee_member (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id  TEXT NOT NULL REFERENCES committee (id),
  rank       INTEGER NOT NULL CHECK (rank >= 1),
  role       TEXT NOT NULL CHECK (role IN ('chair', 'member', 'auditor', 'guest')),
  who        TEXT NOT NULL CHECK (length (who) > 0),
  site       TEXT CHECK (length (site) > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX committee_member_by_parent ON committee_member (parent_id);

CREATE TABLE committee_file (
  id          TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id   TEXT NOT NULL REFERENCES committee (id),
  rank        INTEGER NOT NULL CHECK (rank >= 1),
  subject     TEXT NOT NULL CHECK (length (subject) > 0),
  site        TEXT CHECK (length (site) > 0),
  audit       TEXT CHECK (length (audit) > 0),
  conflict    TEXT CHECK (length (conflict) > 0),
  decision    TEXT CHECK (decision IN ('agreed', 'reservations', 'adjourned', 'refused')),
  reason      TEXT CHECK (length (reason) > 0),
  conditions  TEXT CHECK (length (conditions) > 0),
  due         TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE INDEX committee_file_by_parent ON committee_file (parent_id);

CREATE TABLE certificate (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code       TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  route      TEXT CHECK (length (route) > 0),
  number     TEXT CHECK (length (number) > 0),
  certifier  TEXT CHECK (length (certifier) > 0),
  scope      TEXT CHECK (length (scope) > 0),
  sites      TEXT CHECK (length (sites) > 0),
  decision   TEXT NOT NULL CHECK (decision GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  expiry     TEXT CHECK (expiry GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note       TEXT CHECK (length (note) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE certificate_event (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id  TEXT NOT NULL REFERENCES certificate (id),
  rank       INTEGER NOT NULL CHECK (rank >= 1),
  kind       TEXT NOT NULL CHECK (kind IN
    ('surveillance', 'renewed', 'suspended', 'resumed', 'withdrawn', 'restored', 'scope')),
  date       TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  audit      TEXT CHECK (length (audit) > 0),
  expiry     TEXT CHECK (expiry GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note       TEXT CHECK (length (note) > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX certificate_event_by_parent ON certificate_event (parent_id);

CREATE TABLE site (
  id          TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code        TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  name        TEXT NOT NULL CHECK (length (name) > 0),
  role        TEXT NOT NULL CHECK (role IN ('central', 'delegation', 'member')),
  category    TEXT CHECK (length (category) > 0),
  delegation  TEXT CHECK (length (delegation) > 0),
  place       TEXT CHECK (length (place) > 0),
  staff       INTEGER CHECK (staff BETWEEN 0 AND 1000000),
  activities  TEXT CHECK (length (activities) > 0),
  joined      TEXT CHECK (joined GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  left        TEXT CHECK (left GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  internal    TEXT CHECK (internal GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  external    TEXT CHECK (external GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note        TEXT CHECK (length (note) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE sample (
  id           TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  code         TEXT NOT NULL UNIQUE CHECK (length (code) > 0),
  date         TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  audit        TEXT NOT NULL CHECK (audit IN ('initial', 'surveillance', 'recertification')),
  reduced      TEXT CHECK (reduced IN ('yes', 'no')),
  by_category  TEXT CHECK (by_category IN ('yes', 'no')),
  population   INTEGER CHECK (population BETWEEN 0 AND 1000000),
  minimum      INTEGER CHECK (minimum BETWEEN 0 AND 1000000),
  seed         TEXT CHECK (length (seed) > 0),
  note         TEXT CHECK (length (note) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE sample_site (
  id         TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  parent_id  TEXT NOT NULL REFERENCES sample (id),
  rank       INTEGER NOT NULL CHECK (rank >= 1),
  site       TEXT NOT NULL CHECK (length (site) > 0),
  how        TEXT NOT NULL CHECK (how IN ('random', 'chosen', 'added')),
  reason     TEXT CHECK (length (reason) > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX sample_site_by_parent ON sample_site (parent_id);
