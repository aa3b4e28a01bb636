//! Killed at any moment: what was acknowledged is there, once, and the talk goes on where it was.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use gazouillis_core::kind::Bar;
use gazouillis_core::{Answer as Choice, Summary};
use gazouillis_protocol::{BallotReceipt, ConsoleView};
use gazouillis_test_support::{Headless, Phone, TestTalk, bars, soon};
use serde_json::{Value, json};
use tokio::sync::{Mutex, watch};

const KILLS: usize = 30;
const VOTERS: usize = 24;
const OPTIONS: [&str; 4] = ["a", "b", "c", "d"];

/// Six questions; the clicker moves on while people vote.
fn talk() -> TestTalk {
    (0..6).fold(TestTalk::new(), |talk, number| {
        talk.single(&format!("q{number}"), &OPTIONS)
    })
}

/// What the test knows to be counted: per voter and poll the last acknowledged revision and option.
type Acknowledged = Arc<Mutex<HashMap<(usize, String), (u32, &'static str)>>>;

/// One person who keeps changing their mind and never gives a ballot up before it is answered.
struct Voter {
    number: usize,
    phone: Phone,
    /// Where the program is now; it moves when its port does.
    address: watch::Receiver<String>,
    /// Which question is asked.
    asked: watch::Receiver<Option<String>>,
    acknowledged: Acknowledged,
    count: Arc<AtomicU64>,
    dice: u64,
}

impl Voter {
    fn draw(&mut self) -> usize {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        (self.dice % OPTIONS.len() as u64) as usize
    }

    /// Sends one ballot, the same one again and again, until there is an answer. Whether it was taken.
    async fn send(&self, poll: &str, answer: &Value, revision: u32) -> bool {
        loop {
            let address = self.address.borrow().clone();
            match self.phone.at(&address).try_cast(poll, answer, revision).await {
                Some(answer) if answer.status == 200 => {
                    assert_eq!(answer.json::<BallotReceipt>().revision, revision);
                    return true;
                }
                Some(answer) if [409, 410].contains(&answer.status) => return false,
                Some(answer) => assert_eq!(answer.status, 503, "{}", answer.text),
                // Nobody answers: the program is dead, or about to be.
                None => tokio::time::sleep(Duration::from_millis(5)).await,
            }
        }
    }

    async fn vote(mut self) {
        let mut revisions: HashMap<String, u32> = HashMap::new();
        loop {
            let Ok(asked) = self.asked.wait_for(|_| true).await.map(|asked| asked.clone()) else {
                return;
            };
            let Some(poll) = asked else { return };
            let revision = revisions.entry(poll.clone()).or_default();
            *revision += 1;
            let revision = *revision;
            let option = OPTIONS[self.draw()];
            if self.send(&poll, &json!({ "choice": option }), revision).await {
                self.acknowledged
                    .lock()
                    .await
                    .insert((self.number, poll), (revision, option));
                self.count.fetch_add(1, Ordering::Relaxed);
            } else {
                // Too late for this question: wait for the next one rather than ask in circles.
                let _ = self.asked.wait_for(|now| now.as_ref() != Some(&poll)).await;
            }
        }
    }
}

/// What must be true of the program that has just started again.
async fn assert_nothing_is_lost(program: &Headless, phones: &[Phone], acknowledged: &Acknowledged) {
    let known = acknowledged.lock().await.clone();
    for (number, phone) in phones.iter().enumerate() {
        let me = phone.at(&program.ready.join_url).me().await;
        for ((_, poll), (revision, option)) in known.iter().filter(|((voter, _), _)| *voter == number) {
            let counted = me.ballots.iter().find(|ballot| ballot.poll == *poll);
            let counted = counted.unwrap_or_else(|| panic!("voter {number} has lost the ballot in {poll}"));
            assert!(
                counted.revision >= *revision,
                "voter {number} has lost revision {revision} in {poll}: {counted:?}"
            );
            if counted.revision == *revision {
                let choice = (*option).to_owned();
                assert_eq!(
                    counted.answer,
                    Choice::choice(choice),
                    "voter {number}'s answer in {poll} changed"
                );
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thirty_kills_under_load_lose_no_acknowledged_ballot_and_count_none_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = talk().write(folder.path());
    let mut program = Headless::start(&file, folder.path(), "127.0.0.1:0".parse().unwrap());
    let session = program.ready.session.clone();
    let (address, asked) = (
        watch::Sender::new(program.ready.join_url.clone()),
        watch::Sender::new(None),
    );
    let (acknowledged, count) = (Acknowledged::default(), Arc::new(AtomicU64::new(0)));
    let mut phones = Vec::new();
    for _ in 0..VOTERS {
        let mut phone = program.stranger();
        phones.push(phone.join().await.clone());
    }
    program.presenter().advance().await;
    asked.send_replace(Some("q0".to_owned()));
    let voters = phones.iter().enumerate().map(|(number, phone)| Voter {
        number,
        phone: phone.clone(),
        address: address.subscribe(),
        asked: asked.subscribe(),
        acknowledged: Arc::clone(&acknowledged),
        count: Arc::clone(&count),
        dice: 88_172_645_463_325_252 + number as u64,
    });
    let voting: Vec<_> = voters.map(|voter| tokio::spawn(voter.vote())).collect();
    let mut place = (1, 0);
    for kill in 0..KILLS {
        let enough = count.load(Ordering::Relaxed) + 10 + (kill as u64 * 37) % 90;
        soon("ballots are acknowledged", async {
            while count.load(Ordering::Relaxed) < enough {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        })
        .await;
        // Every third time the presenter clicks on while the program dies.
        let mut reached = place;
        if kill % 3 == 2 && place.0 < 6 {
            let presenter = program.presenter();
            // Every other time it dies soon, every other time only when the click was answered.
            let patience = if kill % 2 == 0 { 20 } else { u64::MAX / 2 };
            let click = tokio::spawn(async move {
                presenter
                    .request("POST", "/control/goto")
                    .json(&json!({ "slide": place.0 + 1 }))
                    .send()
                    .await
            });
            soon("a few more ballots", async {
                while count.load(Ordering::Relaxed) < enough + patience && !click.is_finished() {
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
            })
            .await;
            reached = (place.0 + 1, 0);
            program.kill();
            if click
                .await
                .is_ok_and(|sent| sent.is_ok_and(|answer| answer.status() == 200))
            {
                place = reached;
            }
        } else {
            program.kill();
        }
        program = Headless::start(&file, folder.path(), address_of(&address));
        assert_eq!(program.ready.session, session, "it is the same session");
        let view = program.presenter().console().await.next().await;
        let now = (view.stage.slide, view.stage.step);
        assert!(
            now == place || now == reached,
            "kill {kill}: at {now:?}, and {place:?} was acknowledged"
        );
        assert!(view.resumed);
        place = now;
        assert_nothing_is_lost(&program, &phones, &acknowledged).await;
        asked.send_replace(Some(format!("q{}", place.0 - 1)));
        address.send_replace(program.ready.join_url.clone());
    }
    asked.send_replace(None);
    for voter in voting {
        soon("a voter's last ballot is answered", voter)
            .await
            .expect("no voter failed");
    }
    assert_counted_exactly(&program, &acknowledged).await;
}

fn address_of(url: &watch::Sender<String>) -> std::net::SocketAddr {
    let url = url.borrow();
    url.trim_start_matches("http://")
        .trim_end_matches('/')
        .parse()
        .expect("an address")
}

/// Every ballot has been answered, so what is counted is exactly what was acknowledged: on disk and on the console.
async fn assert_counted_exactly(program: &Headless, acknowledged: &Acknowledged) {
    let known = acknowledged.lock().await.clone();
    let expected = |poll: &str, option: &str| {
        let mine = known
            .iter()
            .filter(|((_, id), (_, chosen))| id == poll && *chosen == option);
        mine.count() as u32
    };
    // Only what is revealed is in a summary of a running session; at the end that is every question asked.
    program.presenter().command("/control/session/finish").await;
    let summary: Summary = program.presenter().summary("current", "json").await.success();
    assert!(
        summary.polls.len() >= 4,
        "the talk went on while the program died: {} questions",
        summary.polls.len()
    );
    for poll in &summary.polls {
        for option in bars(&poll.figures) {
            assert_eq!(
                option.count,
                expected(&poll.id, &option.id),
                "{} in {}",
                option.id,
                poll.id
            );
        }
        assert_eq!(
            poll.ballots,
            bars(&poll.figures).iter().map(|option| option.count).sum::<u32>()
        );
    }
    let is_exact = |view: &ConsoleView| {
        let at_hand = view.polls.iter().map(|poll| (&poll.id, &poll.results));
        let on_stage = view.stage.poll.iter().map(|poll| (&poll.id, &poll.results));
        let told: Vec<(&String, &Bar)> = at_hand
            .chain(on_stage)
            .filter_map(|(poll, results)| Some((poll, bars(&results.as_ref()?.figures))))
            .flat_map(|(poll, bars)| bars.iter().map(move |bar| (poll, bar)))
            .collect();
        !told.is_empty() && told.iter().all(|(poll, bar)| bar.count == expected(poll, &bar.id))
    };
    program
        .presenter()
        .console()
        .await
        .until("the console counts what was acknowledged", is_exact)
        .await;
}
