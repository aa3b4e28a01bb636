//! What the presenter has done to the projector: blanked it, frozen it, or kept results from it. The talk goes on underneath, and
//! phones know nothing of it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Event, Session, Sighting, Snapshot};
use crate::channel::Happening;
use crate::deck::Deck;
use crate::kind::Act;
use crate::kind::moderation::Verdict;

/// A blank screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Blank {
    /// All black.
    Black,
    /// All white.
    White,
}

/// What the presenter has done to the projector.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Screen {
    /// Whether it shows nothing at all.
    pub blank: Option<Blank>,
    /// Whether it stays as it is while the talk goes on.
    pub frozen: bool,
    /// Whether results are kept from it, until the next step.
    pub results_hidden: bool,
}

/// What the presenter may do to the projector. What says how it is to be changes nothing when it is repeated; what toggles is for
/// keys, which may be pressed faster than any page learns what they did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ScreenAct {
    /// All black.
    Black,
    /// Black, or no longer.
    ToggleBlack,
    /// All white.
    White,
    /// White, or no longer.
    ToggleWhite,
    /// No longer blank.
    Lift,
    /// As it is now, whatever comes.
    Freeze,
    /// What there is to see now.
    Unfreeze,
    /// Frozen, or no longer.
    ToggleFreeze,
    /// Without results, until the next step.
    HideResults,
    /// With results again.
    ShowResults,
    /// With or without results.
    ToggleResults,
}

impl Screen {
    /// The screen after something was done to it.
    #[must_use]
    pub fn after(self, act: ScreenAct) -> Self {
        match act {
            ScreenAct::Black => self.with(Some(Blank::Black)),
            ScreenAct::White => self.with(Some(Blank::White)),
            ScreenAct::ToggleBlack => self.with((self.blank != Some(Blank::Black)).then_some(Blank::Black)),
            ScreenAct::ToggleWhite => self.with((self.blank != Some(Blank::White)).then_some(Blank::White)),
            ScreenAct::Lift => self.with(None),
            ScreenAct::Freeze => Self { frozen: true, ..self },
            ScreenAct::Unfreeze => Self { frozen: false, ..self },
            ScreenAct::ToggleFreeze => Self {
                frozen: !self.frozen,
                ..self
            },
            ScreenAct::HideResults => Self {
                results_hidden: true,
                ..self
            },
            ScreenAct::ShowResults => Self {
                results_hidden: false,
                ..self
            },
            ScreenAct::ToggleResults => Self {
                results_hidden: !self.results_hidden,
                ..self
            },
        }
    }

    fn with(self, blank: Option<Blank>) -> Self {
        Self { blank, ..self }
    }

    /// The screen as a number of the log: a number that was ever released is never given another meaning.
    #[must_use]
    pub fn number(self) -> u8 {
        let blank = match self.blank {
            None => 0,
            Some(Blank::Black) => 1,
            Some(Blank::White) => 2,
        };
        blank | u8::from(self.frozen) << 2 | u8::from(self.results_hidden) << 3
    }

    /// The screen that was kept; `None` when this program has never written such a number.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        let blank = match number & 3 {
            0 => None,
            1 => Some(Blank::Black),
            2 => Some(Blank::White),
            _ => return None,
        };
        let screen = Self {
            blank,
            frozen: number & 4 != 0,
            results_hidden: number & 8 != 0,
        };
        (screen.number() == number).then_some(screen)
    }
}

/// What a frozen projector goes on showing: the session as it was then.
#[derive(Debug, Clone)]
pub struct Picture {
    /// The talk as it ran then.
    pub deck: Arc<Deck>,
    /// The session as it was; what has been hidden since is taken out of it.
    pub snapshot: Snapshot,
}

impl Session {
    /// What the presenter has done to the projector.
    #[must_use]
    pub fn screen(&self) -> Screen {
        self.screen
    }

    pub(super) fn change_screen(&self, act: ScreenAct) -> Vec<Event> {
        let then = self.screen.after(act);
        (then != self.screen)
            .then_some(Event::ScreenChanged(then))
            .into_iter()
            .collect()
    }

    /// Results that were kept from the projector are shown again from the next step on, whoever takes it: who goes on to the
    /// results wants them seen.
    pub(super) fn with_results_again(&self, mut events: Vec<Event>) -> Vec<Event> {
        let goes_on = events.iter().any(|event| {
            matches!(
                event,
                Event::Moved(_) | Event::Covered(_) | Event::Revealed { .. } | Event::AnswerShown { .. }
            )
        });
        if self.screen.results_hidden && goes_on {
            events.push(Event::ScreenChanged(self.screen.after(ScreenAct::ShowResults)));
        }
        events
    }

    pub(super) fn show_screen(&mut self, screen: Screen) {
        self.screen = screen;
        if !screen.frozen {
            self.picture = None;
        } else if self.picture.is_none() {
            self.picture = Some(Arc::new(Picture {
                deck: Arc::clone(&self.deck),
                snapshot: self.snapshot(),
            }));
        }
    }

    /// What the presenter hides goes from a frozen projector as well.
    pub(super) fn take_out_of_the_picture(&mut self, event: &Event) {
        let Some(picture) = &mut self.picture else { return };
        match event {
            Event::Moderated {
                poll,
                act: act @ Act::Decide { verdict, .. },
            } if *verdict != Some(Verdict::Shown) => {
                if let Some(state) = Arc::make_mut(picture).snapshot.polls.get_mut(*poll) {
                    Arc::make_mut(&mut state.moderation).apply(act);
                }
            }
            Event::Observed(Sighting::Shown(false)) => {
                let observed = Arc::clone(&self.observed);
                Arc::make_mut(picture).snapshot.observed = observed;
            }
            Event::Channel(Happening::Ruled { .. } | Happening::Withdrawn { .. } | Happening::Edited { .. }) => {
                let shown = self.channels.snapshot().qa;
                let board = Arc::make_mut(&mut Arc::make_mut(picture).snapshot.channels.qa);
                board.shown.retain(|old| {
                    let still = shown.shown.iter().find(|new| new.id == old.id);
                    still.is_some_and(|new| new.text == old.text)
                });
            }
            _ => {}
        }
    }
}
