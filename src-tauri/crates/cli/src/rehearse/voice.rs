//! What simulated people say beside the questions: they clap, tell how they follow, ask the speaker, and want other questions
//! answered. It is for the looks of a rehearsal: what is refused or lost is said again another time.

use std::convert::Infallible;
use std::time::Duration;

use fastrand::Rng;
use gazouillis_core::channel::{rehearsed_mood, rehearsed_question, rehearsed_reaction};
use gazouillis_core::deck::Language;
use gazouillis_core::statistics::SplitMix64;
use gazouillis_protocol::{MoodRequest, PhoneChannels, PhoneView, QuestionRequest, ReactionRequest, WantRequest};
use reqwest::{Client, Method};
use serde::Serialize;
use tokio::sync::watch;

/// How long somebody says nothing, in seconds: at least, and at most.
const SILENCE: (f64, f64) = (4.0, 40.0);
/// Of what people say, the parts that are reactions, moods, and wishes; the rest are questions.
const REACTS: f64 = 0.6;
const TELLS: f64 = 0.15;
const WANTS: f64 = 0.17;

/// The voice of one simulated person.
pub(super) struct Voice {
    client: Client,
    base: String,
    dice: Rng,
    speed: f64,
    /// Nobody asks twice.
    has_asked: bool,
}

impl Voice {
    pub(super) fn new(base: String, dice: Rng, speed: f64) -> Self {
        Self {
            client: Client::new(),
            base,
            dice,
            speed: speed.max(0.01),
            has_asked: false,
        }
    }

    /// Speaks now and then, and never ends.
    pub(super) async fn speak(mut self, token: String, views: watch::Receiver<Option<PhoneView>>) -> Infallible {
        loop {
            let silence = SILENCE.0 + self.dice.f64() * (SILENCE.1 - SILENCE.0);
            tokio::time::sleep(Duration::from_secs_f64(silence / self.speed)).await;
            let view = views.borrow().clone();
            let open = view.and_then(|view| Some((view.channels?, view.language)));
            if let Some((channels, language)) = open {
                self.say(&token, &channels, language).await;
            }
        }
    }

    async fn say(&mut self, token: &str, channels: &PhoneChannels, language: Language) {
        let mut dice = SplitMix64::new(self.dice.u64(..));
        let what = self.dice.f64();
        if what < REACTS {
            if channels.reactions {
                let reaction = rehearsed_reaction(&mut dice);
                self.send(token, Method::POST, "/api/reactions", &ReactionRequest { reaction })
                    .await;
            }
        } else if what < REACTS + TELLS {
            if channels.mood {
                let mood = rehearsed_mood(&mut dice);
                self.send(token, Method::PUT, "/api/mood", &MoodRequest { mood: Some(mood) })
                    .await;
            }
        } else if let Some(qa) = &channels.qa {
            if what < REACTS + TELLS + WANTS {
                // The first of them are read by more people, and wanted by more.
                let first = qa.questions.len().min(1 + self.dice.usize(..5));
                let question = (first > 0).then(|| &qa.questions[self.dice.usize(..first)]);
                if let Some(question) = question {
                    let path = format!("/api/questions/{}/vote", question.id);
                    self.send(token, Method::PUT, &path, &WantRequest { up: true }).await;
                }
            } else if !self.has_asked {
                self.has_asked = true;
                let text = rehearsed_question(language == Language::En, &mut dice).to_owned();
                self.send(token, Method::POST, "/api/questions", &QuestionRequest { text })
                    .await;
            }
        }
    }

    async fn send(&self, token: &str, method: Method, path: &str, body: &impl Serialize) {
        let request = self.client.request(method, format!("{}{path}", self.base));
        // Whether it arrived makes no difference to a rehearsal.
        let _ = request.bearer_auth(token).json(body).send().await;
    }
}
