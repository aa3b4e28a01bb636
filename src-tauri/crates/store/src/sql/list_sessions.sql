SELECT
    session.id,
    session.title,
    session.started_at,
    session.finished,
    EXISTS (SELECT 1 FROM participant WHERE participant.session = session.number AND participant.simulated = 1),
    (SELECT count(*) FROM participant WHERE participant.session = session.number),
    (SELECT count(*) FROM ballot WHERE ballot.session = session.number),
    summary.json
FROM session
LEFT JOIN summary ON summary.session = session.number
ORDER BY session.started_at DESC, session.number DESC
