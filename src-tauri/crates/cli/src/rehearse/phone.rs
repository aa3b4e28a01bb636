//! One simulated phone, on the real protocol.

mod upvotes;

use std::time::Duration;

use futures_util::StreamExt as _;
use gazouillis_protocol::{BallotRequest, ErrorBody, ErrorCode, JoinRequest, Joined, PhonePoll, PhoneView, PollState};
use reqwest::{Client, Response, StatusCode};
use tokio::sync::watch;

use super::Report;
use super::error::RehearseError;
use super::person::Person;
use super::voice::Voice;

/// How long a phone waits before it looks for a server that has gone.
const RETRY: Duration = Duration::from_millis(500);
/// How often it looks.
const RETRIES: u32 = 60;

/// A phone in a simulated person's hand.
pub(super) struct Phone {
    base: String,
    key: String,
    client: Client,
    person: Person,
    voice: Option<Voice>,
    token: Option<String>,
    session: Option<String>,
    report: Report,
}

impl Phone {
    pub(super) fn new(base: String, key: String, person: Person, voice: Voice) -> Self {
        Self {
            base,
            key,
            client: Client::new(),
            person,
            voice: Some(voice),
            token: None,
            session: None,
            report: Report::default(),
        }
    }

    /// Joins as a simulated phone; again with the same token changes nothing. Once it has joined it keeps to that session:
    /// the one that follows is for people, and no rehearsal begins in it unasked.
    pub(super) async fn join(&mut self) -> Result<(), RehearseError> {
        let request = JoinRequest {
            token: self.token.clone(),
            session: self.session.clone(),
            rehearsal: Some(self.key.clone()),
            code: None,
        };
        let mut asked = 0;
        let response = loop {
            let sent = self
                .client
                .post(format!("{}/api/participants", self.base))
                .json(&request);
            let response = sent.send().await?;
            asked += 1;
            if !is_busy(response.status()) || asked > RETRIES {
                break response;
            }
            tokio::time::sleep(RETRY).await;
        };
        let joined: Joined = accepted(response).await?.json().await?;
        self.token = Some(joined.token);
        self.session = Some(joined.session);
        self.report.joined = 1;
        Ok(())
    }

    /// The session it has joined.
    pub(super) fn session(&self) -> Option<String> {
        self.session.clone()
    }

    /// Will join this session and no other.
    pub(super) fn keep_to(&mut self, session: Option<String>) {
        self.session = session;
    }

    /// Takes part until the session is finished.
    pub(super) async fn play(mut self) -> Result<Report, RehearseError> {
        tokio::time::sleep(self.person.arrival()).await;
        if self.token.is_none() {
            self.join().await?;
        }
        let (views, mut newest) = watch::channel(None);
        let url = format!("{}/api/live", self.base);
        let token = self.token.clone().unwrap_or_default();
        let following = follow(self.client.clone(), url, token.clone(), views);
        let speaking = self.voice.take().map(|voice| voice.speak(token, newest.clone()));
        let speaking = async {
            match speaking {
                Some(voice) => voice.await,
                None => std::future::pending().await,
            }
        };
        let answering = async {
            let mut answered: Vec<String> = Vec::new();
            let mut read: Vec<u64> = Vec::new();
            while newest.changed().await.is_ok() {
                let view: Option<PhoneView> = newest.borrow_and_update().clone();
                let Some(view) = view else { continue };
                if view.finished || self.session.as_ref() != Some(&view.session) {
                    return Ok(());
                }
                let polls = asked(&view);
                let Some(next) = polls.iter().find(|poll| !answered.contains(&poll.id)) else {
                    self.support(&view, &mut read).await;
                    continue;
                };
                answered.push(next.id.clone());
                self.respond(next, &newest).await?;
                // The next question of a survey does not wait for news.
                newest.mark_changed();
            }
            Ok(())
        };
        tokio::select! {
            outcome = answering => outcome.map(|()| self.report),
            lost = following => Err(lost),
            // It speaks as long as it plays.
            never = speaking => match never {},
        }
    }

    /// Thinks, answers, and sometimes thinks again. A question that has gone meanwhile is let go.
    async fn respond(
        &mut self,
        poll: &PhonePoll,
        newest: &watch::Receiver<Option<PhoneView>>,
    ) -> Result<(), RehearseError> {
        if self.person.lets_pass() {
            return Ok(());
        }
        let mut revision = 1;
        loop {
            tokio::time::sleep(self.person.thinking()).await;
            let still_open = newest
                .borrow()
                .as_ref()
                .is_some_and(|view| asked(view).iter().any(|shown| shown.id == poll.id));
            if !still_open {
                return Ok(());
            }
            let answer = self.person.answer(poll);
            let counted = self.cast(&poll.id, BallotRequest { answer, revision }).await?;
            self.report.changed += u32::from(counted && revision > 1);
            if !counted || !self.person.thinks_again() {
                return Ok(());
            }
            revision += 1;
        }
    }

    /// Sends one ballot until it is acknowledged or refused for good.
    async fn cast(&mut self, poll: &str, ballot: BallotRequest) -> Result<bool, RehearseError> {
        let url = format!("{}/api/polls/{poll}/ballot", self.base);
        for _ in 0..RETRIES {
            let token = self.token.clone().unwrap_or_default();
            let sent = self.client.put(&url).bearer_auth(token).json(&ballot).send().await;
            let Ok(response) = sent else {
                tokio::time::sleep(RETRY).await;
                continue;
            };
            match response.status() {
                StatusCode::OK => {
                    self.report.ballots += 1;
                    return Ok(true);
                }
                StatusCode::UNAUTHORIZED => self.join().await?,
                status if is_busy(status) => tokio::time::sleep(RETRY).await,
                _ => break,
            }
        }
        self.report.refused += 1;
        Ok(false)
    }
}

/// The questions that a phone may answer now: one, or those of a survey.
fn asked(view: &PhoneView) -> Vec<&PhonePoll> {
    let shown = match &view.survey {
        Some(survey) => survey.iter().collect(),
        None => view.poll.iter().collect::<Vec<_>>(),
    };
    shown.into_iter().filter(|poll| poll.state == PollState::Open).collect()
}

/// Whether asking again later may help.
fn is_busy(status: StatusCode) -> bool {
    [StatusCode::SERVICE_UNAVAILABLE, StatusCode::TOO_MANY_REQUESTS].contains(&status)
}

/// A success, or the server's words.
async fn accepted(response: Response) -> Result<Response, RehearseError> {
    if response.status().is_success() {
        return Ok(response);
    }
    let unreadable = ErrorBody {
        code: ErrorCode::NotFound,
        message: response.status().to_string(),
    };
    Err(RehearseError::Refused(response.json().await.unwrap_or(unreadable)))
}

/// Keeps the newest view, through lost connections; ends when the server stays away.
async fn follow(client: Client, url: String, token: String, views: watch::Sender<Option<PhoneView>>) -> RehearseError {
    let mut failures = 0;
    loop {
        match client.get(&url).bearer_auth(&token).send().await {
            Ok(response) if response.status().is_success() => {
                failures = 0;
                read(response, &views).await;
            }
            Ok(response) if is_busy(response.status()) => {}
            Ok(response) => return accepted(response).await.err().unwrap_or(RehearseError::Interrupted),
            Err(error) => {
                failures += 1;
                if failures > RETRIES {
                    return RehearseError::Unreachable(error);
                }
            }
        }
        tokio::time::sleep(RETRY).await;
    }
}

async fn read(response: Response, views: &watch::Sender<Option<PhoneView>>) {
    let mut stream = response.bytes_stream();
    let mut buffer = Vec::new();
    while let Some(Ok(bytes)) = stream.next().await {
        buffer.extend_from_slice(&bytes);
        while let Some(end) = buffer.windows(2).position(|pair| pair == b"\n\n") {
            let event: Vec<u8> = buffer.drain(..end + 2).collect();
            if let Some(view) = event
                .strip_prefix(b"data: ")
                .and_then(|data| serde_json::from_slice(data).ok())
            {
                views.send_replace(Some(view));
            }
        }
    }
}
