//! A place on a picture: how many point at each named region. The picture itself is the talk's and not repeated here.

use gazouillis_core::Solution;
use gazouillis_core::kind::{PinFigures, PinView};
use gazouillis_core::summary::PollSummary;

use super::{Line, Section};
use crate::words::Words;

pub(super) fn section(poll: &PollSummary, question: &PinView, figures: &PinFigures, words: Words) -> Section {
    let (right, hits) = match &poll.solution {
        Some(Solution::Regions { right, hits }) => (Some(right), Some(hits)),
        _ => (None, None),
    };
    let most = figures.regions.iter().map(|region| region.count).max().unwrap_or(0);
    let line = |id: &str, text: String, count: u32, percent: u32| Line {
        id: id.to_owned(),
        text,
        count: Some(count),
        base: poll.ballots,
        // Of no ballots nothing is known, not even nought per cent.
        percent: (poll.ballots > 0).then_some(percent),
        bar: f64::from(count) / f64::from(poll.ballots.max(1)),
        ..Line::default()
    };
    let regions = figures.regions.iter().zip(&question.regions);
    let mut lines: Vec<Line> = regions
        .map(|(told, region)| Line {
            right: right.map(|right| right.iter().any(|right| right.id == told.id)),
            leads: right.is_none() && most > 0 && told.count == most,
            ..line(&told.id, region.text.clone(), told.count, told.percent)
        })
        .collect();
    let elsewhere = figures.elsewhere;
    if !question.plain {
        lines.push(line(
            "elsewhere",
            words.get("elsewhere"),
            elsewhere.count,
            elsewhere.percent,
        ));
    }
    let told: u32 = lines.iter().filter_map(|line| line.count).sum();
    let overlaps = (told > poll.ballots).then(|| words.get("pin_overlap_note"));
    let hits = hits.filter(|_| poll.ballots > 0).map(|hits| {
        let (hits, ballots) = (hits.count.to_string(), poll.ballots.to_string());
        words.fill("pin_hits_note", &[("hits", &hits), ("ballots", &ballots)])
    });
    Section {
        lines,
        notes: hits.into_iter().chain(overlaps).collect(),
        ..Section::default()
    }
}
