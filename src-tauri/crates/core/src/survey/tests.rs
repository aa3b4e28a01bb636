use super::Stop::{Ask, Close, Show};
use super::stops;

fn of(polls: &[(usize, u16)]) -> Vec<super::Stop> {
    let asked: Vec<usize> = polls.iter().map(|(poll, _)| *poll).collect();
    stops(&asked, |poll| {
        polls
            .iter()
            .find(|(one, _)| *one == poll)
            .expect("a poll of the slide")
            .1
    })
}

#[test]
fn a_slide_that_asks_nothing_does_nothing() {
    assert_eq!(of(&[]), []);
}

#[test]
fn one_poll_is_closed_by_the_step_that_shows_it() {
    assert_eq!(of(&[(3, 2)]), [Ask, Show { poll: 3, step: 1 }]);
}

#[test]
fn a_survey_closes_before_its_first_results_and_shows_what_is_right_after_each() {
    let quiz_between = of(&[(4, 2), (5, 3), (6, 2)]);
    assert_eq!(
        quiz_between,
        [
            Ask,
            Close,
            Show { poll: 4, step: 1 },
            Show { poll: 5, step: 1 },
            Show { poll: 5, step: 2 },
            Show { poll: 6, step: 1 },
        ]
    );
}

#[test]
fn a_slide_stored_before_there_were_surveys_asks_what_it_asked() {
    let stored = |asks: &str| {
        let rest = r#""id":"s","layout":"poll","title":null,"steps":2,"blocks":[],"right":[],"results_of":null,"profile":null,
            "bird":null,"image":null,"notes":[],"minutes":null"#;
        serde_json::from_str::<crate::Slide>(&format!("{{{asks}{rest}}}"))
            .expect("a stored slide")
            .polls
    };
    assert_eq!(stored(r#""poll":7,"#), [7]);
    assert_eq!(stored(r#""poll":null,"#), [] as [usize; 0]);
    assert_eq!(stored(""), [] as [usize; 0]);
    assert_eq!(stored(r#""polls":[7,8],"#), [7, 8]);
}
