//! What must hold of every session, whatever the talk and whatever is asked of it.

mod changing;
mod counting;
mod portraits;
mod restoring;
mod room;
mod rounds;
mod rules;
mod shares;
mod walking;
