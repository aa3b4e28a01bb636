//! What the presenter should know: from the start, or as long as it lasts.

use std::sync::Arc;

use gazouillis_protocol::Notice;
use tokio::sync::watch;

/// Where whoever runs the server tells the presenter something. Cheap to clone.
#[derive(Debug, Clone)]
pub struct NoticeBoard(Arc<watch::Sender<Vec<Notice>>>);

impl NoticeBoard {
    pub(crate) fn new(notices: Vec<Notice>) -> Self {
        Self(Arc::new(watch::Sender::new(notices)))
    }

    /// Says something, or that it is over.
    pub fn tell(&self, notice: Notice, lasts: bool) {
        self.0.send_if_modified(|notices| {
            let before = notices.len();
            notices.retain(|known| *known != notice);
            let was_there = notices.len() < before;
            if lasts {
                notices.push(notice);
            }
            was_there != lasts
        });
    }

    /// Says something in place of what was said of the same matter, or nothing of it any more.
    pub fn replace(&self, is_of_the_matter: impl Fn(&Notice) -> bool, by: Option<Notice>) {
        self.0.send_if_modified(|notices| {
            let before = notices.clone();
            notices.retain(|notice| !is_of_the_matter(notice));
            notices.extend(by);
            before != *notices
        });
    }

    pub(crate) fn now(&self) -> Vec<Notice> {
        self.0.borrow().clone()
    }

    pub(crate) fn changes(&self) -> watch::Receiver<Vec<Notice>> {
        self.0.subscribe()
    }
}
