//! Orders of options: who put each first, or where it belongs, with the points of all places.

use gazouillis_core::Solution;
use gazouillis_core::kind::{Ranked, RankingFigures};
use gazouillis_core::share::percent;
use gazouillis_core::summary::PollSummary;

use super::{Line, Section};
use crate::words::Words;

pub(super) fn section(poll: &PollSummary, figures: &RankingFigures, words: Words) -> Section {
    let mut ranks: Vec<&Ranked> = figures.ranks.iter().collect();
    ranks.sort_by_key(|rank| std::cmp::Reverse(rank.points));
    let most = ranks.first().map_or(0, |rank| rank.points);
    let (mut lines, how) = match &poll.solution {
        Some(Solution::Order { right, whole }) => {
            ranks.sort_by_key(|rank| right.iter().position(|id| *id == rank.id).unwrap_or(right.len()));
            let lines = ranks
                .iter()
                .map(|rank| match right.iter().position(|id| *id == rank.id) {
                    Some(place) => Line {
                        text: format!("{}. {}", place + 1, text(poll, &rank.id)),
                        right: Some(true),
                        ..line(poll, rank, rank.places[place], words)
                    },
                    None => Line {
                        right: Some(false),
                        count: None,
                        percent: None,
                        ..line(poll, rank, 0, words)
                    },
                });
            let whole = [("whole", whole.to_string()), ("ballots", poll.ballots.to_string())];
            let places = whole.each_ref().map(|(place, value)| (*place, value.as_str()));
            (lines.collect::<Vec<_>>(), words.fill("ranking_right_note", &places))
        }
        _ => {
            let lines = ranks.iter().map(|rank| Line {
                leads: most > 0 && rank.points == most,
                ..line(poll, rank, rank.first, words)
            });
            (lines.collect(), words.get("ranking_note"))
        }
    };
    for (line, rank) in lines.iter_mut().zip(&ranks) {
        line.bar = f64::from(rank.percent) / 100.0;
    }
    Section {
        value_title: Some(words.get("ranking_points")),
        lines,
        notes: if poll.ballots > 0 {
            vec![how, words.get("ranking_points_note")]
        } else {
            Vec::new()
        },
        ..Section::default()
    }
}

fn text<'p>(poll: &'p PollSummary, id: &str) -> &'p str {
    let options = poll.question.options().iter();
    options
        .clone()
        .find(|option| option.id == id)
        .map_or("", |option| option.text.as_str())
}

fn line(poll: &PollSummary, rank: &Ranked, count: u32, words: Words) -> Line {
    let mean = rank.mean.map(|mean| words.number(mean));
    Line {
        id: rank.id.clone(),
        text: text(poll, &rank.id).to_owned(),
        count: Some(count),
        base: poll.ballots,
        percent: (poll.ballots > 0).then(|| percent(count, poll.ballots)),
        value: Some(format!("{} ({})", rank.points, mean.as_deref().unwrap_or("–"))),
        ..Line::default()
    }
}
