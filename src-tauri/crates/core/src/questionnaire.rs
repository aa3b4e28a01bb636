//! Judging a questionnaire before it meets a room.
