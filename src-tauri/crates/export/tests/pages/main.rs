//! The summary as a page and as Markdown, read by a browser's parser and by a reader of Markdown.

#[path = "../rooms/mod.rs"]
mod rooms;

mod figures;
mod markdown;
mod page;
mod shape;
mod typed;
