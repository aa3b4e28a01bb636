INSERT INTO poll_state (session, poll, phase, answer_shown) VALUES (?1, ?2, 'pending', 1)
ON CONFLICT (session, poll) DO UPDATE SET answer_shown = 1
