//! Deadlines, on a clock that the test holds.

use std::sync::Arc;

use gazouillis_core::Deck;

use super::*;

fn session() -> Session {
    let talk = "---\ntitle: T\nlang: fr\n---\n# A\n\n---\n\n```poll\nid: q\nkind: single\nask: q\ntimer: 30\noptions: [{ text: a }, { text: b }]\n```\n";
    let deck: Deck = gazouillis_deck::parse(talk).into_parts().0.expect("a sound talk");
    Session::new(Arc::new(deck))
}

fn tell(session: &mut Session, clock: &mut Clock, command: Command, now: Instant) {
    for event in session.decide(command).expect("a command that fits") {
        session.evolve(&event);
        clock.follow(&event, session, now);
    }
}

fn named(poll: &str) -> String {
    poll.to_owned()
}

#[test]
fn a_poll_with_a_timer_is_due_when_its_time_is_over_and_not_before() {
    let (mut session, mut clock, start) = (session(), Clock::default(), Instant::now());
    let after = |seconds| start + Duration::from_secs(seconds);
    tell(&mut session, &mut clock, Command::Advance, start);
    assert_eq!(clock.patience(after(10)), Some(Duration::from_secs(20)));
    assert_eq!(clock.due(&session, after(29)), None);
    let close = Command::Close { poll: named("q") };
    assert_eq!(clock.due(&session, after(30)), Some(close.clone()));
    assert_eq!(
        clock.due(&session, after(30)),
        None,
        "a close that failed is tried again later"
    );
    assert_eq!(clock.due(&session, after(31)), Some(close.clone()));
    tell(&mut session, &mut clock, close, after(31));
    assert_eq!(clock.patience(after(32)), None);
}

#[test]
fn a_timer_may_be_prolonged_and_switched_off() {
    let (mut session, mut clock, start) = (session(), Clock::default(), Instant::now());
    let after = |seconds| start + Duration::from_secs(seconds);
    tell(&mut session, &mut clock, Command::Advance, start);
    let set = |seconds| Command::SetTimer {
        poll: named("q"),
        seconds,
    };
    tell(&mut session, &mut clock, set(Some(60)), after(20));
    assert_eq!(clock.due(&session, after(79)), None);
    assert!(clock.due(&session, after(80)).is_some());
    tell(&mut session, &mut clock, set(None), after(81));
    assert_eq!((clock.timer(), clock.patience(after(82))), (None, None));
}

#[test]
fn after_a_restart_the_time_goes_on_and_phones_have_long_enough_to_come_back() {
    let (mut session, mut clock, start) = (session(), Clock::default(), Instant::now());
    tell(&mut session, &mut clock, Command::Advance, start);
    let left = |ago: Option<u64>| Clock::resumed(&session, start, ago.map(Duration::from_secs)).patience(start);
    let seconds = |seconds| Some(Duration::from_secs(seconds));
    assert_eq!((left(Some(0)), left(Some(12))), (seconds(30), seconds(18)));
    // Gone for an hour, or the computer's clock was set.
    assert_eq!((left(Some(25)), left(Some(3_600))), (Some(BACK), Some(BACK)));
    assert_eq!(left(None), seconds(30), "of a database that does not say");
}

#[test]
fn read_again_from_the_disk_the_time_goes_on() {
    let (mut session, mut clock, start) = (session(), Clock::default(), Instant::now());
    tell(&mut session, &mut clock, Command::Advance, start);
    let later = start + Duration::from_secs(25);
    clock.begin_again(&session, later);
    assert_eq!(clock.patience(later), Some(Duration::from_secs(5)));
}
