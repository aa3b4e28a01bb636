//! Who leads in the quizzes that give points by speed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// The leader board as the stage or the console shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct BoardView {
    /// How many people play.
    pub players: u32,
    /// How many it takes before anybody is shown.
    pub minimum: u32,
    /// The first, best first; absent while too few people play.
    pub places: Option<Vec<BoardPlace>>,
    /// Whether the session is over, with which the nicknames are gone.
    pub gone: bool,
}

/// One place on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct BoardPlace {
    /// From 1; who has the same points has the same rank.
    pub rank: u32,
    /// The nickname, in the talk's language.
    pub nickname: String,
    /// All points.
    pub points: u32,
    /// Of them, those of the last quiz.
    pub gain: u32,
}

/// What one phone sees of its own game.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct MyPlay {
    /// Its nickname, in the talk's language; absent where the talk has no leader board.
    pub nickname: Option<String>,
    /// All points; absent before the first quiz it answered is told.
    pub points: Option<u32>,
    /// Of them, those of the last quiz.
    pub gain: u32,
    /// Its rank, from 1; absent while too few people play, and where the talk has no leader board.
    pub rank: Option<u32>,
    /// How many people play.
    pub players: u32,
}
