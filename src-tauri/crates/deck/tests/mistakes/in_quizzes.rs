//! Points by speed, and the leader board.

use gazouillis_deck::DiagnosticCode as Code;

use crate::{check_slides, check_talks};

const OPTIONS: &str = "options: [{ id: a, text: a }, { id: b, text: b }]";

#[test]
fn mistakes_of_speed() {
    let quiz = |keys: &str| format!("```poll\nid: p\nkind: quiz\nask: q\n{OPTIONS}\nright: a\n{keys}\n```");
    let single = format!("```poll\nid: p\nkind: single\nask: q\n{OPTIONS}\ntimer: 20\nspeed: ▶true\n```");
    let alone = "```poll\nid: r\nkind: single\nask: q\noptions: [{ text: a }, { text: b }]\n```";
    check_slides(&[
        (
            "speed without a time to compare with",
            &quiz("speed: ▶true"),
            Code::SpeedWithoutTimer,
            None,
        ),
        ("speed where nothing is right", &single, Code::SpeedWithoutAnswer, None),
        (
            "speed in a survey",
            &format!("{}\n\n{alone}", quiz("timer: 20\nspeed: ▶true")),
            Code::SpeedInSurvey,
            None,
        ),
    ]);
}

#[test]
fn mistakes_of_the_leader_board() {
    let quiz = |keys: &str| format!("```poll\nid: p\nkind: quiz\nask: q\n{OPTIONS}\nright: a\n{keys}\n```\n");
    let talk = |head: &str, rest: &str| format!("---\ntitle: T\nlang: fr\n{head}---\n\n# A\n\n---\n{rest}");
    check_talks(&[
        (
            "nothing to rank",
            &talk("leaderboard: ▶true\n", &quiz("timer: 20")),
            Code::BoardWithoutSpeed,
            None,
        ),
        (
            "a slide for a board that the talk does not ask for",
            &talk(
                "",
                &format!("{}\n---\nlayout: ▶leaderboard\n---\n", quiz("timer: 20\nspeed: true")),
            ),
            Code::MissingKey,
            None,
        ),
    ]);
}
