-- The tables of version 0.1 step aside; what they hold is converted, and then they are dropped.
ALTER TABLE session RENAME TO first_session;
ALTER TABLE participant RENAME TO first_participant;
ALTER TABLE ballot RENAME TO first_ballot;
ALTER TABLE poll_state RENAME TO first_poll_state;
ALTER TABLE summary RENAME TO first_summary;

-- A session is one presentation of one talk; it is finished when it has a summary. Its deck is kept with it, so that it can be
-- resumed and summed up when the file has changed. One that could not be read again keeps its name here, with what was wrong.
CREATE TABLE session (
    number        INTEGER PRIMARY KEY,
    id            TEXT    NOT NULL UNIQUE,
    title         TEXT    NOT NULL,
    deck          TEXT    NOT NULL,
    started_at    INTEGER NOT NULL,
    started_local TEXT    NOT NULL,
    damage        TEXT
) STRICT;
INSERT INTO session (number, id, title, deck, started_at, started_local)
SELECT number, id, title, deck, started_at, started_local FROM first_session;

-- A session's one log: a row per commit, the batch of events encoded once. The seal is a hash over the seal before it and this
-- row, so that a flipped bit, a lost row and a swapped one are always noticed. Deleted when the session is finished.
CREATE TABLE log (
    row     INTEGER PRIMARY KEY,
    session INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    first   INTEGER NOT NULL CHECK (first > 0),
    last    INTEGER NOT NULL CHECK (last >= first),
    events  BLOB    NOT NULL,
    seal    BLOB    NOT NULL CHECK (length(seal) = 32)
) STRICT;

-- The summary of a finished session, frozen before its log was destroyed, with a hash over it.
CREATE TABLE summary (
    session INTEGER PRIMARY KEY REFERENCES session (number) ON DELETE CASCADE,
    json    TEXT    NOT NULL,
    seal    BLOB    NOT NULL CHECK (length(seal) = 32)
) STRICT;
