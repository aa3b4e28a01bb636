//! What the presenter looks over before the talk: the computer, and the room's Wi-Fi.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::stage::QrView;

/// What is known of this computer; what it does not tell is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS, ToSchema)]
pub struct MachineView {
    /// Megabytes free where sessions are kept.
    pub free_mb: Option<u32>,
    /// How it is powered; `None` for a computer without a battery.
    pub power: Option<PowerView>,
}

/// A computer with a battery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct PowerView {
    /// Whether it lives on its battery.
    pub on_battery: bool,
    /// How full the battery is, in percent.
    pub percent: u8,
}

/// The room's Wi-Fi, as the join slide shows it beside the address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct WifiView {
    /// The network's name.
    pub name: String,
    /// The password, for those who type; `None` of an open network.
    pub password: Option<String>,
    /// What a camera reads.
    pub qr: QrView,
}

/// The Wi-Fi that phones are to use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WifiRequest {
    /// The network's name, 1 to 32 bytes; `None` shows none any more.
    pub name: Option<String>,
    /// The password, 8 to 63 characters; `None` of an open network.
    #[serde(default)]
    pub password: Option<String>,
}
