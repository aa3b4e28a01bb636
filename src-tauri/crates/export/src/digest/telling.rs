//! Which polls tell most, and how right the room was.

use std::cmp::Reverse;

use gazouillis_core::share::percent;
use gazouillis_core::summary::PollSummary;
use gazouillis_core::{Figures, Solution, Summary};

use crate::kind::Section;
use crate::words::Words;

/// More than this nobody takes in at a glance.
const MOST: usize = 4;

/// Fewer answers than this tell nothing of a room.
const FEWEST: u32 = 5;

/// Indices of the polls that tell most, best first: those whose answers are furthest from an even split, weighed by how many answered.
pub(super) fn telling(summary: &Summary, sections: &[Section]) -> Vec<usize> {
    let mut ranked: Vec<(u64, usize)> = summary
        .polls
        .iter()
        .zip(sections)
        .enumerate()
        .filter_map(|(index, (poll, section))| Some((weight(poll, section)?, index)))
        .collect();
    // The sort is stable: of polls that tell as much the earlier comes first.
    ranked.sort_by_key(|(weight, _)| Reverse(*weight));
    ranked.into_iter().take(MOST).map(|(_, index)| index).collect()
}

fn weight(poll: &PollSummary, section: &Section) -> Option<u64> {
    if poll.ballots < FEWEST {
        return None;
    }
    let shares = || section.lines.iter().filter_map(|line| line.percent);
    let lines = u32::try_from(shares().count()).ok()?;
    let most = shares().max()?;
    let even = 100 / lines.max(1);
    Some(u64::from(most.saturating_sub(even)) * u64::from(poll.ballots))
}

/// What is said of one poll in a sentence: its leading answer.
pub(super) fn told(poll: &PollSummary, section: &Section, words: Words) -> Option<String> {
    let leads = section.lines.iter().filter(|line| line.percent.is_some());
    let first = leads.rev().max_by_key(|line| line.percent)?;
    let answer = if first.group.is_empty() {
        first.text.clone()
    } else {
        format!("{} : {}", first.group, first.text)
    };
    Some(words.fill(
        "finding_poll",
        &[
            ("ask", &super::shortened(&poll.ask)),
            ("percent", &words.percent(first.percent?)),
            ("answer", &super::shortened(&answer)),
        ],
    ))
}

/// How right the room was in all quizzes together: each answer counts once.
pub(super) fn quiz(summary: &Summary, words: Words) -> Option<String> {
    let judged: Vec<(u32, u32)> = summary.polls.iter().filter_map(right).collect();
    let (right, answers) = judged.iter().fold((0, 0), |(right, answers), judged| {
        (right + judged.0, answers + judged.1)
    });
    // What one quiz says stands beside it.
    if judged.len() < 2 || answers == 0 {
        return None;
    }
    let quizzes = words.count("count_questions", judged.len() as f64);
    let places = [
        ("percent", words.percent(percent(right, answers))),
        ("quizzes", quizzes),
        ("right", words.number(f64::from(right))),
        ("answers", words.number(f64::from(answers))),
    ];
    Some(words.fill(
        "quiz_score",
        &places.each_ref().map(|(place, words)| (*place, words.as_str())),
    ))
}

/// Right answers, and all. Where several options together are right, only a quiz of speed tells how many had them all.
fn right(poll: &PollSummary) -> Option<(u32, u32)> {
    if let Some(pace) = poll.pace {
        return Some((pace.right, pace.answers));
    }
    match (poll.solution.as_ref()?, &poll.figures) {
        (Solution::Options { right }, Figures::Choice(figures)) => {
            let [right] = right.as_slice() else { return None };
            let bar = figures.bars.iter().find(|bar| bar.id == *right)?;
            Some((bar.count, poll.ballots - figures.no_opinion.unwrap_or(0)))
        }
        (Solution::Order { whole, .. } | Solution::Pairs { whole, .. } | Solution::Words { whole, .. }, _) => {
            Some((*whole, poll.ballots))
        }
        (Solution::Number(number), _) => Some((number.within, poll.ballots)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use gazouillis_core::deck::Language;

    use super::*;
    use crate::kind::Line;

    /// A quarter say a, the others b; the form is that of version 1, which is read for ever.
    fn poll(id: &str, ballots: u32, right: Option<&str>) -> PollSummary {
        let kind = if right.is_some() { "quiz" } else { "single" };
        let option = |name: &str, count: u32, percent: u32| {
            let right = right.map(|right| right == name);
            serde_json::json!({ "id": name, "text": name, "count": count, "percent": percent, "right": right })
        };
        let options = [option("a", ballots / 4, 25), option("b", ballots - ballots / 4, 75)];
        serde_json::from_value(serde_json::json!({
            "id": id, "ask": "?", "ballots": ballots, "explain": null, "kind": kind, "options": options
        }))
        .expect("a poll")
    }

    fn summary(polls: Vec<PollSummary>) -> Summary {
        let value = serde_json::json!({
            "version": 3, "session": "s", "title": "T", "subtitle": null, "author": null, "organisation": null, "language": "en",
            "started_at": 0, "started_local": "2026-11-22T19:40", "finished": true, "simulated": false, "joined": 40, "voters": 40,
            "breakdown": null, "polls": [], "changes": []
        });
        let bare: Summary = serde_json::from_value(value).expect("a summary");
        Summary { polls, ..bare }
    }

    fn section(percents: &[u32]) -> Section {
        let line = |percent: &u32| Line {
            percent: Some(*percent),
            ..Line::default()
        };
        Section {
            lines: percents.iter().map(line).collect(),
            ..Section::default()
        }
    }

    #[test]
    fn the_clearest_answers_come_first_and_a_handful_of_people_tells_nothing() {
        let summary = summary(vec![
            poll("even", 40, None),
            poll("few", 4, None),
            poll("clear", 40, None),
        ]);
        let sections = [section(&[50, 50]), section(&[100, 0]), section(&[10, 90])];
        assert_eq!(telling(&summary, &sections), [2, 0]);
    }

    #[test]
    fn each_answer_to_each_quiz_counts_once() {
        let words = Words::new(Language::En);
        let two = summary(vec![
            poll("one", 40, Some("a")),
            poll("two", 20, Some("b")),
            poll("none", 40, None),
        ]);
        let said = quiz(&two, words).expect("a score");
        // 10 of 40, and 15 of 20.
        assert!(said.contains("42%") && said.contains("25 of 60"), "{said}");
        assert!(
            quiz(&summary(vec![poll("one", 40, Some("a"))]), words).is_none(),
            "one quiz says it itself"
        );
    }
}
