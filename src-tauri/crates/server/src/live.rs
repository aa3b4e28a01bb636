//! The live views: projected once per change, encoded once, sent to everyone who follows.
//!
//! Each event is a whole view, and each follower holds only the newest (a `watch`), so a phone that stalls costs no
//! memory and a phone that comes back needs nothing but the next event.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use gazouillis_core::Deck;
use gazouillis_core::deck::Layout;
use gazouillis_core::session::Screen;
use gazouillis_engine::Published;
use gazouillis_protocol::{
    AsksResume, ConsoleView, JoinView, Notice, PhoneView, StageView, TIMER_STEP, TimerView, project,
};
use serde::Serialize;
use tokio::sync::watch;
use tokio::time::Instant;

use crate::qr;
use crate::state::Shared;
use crate::stream::PhoneEvent;

/// The stage and the console are told at most this often: about 30 times a second.
const DESK_PACE: Duration = Duration::from_millis(33);

/// Phones are told at most this often, plus [`PHONE_PACE_EACH`] per thousand phones.
const PHONE_PACE: Duration = Duration::from_millis(100);
const PHONE_PACE_EACH: Duration = Duration::from_millis(10);

/// When only the questions to the speaker have changed, phones are told at most this often.
const QUESTIONS_PACE: Duration = Duration::from_secs(2);

/// While phones wait at the door, or control the talk, the console is told at least this often who still does.
const LOOK_AT_THE_DOOR: Duration = Duration::from_secs(2);

/// While a timer runs, stage and console are told the time at least this often.
const TICK: Duration = Duration::from_secs(1);

/// While a timer runs, phones are told the time at least this often.
const TELL_TIME_AGAIN: Duration = Duration::from_secs(2);

/// The newest event of each view.
pub(crate) struct Views {
    /// What phones are told next.
    next_phone: watch::Sender<PhoneEvent>,
    pub(crate) phone: watch::Sender<PhoneEvent>,
    pub(crate) stage: watch::Sender<Bytes>,
    pub(crate) console: watch::Sender<Bytes>,
}

impl Views {
    pub(crate) fn new() -> Self {
        let empty = || watch::Sender::new(Bytes::new());
        Self {
            next_phone: watch::Sender::default(),
            phone: watch::Sender::default(),
            stage: empty(),
            console: empty(),
        }
    }
}

/// Passes on to the phones what they are told next, for as long as the future is polled. It runs where their streams do:
/// thousands that are woken from another thread would each be handed over on their own.
pub(crate) async fn tell_phones(shared: Arc<Shared>) {
    let mut next = shared.views.next_phone.subscribe();
    loop {
        let event = next.borrow_and_update().clone();
        shared.views.phone.send_replace(event);
        if next.changed().await.is_err() {
            return;
        }
    }
}

/// One event, ready to be written.
fn event(view: &impl Serialize) -> Bytes {
    let mut event = Vec::with_capacity(1_024);
    event.extend_from_slice(b"data: ");
    serde_json::to_writer(&mut event, view).expect("BUG: a view is always JSON");
    event.extend_from_slice(b"\n\n");
    event.into()
}

/// Replaces an event unless it is the same, so that nobody is woken for nothing.
fn send(sender: &watch::Sender<Bytes>, event: Bytes) {
    sender.send_if_modified(|current| {
        let changed = *current != event;
        if changed {
            *current = event;
        }
        changed
    });
}

/// Projects the session until the engine stops.
pub(crate) struct Projector {
    shared: Arc<Shared>,
    join: JoinView,
    phone_sent: Option<Instant>,
    phone_view: Option<PhoneView>,
    /// When the timer that phones were told of is over.
    phone_deadline: Option<std::time::Instant>,
    /// Whether phones wait at the door, who may go away without a word.
    asked_about: bool,
}

impl Projector {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        let join = JoinView {
            url: String::new(),
            short: String::new(),
            qr: None,
            wifi: None,
        };
        let mut projector = Self {
            shared,
            join,
            phone_sent: None,
            phone_view: None,
            phone_deadline: None,
            asked_about: false,
        };
        projector.project();
        projector
    }

    /// Follows the session, the phones and the addresses.
    pub(crate) async fn run(mut self) {
        let mut published = self.shared.engine.published();
        let mut here = self.shared.presence.changes();
        let mut addresses = self.shared.addresses.changes();
        let mut door = self.shared.door.changes();
        let mut chorus = self.shared.chorus.changes();
        let mut notices = self.shared.notices.changes();
        let mut machine = self.shared.machine.changes();
        let mut wifi = self.shared.wifi.changes();
        let mut remotes = self.shared.remotes.changes();
        // What changed before the receivers existed is caught by projecting once more.
        self.project();
        loop {
            let phone_due = self.phone_due();
            tokio::select! {
                changed = published.changed() => if changed.is_err() { return },
                _ = here.changed() => {}
                _ = addresses.changed() => {}
                _ = door.changed() => {}
                _ = chorus.changed() => {}
                _ = notices.changed() => {}
                _ = remotes.changed() => {}
                _ = machine.changed() => {}
                _ = wifi.changed() => {}
                () = tokio::time::sleep(LOOK_AT_THE_DOOR), if self.asked_about || self.shared.remotes.is_used() => {}
                () = tokio::time::sleep(TICK), if self.ticks() => {}
                () = sleep_until(phone_due) => {}
            }
            self.project();
            tokio::time::sleep(DESK_PACE).await;
        }
    }

    fn project(&mut self) {
        let published = self.shared.engine.now();
        self.shared.hand.follow(published.session, published.snapshot.cursor);
        let here = self.shared.presence.count();
        // Phones come first: there are most of them, and they are served elsewhere while the desk's views are encoded.
        self.project_phone(&published, here);
        self.redraw_join();
        let (stage, projector) = self.project_stage(&published, here);
        // Also when no stage follows: the next one to come is told at once where the talk is.
        send(&self.shared.views.stage, event(projector.as_ref().unwrap_or(&stage)));
        if self.shared.remotes.is_used() {
            let (id, deck, now) = (&published.facts.id, &published.deck, &published.snapshot);
            let remote = project::remote(id, deck, now, running(&published));
            self.shared.remotes.show(event(&remote));
        }
        let door = self.shared.door.view();
        self.asked_about = !door.waiting.is_empty();
        let mut polls = project::console_polls(&published.deck, &published.snapshot, running(&published));
        project::say_once(&mut polls, &stage);
        let console = ConsoleView {
            started_at: published.facts.started_at,
            resumed: published.resumed,
            asks_resume: published.asks_resume.then_some(AsksResume {
                started_at: published.facts.started_at,
            }),
            channels: project::console_channels(
                &published.deck,
                &published.snapshot,
                self.shared.chorus.mood(published.session),
                &polls,
            ),
            polls,
            breakdown: project::breakdown_since(&published.snapshot),
            observed: project::console_observed(&published.snapshot),
            board: project::console_board(&published.deck, &published.snapshot),
            addresses: self.shared.addresses.offers(),
            door,
            notices: self.notices(&published),
            wifi: self.join.wifi.as_ref().map(|wifi| wifi.name.clone()),
            machine: self.shared.machine.now(),
            remote: self.shared.remotes.view(self.shared.addresses.authority().as_deref()),
            home: self.shared.leave.as_ref().map(|leave| leave.home.clone()),
            screen: project::screen(&published.deck, &published.snapshot),
            stage,
        };
        send(&self.shared.views.console, event(&console));
    }

    /// Where the talk is, and what is on the projector where that is something else.
    fn project_stage(&self, published: &Published, here: u32) -> (StageView, Option<StageView>) {
        let (id, deck, now) = (&published.facts.id, &published.deck, &published.snapshot);
        let mut stage = project::stage(id, deck, now, here, &self.join, running(published));
        keep_wifi_on_join(deck, &mut stage);
        if let Some(channels) = &mut stage.channels {
            channels.chirps = self.shared.chorus.floating(published.session);
        }
        if now.screen == Screen::default() {
            return (stage, None);
        }
        let mut projector = project::projector(id, deck, now, here, &self.join, running(published));
        keep_wifi_on_join(project::on_projector(deck, now).0, &mut projector);
        if let (Some(channels), Some(live)) = (&mut projector.channels, &stage.channels) {
            // A frozen picture stands still.
            channels.chirps = if now.screen.frozen {
                Vec::new()
            } else {
                live.chirps.clone()
            };
        }
        (stage, Some(projector))
    }

    fn project_phone(&mut self, published: &Published, here: u32) {
        let view = phone_view(published);
        // A phone is not told of a mere number: only of what it shows.
        if self.phone_shows(&view, published) {
            return;
        }
        let pace = self.phone_pace(&view, here);
        if self.phone_sent.is_some_and(|sent| sent.elapsed() < pace) {
            return;
        }
        self.shared.views.next_phone.send_replace(PhoneEvent {
            session: view.session.as_str().into(),
            bytes: event(&view),
        });
        self.phone_view = Some(view);
        self.phone_deadline = published.timer.map(|timer| timer.deadline);
        self.phone_sent = Some(Instant::now());
    }

    /// Whether phones show just this. They count a timer down by themselves; now and then they are told again, for those
    /// who have come since.
    fn phone_shows(&self, view: &PhoneView, published: &Published) -> bool {
        let Some(sent) = &self.phone_view else { return false };
        let deadline = published.timer.map(|timer| timer.deadline);
        let is_old = self.phone_sent.is_none_or(|sent| sent.elapsed() >= TELL_TIME_AGAIN);
        if self.phone_deadline != deadline || deadline.is_some() && is_old {
            return false;
        }
        let mut sent = PhoneView {
            seq: view.seq,
            ..sent.clone()
        };
        if let (Some(sent), Some(view)) = (&mut sent.poll, &view.poll) {
            sent.timer = view.timer;
        }
        sent == *view
    }

    /// How long phones are left alone: longer when only the questions to the speaker have changed, which they do with every
    /// vote of the room.
    fn phone_pace(&self, view: &PhoneView, here: u32) -> Duration {
        let same = self.phone_view.as_ref().is_some_and(|sent| {
            let (mut sent, mut view) = (sent.clone(), view.clone());
            sent.seq = view.seq;
            for side in [&mut sent, &mut view] {
                if let Some(qa) = side.channels.as_mut().and_then(|channels| channels.qa.as_mut()) {
                    (qa.shown, qa.questions) = (0, Vec::new());
                }
            }
            sent == view
        });
        PHONE_PACE_EACH * (here / 1_000) + if same { QUESTIONS_PACE } else { PHONE_PACE }
    }

    /// Whether time is told, which goes on when nothing happens.
    fn ticks(&self) -> bool {
        self.shared.engine.now().timer.is_some()
    }

    /// When phones may be told of what was held back, if anything was.
    fn phone_due(&self) -> Option<Instant> {
        let published = self.shared.engine.now();
        let sent = self.phone_view.as_ref()?;
        if published.snapshot.seq == sent.seq && published.facts.id == sent.session {
            return None;
        }
        let view = phone_view(&published);
        let same = self.phone_shows(&view, &published);
        let pace = self.phone_pace(&view, self.shared.presence.count());
        self.phone_sent.filter(|_| !same).map(|sent| sent + pace)
    }

    fn redraw_join(&mut self) {
        self.join.wifi = self.shared.wifi.now();
        let url = self
            .shared
            .addresses
            .authority()
            .map(|authority| format!("http://{authority}/"))
            .unwrap_or_default();
        if url != self.join.url {
            let short = url.trim_start_matches("http://").trim_end_matches('/').to_owned();
            let qr = if url.is_empty() { None } else { qr::draw(&url) };
            (self.join.url, self.join.short, self.join.qr) = (url, short, qr);
        }
    }

    fn notices(&self, published: &Published) -> Vec<Notice> {
        let mut notices = self.shared.notices.now();
        if published.disk_full {
            notices.push(Notice::DiskFull);
        }
        if published.recovered {
            notices.push(Notice::Recovered);
        }
        if published.scrub_due {
            notices.push(Notice::ScrubWaiting);
        }
        if self.join.url.is_empty() {
            notices.push(Notice::NoNetwork);
        }
        notices
    }
}

/// Only the join slide shows the Wi-Fi.
fn keep_wifi_on_join(deck: &Deck, view: &mut StageView) {
    if deck.slides[view.slide as usize].layout != Layout::Join {
        view.join.wifi = None;
    }
}

/// What phones are told.
pub(crate) fn phone_view(published: &Published) -> PhoneView {
    project::phone(
        &published.facts.id,
        &published.deck,
        &published.snapshot,
        running(published),
    )
}

/// The timer that runs, as it is told.
fn running(published: &Published) -> Option<project::Running> {
    let timer = published.timer?;
    let left = timer.deadline.saturating_duration_since(std::time::Instant::now());
    let left_ms = u32::try_from(left.as_millis()).unwrap_or(u32::MAX);
    Some(project::Running {
        poll: timer.poll,
        timer: TimerView {
            total: timer.seconds,
            left_ms: left_ms - left_ms % TIMER_STEP,
        },
    })
}

async fn sleep_until(due: Option<Instant>) {
    match due {
        Some(due) => tokio::time::sleep_until(due).await,
        None => std::future::pending().await,
    }
}
