-- A session is one presentation of one talk. Its deck is kept with it, so that it can be resumed and summed up when the file has changed.
CREATE TABLE session (
    number          INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,
    title           TEXT    NOT NULL,
    deck            TEXT    NOT NULL,
    started_at      INTEGER NOT NULL,
    started_local   TEXT    NOT NULL,
    touched_at      INTEGER NOT NULL,
    seq             INTEGER NOT NULL DEFAULT 0,
    slide           INTEGER NOT NULL DEFAULT 0,
    step            INTEGER NOT NULL DEFAULT 0,
    breakdown_shown INTEGER NOT NULL DEFAULT 0 CHECK (breakdown_shown IN (0, 1)),
    finished        INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1))
) STRICT;

-- What a poll has been through; a poll without a row has not been asked.
CREATE TABLE poll_state (
    session      INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    poll         TEXT    NOT NULL,
    phase        TEXT    NOT NULL CHECK (phase IN ('pending', 'open', 'closed')),
    revealed     INTEGER NOT NULL DEFAULT 0 CHECK (revealed IN (0, 1)),
    answer_shown INTEGER NOT NULL DEFAULT 0 CHECK (answer_shown IN (0, 1)),
    PRIMARY KEY (session, poll)
) STRICT, WITHOUT ROWID;

-- A phone, known by the hash of its token only. Destroyed when the session is finished.
CREATE TABLE participant (
    session   INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    token     BLOB    NOT NULL CHECK (length(token) = 32),
    simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;

-- The counted ballot of a phone in a poll: one row, whatever was retried. Destroyed when the session is finished.
CREATE TABLE ballot (
    session     INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    poll        TEXT    NOT NULL,
    participant INTEGER NOT NULL,
    revision    INTEGER NOT NULL CHECK (revision > 0),
    seq         INTEGER NOT NULL,
    answer      TEXT    NOT NULL,
    PRIMARY KEY (session, poll, participant)
) STRICT, WITHOUT ROWID;

-- The summary of a finished session, frozen before its ballots were destroyed.
CREATE TABLE summary (
    session INTEGER PRIMARY KEY REFERENCES session (number) ON DELETE CASCADE,
    json    TEXT    NOT NULL
) STRICT;
