-- The journal: each time that a gesture was done, undone or done again, in order; lines are only added. Each
-- is chained to the one before it by its hash (see cap-journal-table.c), so that a line that was altered or
-- taken out is found. merged: the last line of the copy that a merge took in.
CREATE TABLE journal (
  sequence  INTEGER NOT NULL PRIMARY KEY CHECK (sequence > 0),
  deed      TEXT NOT NULL CHECK (deed IN ('done', 'undone', 'redone')),
  gesture   INTEGER NOT NULL REFERENCES gesture (sequence),
  made_at   TEXT NOT NULL CHECK (made_at GLOB '????-??-??T??:??:??Z'),
  author    TEXT NOT NULL,
  merged    TEXT CHECK (length (merged) = 64),
  hash      TEXT NOT NULL CHECK (length (hash) = 64)
) STRICT;

CREATE INDEX journal_by_gesture ON journal (gesture);

-- When something was undone is not known of older files: at once if something else was done since, else at
-- the end. The hashes follow the script.
INSERT INTO journal (sequence, deed, gesture, made_at, author, hash)
  SELECT row_number () OVER (ORDER BY last, CASE WHEN last THEN -gesture ELSE gesture END, deed),
         deed, gesture, made_at, author, printf ('%064d', 0)
    FROM (SELECT FALSE AS last, 'done' AS deed, sequence AS gesture, made_at, author FROM gesture
          UNION ALL
          SELECT state = 'undone', 'undone', sequence, made_at, author FROM gesture WHERE state <> 'done');

-- Who did it, and when, is in the journal now.
CREATE TABLE gesture_2 (
  sequence   INTEGER NOT NULL PRIMARY KEY CHECK (sequence > 0),
  id         TEXT NOT NULL UNIQUE CHECK (length (id) > 0),
  kind       INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 2000000000),
  detail     TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
  changeset  BLOB NOT NULL
) STRICT;

INSERT INTO gesture_2 SELECT sequence, id, kind, detail, state, changeset FROM gesture;
DROP TABLE gesture;
ALTER TABLE gesture_2 RENAME TO gesture;

CREATE INDEX gesture_undone ON gesture (sequence) WHERE state = 'undone';
