INSERT INTO ballot (session, poll, participant, revision, seq, answer)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (session, poll, participant) DO UPDATE
SET revision = excluded.revision, seq = excluded.seq, answer = excluded.answer
