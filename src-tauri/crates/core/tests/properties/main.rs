//! What must hold of every session, whatever the talk and whatever is asked of it.

mod changing;
mod counting;
mod placing;
mod portraits;
mod restoring;
mod room;
mod rules;
mod shares;
mod walking;
