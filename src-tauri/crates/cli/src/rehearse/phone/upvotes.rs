//! A simulated person reads what others wrote, and supports some of it.

use gazouillis_protocol::{PhoneView, WantRequest};

use super::Phone;

impl Phone {
    /// Looks at texts that may be upvoted, each once, until it supports one; `read` are those it has seen. What is refused, such as a text of its own,
    /// is let go.
    pub(super) async fn support(&mut self, view: &PhoneView, read: &mut Vec<u64>) {
        let Some(poll) = &view.poll else { return };
        for card in poll.upvotes.iter().flatten() {
            if read.contains(&card.id) {
                continue;
            }
            read.push(card.id);
            if !self.person.supports() {
                continue;
            }
            tokio::time::sleep(self.person.thinking()).await;
            let url = format!("{}/api/polls/{}/texts/{}/vote", self.base, poll.id, card.id);
            let request = self
                .client
                .put(&url)
                .bearer_auth(self.token.clone().unwrap_or_default());
            // A rehearsed thumb that is lost on the way is not missed.
            drop(request.json(&WantRequest { up: true }).send().await);
            return;
        }
    }
}
