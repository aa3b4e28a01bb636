DROP TABLE first_summary;
DROP TABLE first_ballot;
DROP TABLE first_participant;
DROP TABLE first_poll_state;
DROP TABLE first_session;
