//! Places on a picture: which are taken, and where they are counted.

use gazouillis_core::deck::{Language, Picture};
use gazouillis_core::kind::{
    Answer, Area, CELL_COLUMNS, CELL_ROWS, Counts, Figures, InvalidAnswer, Marks, Moderation, Pin, PinFigures,
    Question, Region, Rehearsed, Solution, plain_regions,
};
use gazouillis_core::statistics::SplitMix64;
use proptest::collection::vec;
use proptest::prelude::*;

fn picture() -> Picture {
    Picture {
        src: "a.png".to_owned(),
        alt: "Un écran.".to_owned(),
    }
}

/// Regions as people draw them: anywhere, of any size, one over the other.
fn areas() -> impl Strategy<Value = Vec<Area>> {
    let side = || (0..10_000_u16).prop_flat_map(|from| (Just(from), 1..=10_000 - from));
    let area = (side(), side()).prop_map(|((left, width), (top, height))| Area {
        left,
        top,
        width,
        height,
    });
    vec(area, 1..=16)
}

fn pins() -> impl Strategy<Value = Pin> {
    let named = areas().prop_flat_map(|areas| {
        let right = proptest::sample::subsequence((0..areas.len()).collect::<Vec<_>>(), 0..=areas.len());
        (Just(areas), right)
    });
    let named = named.prop_map(|(areas, right)| {
        let region = |(index, at)| Region {
            id: format!("r{index}"),
            text: format!("Région {index}"),
            at,
        };
        Pin {
            picture: picture(),
            regions: areas.into_iter().enumerate().map(region).collect(),
            plain: false,
            right,
        }
    });
    prop_oneof![named, Just(plain())]
}

fn plain() -> Pin {
    Pin {
        picture: picture(),
        regions: plain_regions(Language::Fr),
        plain: true,
        right: vec![],
    }
}

/// Anywhere on the picture, edges and the edges of plain regions more often than chance would.
fn places() -> impl Strategy<Value = (f64, f64)> {
    let part = || prop_oneof![0.0..=1.0, Just(0.0), Just(1.0), Just(0.3333), Just(0.6666), Just(0.5)];
    (part(), part())
}

/// A place in whole ten-thousandths, as the tests understand it.
fn whole((x, y): (f64, f64)) -> (i64, i64) {
    let part = |part: f64| (part * 10_000.0).round() as i64;
    (part(x), part(y))
}

/// The figures by the rules of the design, straight from the places: each place is held against each region.
fn recount(pin: &Pin, places: &[(f64, f64)]) -> (Vec<u32>, u32, u32) {
    let inside = |at: i64, from: u16, long: u16| {
        let (from, to) = (i64::from(from), i64::from(from) + i64::from(long));
        (from..to).contains(&at) || (at, to) == (10_000, 10_000)
    };
    let holds = |region: &Region, place: &(f64, f64)| {
        let (x, y) = whole(*place);
        inside(x, region.at.left, region.at.width) && inside(y, region.at.top, region.at.height)
    };
    let count = |matches: &dyn Fn(&(f64, f64)) -> bool| places.iter().filter(|place| matches(place)).count() as u32;
    let regions = pin.regions.iter().map(|region| count(&|place| holds(region, place)));
    let elsewhere = count(&|place| !pin.regions.iter().any(|region| holds(region, place)));
    let right = count(&|place| pin.right.iter().any(|&right| holds(&pin.regions[right], place)));
    (regions.collect(), elsewhere, right)
}

fn told(question: &Question, counts: &Counts, ballots: usize) -> PinFigures {
    match question.figures(counts, ballots as u32, &Moderation::default()) {
        Figures::Pin(figures) => figures,
        other => panic!("figures of a pin are {other:?}"),
    }
}

fn read(question: &Question, (x, y): (f64, f64)) -> Marks {
    question.read(&Answer::Pin { x, y }).expect("a place on the picture")
}

proptest! {
    #[test]
    fn a_place_is_taken_exactly_when_it_is_on_the_picture(pin in pins(), x in any::<f64>(), y in any::<f64>(), place in places()) {
        let question = Question::from(pin);
        let inside = (0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y);
        prop_assert_eq!(question.read(&Answer::Pin { x, y }).is_ok(), inside);
        for beside in [f64::NAN, f64::INFINITY, -0.0001, 1.0001, f64::NEG_INFINITY] {
            for answer in [Answer::Pin { x: beside, y: place.1 }, Answer::Pin { x: place.0, y: beside }] {
                let refused = matches!(question.read(&answer), Err(InvalidAnswer::OutOfRange { .. }));
                prop_assert!(refused, "{:?} was taken", answer);
            }
        }
        let on = Answer::Pin { x: place.0, y: place.1 };
        prop_assert!(question.read(&on).is_ok());
    }

    #[test]
    fn a_place_comes_back_from_the_log_and_to_the_phone_as_it_was(pin in pins(), place in places()) {
        let question = Question::from(pin);
        let marks = read(&question, place);
        let (tag, record) = marks.record();
        let kept = Marks::from_record(tag, &record);
        prop_assert_eq!(kept.as_ref(), Some(&marks));
        prop_assert!(question.fits(&marks));
        prop_assert_eq!(question.read(&question.answer(&marks)), Ok(marks));
    }

    #[test]
    fn what_is_told_is_what_counting_by_hand_gives(pin in pins(), places in vec(places(), 0..60)) {
        let question = Question::from(pin.clone());
        let mut counts = question.counts();
        for (seq, place) in (1..).zip(&places) {
            question.add(&mut counts, &read(&question, *place), seq);
        }
        let figures = told(&question, &counts, places.len());
        let (regions, elsewhere, right) = recount(&pin, &places);
        prop_assert_eq!(figures.regions.iter().map(|region| region.count).collect::<Vec<_>>(), &regions[..]);
        prop_assert_eq!(figures.elsewhere.count, elsewhere);
        prop_assert_eq!(figures.cells.iter().map(|[_, count]| count).sum::<u32>(), places.len() as u32);
        for place in &places {
            let (x, y) = whole(*place);
            let holds = |[cell, _]: &[u32; 2]| {
                let (column, row) = (i64::from(cell % 32), i64::from(cell / 32));
                let on = |at: i64, cell: i64, cells: i64| (cell * 10_000..=(cell + 1) * 10_000).contains(&(at * cells));
                on(x, column, CELL_COLUMNS as i64) && on(y, row, CELL_ROWS as i64)
            };
            prop_assert!(figures.cells.iter().any(holds), "no cell has {:?}", place);
        }
        match question.solution(&counts) {
            Some(Solution::Regions { hits, .. }) => prop_assert_eq!(hits.count, right),
            other => prop_assert!(pin.right.is_empty() && other.is_none()),
        }
        prop_assert_eq!(question.row_counts(&counts), regions);
    }

    #[test]
    fn changing_ones_mind_counts_like_having_said_so_at_once(
        pin in pins(),
        first in vec(places(), 1..40),
        then in vec(places(), 1..40),
    ) {
        let question = Question::from(pin);
        let both = first.len().min(then.len());
        let mut changed = question.counts();
        for place in &first[..both] {
            question.add(&mut changed, &read(&question, *place), 1);
        }
        for (old, new) in first.iter().zip(&then) {
            question.add(&mut changed, &read(&question, *new), 2);
            question.remove(&mut changed, &read(&question, *old), 1);
        }
        let mut fresh = question.counts();
        for place in then[..both].iter().rev() {
            question.add(&mut fresh, &read(&question, *place), 3);
        }
        prop_assert_eq!(changed, fresh);
    }

    #[test]
    fn shares_of_regions_that_do_not_overlap_add_up(places in vec(places(), 1..200)) {
        let question = Question::from(plain());
        let mut counts = question.counts();
        for place in &places {
            question.add(&mut counts, &read(&question, *place), 1);
        }
        let figures = told(&question, &counts, places.len());
        prop_assert_eq!(figures.regions.iter().map(|region| region.percent).sum::<u32>(), 100);
        prop_assert_eq!(figures.elsewhere.count, 0, "plain regions leave nothing out");
    }

    #[test]
    fn a_room_that_is_played_points_at_what_is_right(pin in pins(), seed in any::<u64>()) {
        let question = Question::from(pin.clone());
        let mut dice = SplitMix64::new(seed);
        let mut counts = question.counts();
        for _ in 0..200 {
            let answer = question.rehearsed(&Rehearsed::default(), &mut dice);
            question.add(&mut counts, &question.read(&answer).expect("played answers fit"), 1);
        }
        if let Some(Solution::Regions { hits, .. }) = question.solution(&counts) {
            prop_assert!(hits.count > 100, "only {} of 200 were right", hits.count);
        }
    }
}

#[test]
fn a_record_of_another_form_is_no_place() {
    use gazouillis_core::kind::{PinMarks, Record, Shape};
    for numbers in [vec![], vec![1], vec![1, 2, 3], vec![-1, 2], vec![1, 70_000]] {
        let record = Record { numbers, texts: vec![] };
        assert_eq!(PinMarks::from_record(&record), None, "{record:?}");
    }
    let question = Question::from(plain());
    let beside = Marks::from_record(
        8,
        &Record {
            numbers: vec![5, 10_001],
            texts: vec![],
        },
    )
    .expect("two numbers");
    assert!(!question.fits(&beside), "beside the picture");
}

#[test]
fn an_area_lies_on_the_picture_or_is_none() {
    assert!(Area::of_parts([0.0, 0.0, 1.0, 1.0]).is_some());
    assert!(
        Area::of_parts([0.7, 0.1, 0.3, 0.2]).is_some(),
        "0.7 + 0.3 is no more than 1"
    );
    for parts in [
        [0.0, 0.0, 0.0, 0.5],
        [0.5, 0.0, 0.6, 0.5],
        [-0.1, 0.0, 0.5, 0.5],
        [0.0, f64::NAN, 0.5, 0.5],
    ] {
        assert_eq!(Area::of_parts(parts), None, "{parts:?}");
    }
}
