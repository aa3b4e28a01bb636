INSERT INTO poll_state (session, poll, phase, revealed) VALUES (?1, ?2, 'pending', 1)
ON CONFLICT (session, poll) DO UPDATE SET revealed = 1
