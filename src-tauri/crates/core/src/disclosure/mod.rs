//! What leaves a session: everything that a view or an export tells of people goes through here.
//!
//! The rules, and what they cost:
//! 1. **A poll's totals** are told once revealed, whatever their number; while it is open the room sees how many answered,
//!    and of a live poll the bars of its first voters, in steps of at least five people that always leave five out
//!    ([`LiveBars`]). A poll that is opened again and revealed again tells its new totals, and so the one person who came
//!    in between: opening again is the presenter's express wish and has to be confirmed. For the same reason a scoring poll
//!    that is still open when the breakdown is drawn can, by its later totals, narrow somebody down in a tiny room.
//! 2. **The breakdown is frozen** when it is shown ([`FrozenBreakdown`]) and drawn anew only when enough people weigh
//!    differently in it; so are what is told of a pair, and the number of people in a summary of a running session.
//! 3. **A cross-table** is merged to its meanings and told as [`PairRule`] decides, from what is public anyway.
//!    Both are of phones alone: everybody sees who raises a hand, so that hands among the totals would hide nobody.
//! 4. **Margins of a pair** are never told: beside the polls' totals they are the answer of who left early.
//! 5. **What hides behind a mask** is told by [`shown_shares`].
//! 6. **What the presenter saw in the room** is told at any number ([`SeenShare`]), apart from votes: no ballot is in it.
//!
//! Everything but a poll's totals takes at least [`Session::minimum_group`](crate::Session::minimum_group) people; a rehearsal shows everything.
//!
//! **Invariant.** What has been published is a fold of the session's events ([`Memory`]): the same session read again from
//! disk publishes the same. The attacker in `tests/attacker` knows all this and still learns no single person.

mod audit;
mod frozen;
mod live;
mod memory;
mod observed;
mod pair;
mod shares;

pub use frozen::FrozenBreakdown;
pub use live::{LIVE_FROM, LiveBars};
pub use memory::{Memory, People, PollBars};
pub use observed::SeenShare;
pub use pair::{Flow, PairRule, Table};
pub use shares::shown_shares;
