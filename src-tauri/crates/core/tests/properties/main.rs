//! What must hold of every session, whatever the talk and whatever is asked of it.

mod asking;
mod blanks;
mod changing;
mod channels;
mod counting;
mod live;
mod matching;
mod nicknames;
mod pins;
mod placing;
mod points;
mod portraits;
mod ranking;
mod restoring;
mod revising;
mod room;
mod rounds;
mod rules;
mod screens;
mod shares;
mod speed;
mod surveys;
mod texts;
mod typed;
mod upvotes;
mod walking;
