//! What this computer tells of itself: room on the disk, and power.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use gazouillis_protocol::{MachineView, PowerView};
use starship_battery::{Manager, State};
use tokio::sync::watch;

/// How often the computer is asked. Neither a disk nor a battery is full or empty from one moment to the next.
const EVERY: Duration = Duration::from_secs(10);

/// What is known of the computer. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Machine(Arc<watch::Sender<MachineView>>);

impl Machine {
    pub(crate) fn new() -> Self {
        Self(Arc::new(watch::Sender::default()))
    }

    pub(crate) fn now(&self) -> MachineView {
        *self.0.borrow()
    }

    pub(crate) fn changes(&self) -> watch::Receiver<MachineView> {
        self.0.subscribe()
    }

    /// Asks the computer now and then, for as long as the future is polled. `data` is the folder that keeps the sessions.
    pub(crate) async fn watch(self, data: Option<PathBuf>) {
        loop {
            let data = data.clone();
            if let Ok(seen) = tokio::task::spawn_blocking(move || look(data)).await {
                self.0.send_if_modified(|known| {
                    let is_new = *known != seen;
                    *known = seen;
                    is_new
                });
            }
            tokio::time::sleep(EVERY).await;
        }
    }
}

fn look(data: Option<PathBuf>) -> MachineView {
    let free = data.and_then(|data| fs4::available_space(data).ok());
    MachineView {
        // Rounded, so that nobody is told anew of every ballot that is written.
        free_mb: free.map(|bytes| u32::try_from(bytes / 100_000_000 * 100).unwrap_or(u32::MAX)),
        power: power(),
    }
}

fn power() -> Option<PowerView> {
    let mut batteries = Manager::new().ok()?.batteries().ok()?.flatten();
    let battery = batteries.next()?;
    let full = battery.state_of_charge().value * 100.0;
    Some(PowerView {
        on_battery: battery.state() == State::Discharging,
        percent: full.round().clamp(0.0, 100.0) as u8,
    })
}
