-- The seal: what the structure vouches for, and the key that it does it with. Neither is changed by gestures:
-- nothing here is undone, and the hash of the content does not see it.

-- The private key is locked by its passphrase: see app/base/cap-seal-key.c. A new one takes the place of the one
-- before; the seals of that one carry what they are verified with. No copy for an auditor has it.
CREATE TABLE seal_key (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  public_key  BLOB NOT NULL CHECK (length (public_key) = 32),
  locked      BLOB NOT NULL CHECK (length (locked) = 89),
  made_at     TEXT NOT NULL CHECK (made_at GLOB '????-??-??T??:??:??Z')
) STRICT;

-- Only added to. What is signed is written by app/model/cap-seal.c.
CREATE TABLE seal (
  id          TEXT NOT NULL PRIMARY KEY CHECK (length (id) > 0),
  dossier     TEXT NOT NULL CHECK (length (dossier) > 0),
  structure   TEXT NOT NULL CHECK (length (structure) > 0),
  kind        TEXT NOT NULL CHECK (length (kind) > 0),
  label       TEXT NOT NULL CHECK (length (label) > 0),
  made_at     TEXT NOT NULL CHECK (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T??:??:??Z'),
  author      TEXT NOT NULL,
  content     TEXT NOT NULL CHECK (length (content) = 64 AND content NOT GLOB '*[^0-9a-f]*'),
  document    TEXT CHECK (length (document) = 64 AND document NOT GLOB '*[^0-9a-f]*'),
  public_key  BLOB NOT NULL CHECK (length (public_key) = 32),
  signature   BLOB NOT NULL CHECK (length (signature) = 64)
) STRICT, WITHOUT ROWID;
