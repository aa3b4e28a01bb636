//! Several polls on one slide: opened together, answered in any order, closed at one moment, shown one by one. And a question that is
//! asked about the time before, beside the one about now.

use gazouillis_core::Summary;
use gazouillis_protocol::{ErrorCode, PhoneView, PollState, StageView};
use gazouillis_test_support::{Headless, Phone, Presenter, TestServer, TestTalk, bars};
use serde_json::json;

const IDS: [&str; 3] = ["s1", "s2", "s3"];

fn talk(timer: Option<u32>) -> TestTalk {
    TestTalk::new()
        .survey(&IDS, &["a", "b"], timer)
        .single("q", &["a", "b"])
}

async fn stage_at(presenter: &Presenter, step: u16) -> StageView {
    let mut stage = presenter.stage().await;
    stage.until("the step", |view| view.step == step).await
}

async fn phone_sees(phone: &Phone, what: &str, is_so: impl Fn(&PhoneView) -> bool) -> PhoneView {
    phone.live().await.until(what, is_so).await
}

fn walked(view: &PhoneView) -> Vec<(&str, PollState)> {
    let survey = view.survey.iter().flatten();
    survey.map(|poll| (poll.id.as_str(), poll.state)).collect()
}

fn counts(view: &StageView) -> Option<Vec<u32>> {
    let results = view.poll.as_ref()?.results.as_ref()?;
    Some(bars(&results.figures).iter().map(|bar| bar.count).collect())
}

#[tokio::test]
async fn a_clicker_walks_a_survey_and_phones_answer_it_in_any_order() {
    let server = TestServer::start(&talk(None)).await;
    let presenter = server.presenter();
    let phones = server.phones(3).await;
    presenter.advance().await;
    let view = phone_sees(&phones[0], "a survey", |view| view.survey.is_some()).await;
    assert_eq!(walked(&view), IDS.map(|id| (id, PollState::Open)));
    assert_eq!(view.poll.expect("one to begin with").id, "s1");

    for id in ["s3", "s1", "s2"] {
        phones[0].vote(id, "a").await;
    }
    phones[1].vote("s2", "b").await;
    let mut stage = presenter.stage().await;
    let open = stage
        .until("what came", |view| {
            view.survey
                .as_ref()
                .is_some_and(|survey| survey.begun == 2 && survey.done == 1)
        })
        .await;
    assert_eq!(open.survey.expect("a survey").ballots, [1, 2, 1]);
    assert_eq!(open.poll, None, "no single poll is on the stage");

    presenter.advance().await;
    let closed = stage_at(&presenter, 1).await;
    assert_eq!(closed.survey.expect("a survey").state, PollState::Closed);
    for id in IDS {
        let late = phones[2].cast(id, json!({ "choice": "a" }), 1).await;
        late.assert_refused(ErrorCode::PollClosed, "all of it closed at once");
    }
    presenter.advance_by(2).await;
    let second = stage_at(&presenter, 3).await;
    assert_eq!(second.poll.as_ref().map(|poll| poll.id.as_str()), Some("s2"));
    assert_eq!(counts(&second), Some(vec![1, 1]));
    let view = phone_sees(&phones[0], "its results", |view| {
        view.poll.as_ref().is_some_and(|poll| poll.id == "s2")
    })
    .await;
    assert_eq!(view.survey, None, "one question is shown, as any other");
    assert!(view.poll.expect("a poll").results.is_some());

    // Back destroys nothing, and shows the first again.
    presenter.back().await;
    let first = stage_at(&presenter, 2).await;
    assert_eq!(counts(&first), Some(vec![1, 0]));
    presenter.advance_by(2).await;
    assert_eq!(counts(&stage_at(&presenter, 4).await), Some(vec![1, 0]));
    let summary: Summary = presenter.summary("current", "json").await.success();
    let ballots: Vec<u32> = summary.polls.iter().take(3).map(|poll| poll.ballots).collect();
    assert_eq!(ballots, [1, 2, 1], "each has its own line");
}

#[tokio::test]
async fn one_timer_closes_all_of_a_survey() {
    let server = TestServer::start(&talk(Some(600))).await;
    let presenter = server.presenter();
    let phone = server.phone().await;
    presenter.advance().await;
    let view = phone_sees(&phone, "the time left", |view| {
        view.poll.as_ref().is_some_and(|poll| poll.timer.is_some())
    })
    .await;
    assert_eq!(view.poll.and_then(|poll| poll.timer).expect("a timer").total, 600);
    let shorter = json!({ "seconds": 5 });
    presenter
        .post("/control/polls/s2/timer", shorter)
        .await
        .assert_success();
    phone.vote("s3", "b").await;
    let is_over = |view: &PhoneView| walked(view).iter().all(|(_, state)| *state == PollState::Closed);
    let view = phone_sees(&phone, "the time is over", |view| {
        view.survey.is_some() && is_over(view)
    })
    .await;
    assert_eq!(walked(&view).len(), 3);
    assert_eq!(phone.me().await.ballots.len(), 1, "what came in time counts");
}

#[tokio::test]
async fn what_is_asked_over_a_survey_closes_it_and_it_may_be_opened_again_as_one() {
    let server = TestServer::start(&talk(None)).await;
    let presenter = server.presenter();
    let phone = server.phone().await;
    presenter.advance().await;
    phone.vote("s1", "a").await;
    presenter
        .post("/control/improvise", json!({ "template": "yes_no" }))
        .await
        .assert_success();
    let late = phone.cast("s2", json!({ "choice": "a" }), 1).await;
    late.assert_refused(ErrorCode::PollClosed, "a phone has one thing to do at a time");
    presenter.command("/control/uncover").await;
    presenter
        .post("/control/polls/s1/open", json!({ "reopen": true }))
        .await
        .assert_success();
    let view = phone_sees(&phone, "the survey again", |view| view.survey.is_some()).await;
    assert_eq!(walked(&view), IDS.map(|id| (id, PollState::Open)));
    phone.vote("s2", "b").await;
    // Another round of one question takes its place in the survey.
    presenter
        .post("/control/polls/s2/again", json!({ "compare": false }))
        .await
        .assert_success();
    let anew = [
        ("s1", PollState::Closed),
        ("s2~2", PollState::Open),
        ("s3", PollState::Closed),
    ];
    phone_sees(&phone, "the round anew", |view| walked(view) == anew).await;
    phone.vote("s2~2", "a").await;
}

#[tokio::test]
async fn a_survey_that_was_cut_off_goes_on_with_all_that_was_answered() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = talk(None).write(folder.path());
    let program = Headless::start(&file, folder.path(), "127.0.0.1:0".parse().unwrap());
    program.presenter().advance().await;
    let mut phone = program.stranger();
    phone.join().await;
    phone.vote("s1", "a").await;
    phone.vote("s3", "b").await;
    program.kill();
    let program = Headless::start(&file, folder.path(), "127.0.0.1:0".parse().unwrap());
    let phone = phone.at(&program.ready.join_url);
    let view = phone_sees(&phone, "the survey", |view| view.survey.is_some()).await;
    assert_eq!(walked(&view), IDS.map(|id| (id, PollState::Open)));
    let counted: Vec<String> = phone.me().await.ballots.into_iter().map(|ballot| ballot.poll).collect();
    assert_eq!(counted, ["s1", "s3"]);
    phone.vote("s2", "a").await;
    program.presenter().advance_by(2).await;
    assert_eq!(counts(&stage_at(&program.presenter(), 2).await), Some(vec![1, 0]));
}

#[tokio::test]
async fn the_largest_survey_there_may_be_is_a_small_view() {
    let ids: Vec<String> = (0..20).map(|number| format!("question-{number}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let options = ["a", "b", "c", "d", "e", "f"];
    let server = TestServer::start(&TestTalk::new().survey(&ids, &options, Some(60))).await;
    let phone = server.phone().await;
    server.presenter().advance().await;
    let view = phone_sees(&phone, "the survey", |view| view.survey.is_some()).await;
    let bytes = serde_json::to_vec(&view).expect("a view is JSON").len();
    assert!(bytes <= 16 * 1024, "{bytes} bytes");
}

#[tokio::test]
async fn what_people_say_afterwards_of_the_time_before_is_told_beside_what_they_said() {
    let options = ["a", "b"];
    let talk = TestTalk::new()
        .half("vu-avant", "before", &options)
        .half("vu-apres", "after", &options)
        .half("vu-alors", "then", &options)
        .results("vu-alors");
    let server = TestServer::start(&talk).await;
    let presenter = server.presenter();
    let phones = server.phones(24).await;
    // Before, a third says b; of the time before, two thirds would now say b; after, half of each do.
    let said = |number: usize| {
        [
            number.is_multiple_of(3),
            number.is_multiple_of(2),
            !number.is_multiple_of(3),
        ]
    };
    for (wave, id) in ["vu-avant", "vu-apres", "vu-alors"].into_iter().enumerate() {
        presenter.advance().await;
        for (number, phone) in phones.iter().enumerate() {
            phone.vote(id, if said(number)[wave] { "b" } else { "a" }).await;
        }
        presenter.advance().await;
    }
    presenter.advance().await;
    let mut stage = presenter.stage().await;
    let view = stage
        .until("what changed", |view| view.change.is_some() && view.slide == 4)
        .await;
    let change = view.change.expect("what changed");
    assert_eq!(
        (change.before.as_str(), change.after.as_str()),
        ("vu-alors", "vu-apres")
    );
    let shares: Vec<(u32, u32)> = change
        .options
        .expect("24 people are enough")
        .iter()
        .map(|option| (option.before_percent, option.after_percent))
        .collect();
    assert_eq!(shares, [(33, 50), (67, 50)]);
    let told = change.as_told.expect("and what they had said");
    assert_eq!(told.percent, [67, 33]);
    assert_eq!(told.meanings, Some(vec![67, 33]));
    assert_eq!((told.people, told.ballots), (24, 24));

    let summary: Summary = presenter.summary("current", "json").await.success();
    let waves: Vec<(&str, &str, bool)> = summary
        .changes
        .iter()
        .map(|change| (change.before.as_str(), change.after.as_str(), change.looks_back))
        .collect();
    assert_eq!(waves, [("vu-avant", "vu-apres", false), ("vu-alors", "vu-apres", true)]);
    let csv = presenter.summary("current", "csv").await;
    assert!(csv.text.contains("avant, dit après coup"), "{}", csv.text);
}
