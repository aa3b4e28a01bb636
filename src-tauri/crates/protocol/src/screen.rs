//! What the presenter has done to the projector.

use gazouillis_core::session::{Blank, ScreenAct};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// What the projector shows instead of where the talk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct ScreenView {
    /// Whether it shows nothing at all.
    pub blank: Option<Blank>,
    /// Whether it stays as it was while the talk goes on.
    pub frozen: bool,
    /// Whether results are kept from it, until the next step.
    pub results_hidden: bool,
    /// The slide that is on it, from 0; behind a blank screen, the one that comes back.
    pub slide: u32,
}

/// `POST /control/screen`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScreenRequest {
    /// What is done.
    pub act: ScreenAct,
}
