//! The presenter's hand on the projector: what is pointed at, drawn, lit or enlarged. Nothing of it is kept.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// A point of the slide: shares of its width and height, 0 to 1 from the top left.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandPoint {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

/// All that the hand does now. Each event of its stream is a whole view.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS, ToSchema)]
pub struct HandView {
    /// What is pointed at, and how.
    pub pointer: Option<PointerView>,
    /// What is drawn on the slide, stroke by stroke.
    pub strokes: Vec<Vec<HandPoint>>,
    /// How the slide's video plays.
    pub video: VideoPlay,
}

/// How the video of a slide plays once its step has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS, ToSchema)]
pub struct VideoPlay {
    /// Whether it stands still.
    pub paused: bool,
    /// How often it was begun again.
    pub begun_again: u32,
}

/// Where a video is played from: a path of the same listener, good until the program ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct VideoAddress {
    /// The path.
    pub address: String,
}

/// Where the presenter points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PointerView {
    /// How.
    pub kind: PointerKind,
    /// Where.
    pub at: HandPoint,
}

/// How the presenter points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PointerKind {
    /// A dot.
    Dot,
    /// All else is dim.
    Spotlight,
    /// The slide is twice as large around it.
    Zoom,
}

/// What the presenter's hand does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum HandRequest {
    /// Points somewhere.
    Point {
        /// Where and how.
        pointer: PointerView,
    },
    /// Points nowhere any more.
    Lift,
    /// Draws: a new stroke, or how the last one goes on.
    Draw {
        /// Its next points, at most 64.
        points: Vec<HandPoint>,
        /// Whether they begin a stroke.
        begins: bool,
    },
    /// Takes the last stroke away.
    Undo,
    /// Takes all strokes away.
    Clear,
    /// Lets the slide's video stand still, or go on.
    Video {
        /// Whether it stands still.
        paused: bool,
    },
    /// Plays the slide's video from its beginning.
    BeginVideo,
}
