INSERT INTO poll_state (session, poll, phase) VALUES (?1, ?2, 'closed')
ON CONFLICT (session, poll) DO UPDATE SET phase = 'closed'
