//! What should be told, counted by hand.

use std::collections::BTreeMap;

use gazouillis_core::kind::{Figures, Moderation, Number, NumberFigures, PlanePoint};
use gazouillis_core::{Answer, Question, Tally};
use proptest::prelude::*;

pub(super) fn percents_fit(percents: &[u32], counts: &[u32]) -> Result<(), TestCaseError> {
    let all: u32 = counts.iter().sum();
    prop_assert_eq!(percents.iter().sum::<u32>(), if all == 0 { 0 } else { 100 });
    for (percent, count) in percents.iter().zip(counts) {
        let exact = 100.0 * f64::from(*count) / f64::from(all.max(1));
        prop_assert!((f64::from(*percent) - exact).abs() < 1.0, "{percent} % for {exact}");
    }
    Ok(())
}

/// Mean and deviation by the textbook, in floating point.
pub(super) fn middle_fits(mean: Option<f64>, spread: Option<f64>, values: &[f64]) -> Result<(), TestCaseError> {
    let people = values.len() as f64;
    prop_assert_eq!(mean.is_some(), !values.is_empty());
    prop_assert_eq!(spread.is_some(), !values.is_empty());
    if let (Some(mean), Some(spread)) = (mean, spread) {
        let exact = values.iter().sum::<f64>() / people;
        let variance = values.iter().map(|value| (value - exact).powi(2)).sum::<f64>() / people;
        prop_assert!((mean - exact).abs() <= 0.05 + 1e-9, "a mean of {mean} for {exact}");
        prop_assert!(
            (spread - variance.sqrt()).abs() <= 0.05 + 1e-9,
            "{spread} for {}",
            variance.sqrt()
        );
    }
    Ok(())
}

/// The figures say what the answers say, each counted by hand.
pub(super) fn figures_fit(question: &Question, tally: &Tally, answers: &[&Answer]) -> Result<(), TestCaseError> {
    match (question, tally.figures(question, &Moderation::default())) {
        (Question::Scale(scale), Figures::Scale(figures)) => {
            prop_assert_eq!(figures.statements.len(), scale.statements.len());
            for told in &figures.statements {
                let values = answers.iter().filter_map(|answer| match answer {
                    Answer::Scale { values } => values.get(&told.id).copied(),
                    _ => None,
                });
                let values: Vec<u8> = values.collect();
                let first = u8::from(scale.points != 11);
                let of = |place: u8| values.iter().filter(|value| **value == first + place).count() as u32;
                let counts: Vec<u32> = (0..scale.points).map(of).collect();
                prop_assert_eq!(&told.counts, &counts);
                prop_assert_eq!(told.answers as usize, values.len());
                prop_assert_eq!(told.answers + told.skipped, answers.len() as u32);
                percents_fit(&told.percents, &counts)?;
                middle_fits(
                    told.mean,
                    told.spread,
                    &values.iter().map(|value| f64::from(*value)).collect::<Vec<_>>(),
                )?;
            }
        }
        (Question::Plane(_), Figures::Plane(figures)) => {
            for told in &figures.statements {
                let places = answers.iter().filter_map(|answer| match answer {
                    Answer::Plane { points } => points.get(&told.id).copied(),
                    _ => None,
                });
                let places: Vec<PlanePoint> = places.collect();
                let mut cells: BTreeMap<(u8, u8), u32> = BTreeMap::new();
                for place in &places {
                    *cells.entry((place.x, place.y)).or_default() += 1;
                }
                let told_cells: BTreeMap<(u8, u8), u32> =
                    told.cells.iter().map(|(x, y, count)| ((*x, *y), *count)).collect();
                prop_assert_eq!(told_cells.len(), told.cells.len(), "no cell is told twice");
                prop_assert_eq!(told_cells, cells);
                prop_assert_eq!(told.answers + told.skipped, answers.len() as u32);
                let across: Vec<f64> = places.iter().map(|place| f64::from(place.x)).collect();
                let upwards: Vec<f64> = places.iter().map(|place| f64::from(place.y)).collect();
                let middle = told.centroid;
                middle_fits(middle.map(|one| one.x), middle.map(|one| one.x_spread), &across)?;
                middle_fits(middle.map(|one| one.y), middle.map(|one| one.y_spread), &upwards)?;
            }
        }
        (Question::Number(number), Figures::Number(figures)) => histogram_fits(number, &figures, answers)?,
        (_, other) => prop_assert!(false, "figures of another shape: {:?}", other),
    }
    Ok(())
}

/// Every number is in one bin, and the quartiles are those of the sorted numbers.
pub(super) fn histogram_fits(
    number: &Number,
    figures: &NumberFigures,
    answers: &[&Answer],
) -> Result<(), TestCaseError> {
    let values = answers.iter().filter_map(|answer| match answer {
        Answer::Number { value } => Some(*value),
        _ => None,
    });
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let bins = &figures.bins;
    prop_assert!((1..=12).contains(&bins.len()), "{} bins", bins.len());
    let scale = 10_f64.powi(number.decimals.into());
    for (index, bin) in bins.iter().enumerate() {
        let (from, to) = (bin.from.unwrap_or(f64::NEG_INFINITY), bin.to.unwrap_or(f64::INFINITY));
        prop_assert!(from <= to, "{bin:?}");
        prop_assert!(bin.from.is_some() || index == 0);
        prop_assert!(bin.to.is_some() || index + 1 == bins.len());
        let inside = values.iter().filter(|value| (from..=to).contains(*value)).count();
        prop_assert_eq!(bin.count as usize, inside, "{:?} of {:?}", bin, values);
        if let (Some(to), Some(next)) = (bin.to, bins.get(index + 1).and_then(|next| next.from)) {
            prop_assert!(to < next, "bins overlap: {bins:?}");
        }
        for end in [bin.from, bin.to].into_iter().flatten() {
            let whole = (end * scale).round() as i64;
            prop_assert!((number.min..=number.max).contains(&whole), "{end} is not asked for");
        }
    }
    let counts: Vec<u32> = bins.iter().map(|bin| bin.count).collect();
    prop_assert_eq!(
        counts.iter().sum::<u32>() as usize,
        values.len(),
        "somebody is in no bin"
    );
    percents_fit(&bins.iter().map(|bin| bin.percent).collect::<Vec<_>>(), &counts)?;
    prop_assert_eq!(figures.quartiles.is_some(), !values.is_empty());
    if let Some(quartiles) = figures.quartiles {
        let at = |p: f64| {
            let place = p * (values.len() - 1) as f64;
            let (below, above) = (values[place.floor() as usize], values[place.ceil() as usize]);
            below + (place - place.floor()) * (above - below)
        };
        let slack = 0.05 / scale + 1e-9;
        for (told, p) in [(quartiles.low, 0.25), (quartiles.median, 0.5), (quartiles.high, 0.75)] {
            prop_assert!((told - at(p)).abs() <= slack, "{told} for {} at {p}", at(p));
        }
    }
    Ok(())
}
