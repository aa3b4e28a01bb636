INSERT INTO poll_state (session, poll, phase) VALUES (?1, ?2, 'open')
ON CONFLICT (session, poll) DO UPDATE SET phase = 'open', revealed = 0, answer_shown = 0
