//! Arbitrary scales, planes and numbers, and what may be answered to them.

use gazouillis_core::deck::Language;
use gazouillis_core::kind::scale::ReadyScale;
use gazouillis_core::kind::{Number, Plane, PlanePoint, Scale, Statement};
use gazouillis_core::{Answer, Question};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

pub(super) fn statements(count: usize, points: u8, scored: bool) -> Vec<Statement> {
    let statement = |index: usize| Statement {
        id: format!("s{index}"),
        text: if count == 1 {
            String::new()
        } else {
            format!("Statement {index}")
        },
        scores: if scored {
            vec![(index % 3, (0..u32::from(points)).collect())]
        } else {
            Vec::new()
        },
    };
    (0..count).map(statement).collect()
}

pub(super) fn scales() -> impl Strategy<Value = Scale> {
    (1_usize..=8, 2_u8..=11, any::<bool>()).prop_map(|(count, points, scored)| Scale {
        statements: statements(count, points, scored),
        points,
        ends: ["low".to_owned(), "high".to_owned()],
        labels: Vec::new(),
        signs: Vec::new(),
        means: ReadyScale::Agreement.words(Language::En).means.map(str::to_owned),
    })
}

pub(super) fn planes() -> impl Strategy<Value = Plane> {
    (1_usize..=8, 2_u8..=11).prop_map(|(count, points)| Plane {
        statements: statements(count, points, false),
        points,
        x: ["left".to_owned(), "right".to_owned()],
        y: ["bottom".to_owned(), "top".to_owned()],
        language: Language::En,
    })
}

pub(super) fn numbers() -> impl Strategy<Value = Number> {
    let right = proptest::option::of((0.0_f64..=1.0, 0_i64..50));
    (
        -5_000_i64..5_000,
        1_i64..2_000,
        prop_oneof![Just(1_i64), 1_i64..60],
        0_u8..=3,
        right,
    )
        .prop_map(|(min, steps, step, decimals, right)| Number {
            min,
            max: min + steps * step,
            step,
            decimals,
            unit: None,
            right: right.map(|(place, _)| min + (place * (steps * step) as f64) as i64),
            tolerance: right.map_or(0, |(_, tolerance)| tolerance),
            language: Language::En,
        })
}

pub(super) fn questions() -> impl Strategy<Value = Question> {
    prop_oneof![
        scales().prop_map(Question::from),
        planes().prop_map(Question::from),
        numbers().prop_map(Question::from),
    ]
}

/// Answers of all three forms; most of the form that is asked for, and most of those fit.
pub(super) fn answers(question: &Question) -> BoxedStrategy<Answer> {
    let id = (0_usize..9).prop_map(|index| format!("s{index}"));
    let scale = btree_map(id.clone(), 0_u8..=12, 0..=8).prop_map(|values| Answer::Scale { values });
    let point = (0_u8..=12, 0_u8..=12).prop_map(|(x, y)| PlanePoint { x, y });
    let plane = btree_map(id, point, 0..=8).prop_map(|points| Answer::Plane { points });
    let any_number = prop_oneof![
        any::<f64>(),
        (-6_000_i32..6_000).prop_map(f64::from),
        (-600_000_i32..600_000).prop_map(|hundredths| f64::from(hundredths) / 100.0),
    ];
    let number = any_number.prop_map(|value| Answer::Number { value });
    let fitting = fitting(question);
    prop_oneof![8 => fitting, 1 => scale, 1 => plane, 1 => number].boxed()
}

/// Answers that fit.
pub(super) fn fitting(question: &Question) -> BoxedStrategy<Answer> {
    // Values count from 1, from 0 where there are eleven.
    let values = |points: u8| if points == 11 { 0..=10 } else { 1..=points };
    match question {
        Question::Scale(scale) => {
            let ids = proptest::sample::select(ids(&scale.statements));
            let given = btree_map(ids, values(scale.points), 1..=scale.statements.len());
            given.prop_map(|values| Answer::Scale { values }).boxed()
        }
        Question::Plane(plane) => {
            let ids = proptest::sample::select(ids(&plane.statements));
            let point = (values(plane.points), values(plane.points)).prop_map(|(x, y)| PlanePoint { x, y });
            let given = btree_map(ids, point, 1..=plane.statements.len());
            given.prop_map(|points| Answer::Plane { points }).boxed()
        }
        Question::Number(number) => {
            let (min, step, scale) = (number.min, number.step, 10_f64.powi(number.decimals.into()));
            let steps = 0..=(number.max - number.min) / number.step;
            let value = steps.prop_map(move |steps| (min + steps * step) as f64 / scale);
            value.prop_map(|value| Answer::Number { value }).boxed()
        }
        other => unreachable!("no question of these kinds: {other:?}"),
    }
}

pub(super) fn ids(statements: &[Statement]) -> Vec<String> {
    statements.iter().map(|statement| statement.id.clone()).collect()
}

/// Whether an answer should be taken, by the words of the design.
pub(super) fn should_fit(question: &Question, answer: &Answer) -> bool {
    let on = |value: u8, points: u8| {
        if points == 11 {
            value <= 10
        } else {
            1 <= value && value <= points
        }
    };
    match (question, answer) {
        (Question::Scale(scale), Answer::Scale { values }) => {
            let known = ids(&scale.statements);
            !values.is_empty()
                && values
                    .iter()
                    .all(|(id, value)| known.contains(id) && on(*value, scale.points))
        }
        (Question::Plane(plane), Answer::Plane { points }) => {
            let known = ids(&plane.statements);
            let fits = |place: &PlanePoint| on(place.x, plane.points) && on(place.y, plane.points);
            !points.is_empty() && points.iter().all(|(id, place)| known.contains(id) && fits(place))
        }
        (Question::Number(number), Answer::Number { value }) => {
            let steps = (0..=(number.max - number.min) / number.step).map(|steps| number.min + steps * number.step);
            let scale = 10_f64.powi(number.decimals.into());
            let near = |whole: i64| (value * scale - whole as f64).abs() <= 1e-3;
            steps.into_iter().any(near)
        }
        _ => false,
    }
}

/// A room: of each person all answers, the last of which counts.
pub(super) fn rooms() -> impl Strategy<Value = (Question, Vec<Vec<Answer>>)> {
    questions().prop_flat_map(|question| {
        let people = vec(vec(fitting(&question), 1..4), 0..40);
        (Just(question), people)
    })
}
