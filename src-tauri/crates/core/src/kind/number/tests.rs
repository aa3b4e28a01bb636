use super::*;

fn number(min: i64, max: i64, step: i64, decimals: u8) -> Number {
    Number {
        min,
        max,
        step,
        decimals,
        unit: None,
        right: None,
        tolerance: 0,
        language: Language::Fr,
    }
}

fn read(number: &Number, value: f64) -> Result<i64, InvalidAnswer> {
    number.read(&Answer::Number { value }).map(|marks| marks.value)
}

#[test]
fn numbers_are_kept_exactly() {
    let tenths = number(0, 100, 1, 1);
    assert_eq!(read(&tenths, 0.1 + 0.2), Ok(3));
    assert_eq!(tenths.answer(&NumberMarks { value: 3 }), Answer::Number { value: 0.3 });
    assert_eq!(read(&number(-5, 5, 1, 0), -5.0), Ok(-5));
    let largest = number(0, LARGEST, 1, 6);
    assert_eq!(read(&largest, 999_999.999_999), Ok(999_999_999_999));
}

#[test]
fn what_is_not_asked_for_is_refused_in_words() {
    let halves = number(0, 100_000, 5, 1);
    assert_eq!(read(&halves, 0.5), Ok(5));
    assert_eq!(
        read(&halves, 0.3).expect_err("between steps").to_string(),
        "numbers have to be 0,5 apart"
    );
    assert_eq!(
        read(&halves, -1.0).expect_err("too small").to_string(),
        "a value has to be from 0 to 10\u{202f}000"
    );
    assert!(read(&halves, 0.55).is_err());
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300] {
        assert!(
            matches!(read(&halves, odd), Err(InvalidAnswer::OutOfRange { .. })),
            "{odd}"
        );
    }
}

#[test]
fn steps_count_from_the_smallest_number() {
    let odd = number(3, 100, 7, 0);
    assert_eq!(read(&odd, 10.0), Ok(10));
    assert!(read(&odd, 14.0).is_err());
}

#[test]
fn the_solution_names_the_closest_number_and_nobody() {
    let quiz = Number {
        right: Some(280),
        tolerance: 10,
        ..number(0, 1000, 1, 0)
    };
    let mut counts = quiz.counts();
    for value in [140, 271, 290, 291, 500] {
        quiz.add(&mut counts, &NumberMarks { value }, 1);
    }
    let expected = NumberSolution {
        right: 280.0,
        tolerance: 10.0,
        within: 2,
        closest: Some(271.0),
    };
    assert_eq!(quiz.solution(&counts), Some(Solution::Number(expected)));
    assert!(quiz.has_solution());
    assert!(!number(0, 10, 1, 0).has_solution());
}

#[test]
fn figures_say_nothing_of_what_is_right() {
    let open = number(0, 1000, 1, 0);
    let quiz = Number {
        right: Some(500),
        ..open.clone()
    };
    let mut counts = open.counts();
    (0..50).for_each(|value| {
        open.add(
            &mut counts,
            &NumberMarks {
                value: value * value % 999,
            },
            1,
        )
    });
    let figures = |number: &Number| number.figures(&counts, 50, &Moderation::default());
    assert_eq!(figures(&open), figures(&quiz));
    assert_eq!(open.view(), quiz.view());
}

#[test]
fn bins_are_told_in_the_questions_own_numbers() {
    let euros = number(0, 10_000, 50, 2);
    let mut counts = euros.counts();
    for value in [0, 50, 50, 150] {
        euros.add(&mut counts, &NumberMarks { value }, 1);
    }
    let figures = euros.figures(&counts, 4, &Moderation::default());
    let told: Vec<_> = figures.bins.iter().map(|bin| (bin.from, bin.to, bin.count)).collect();
    let at = |value: f64, count| (Some(value), Some(value), count);
    assert_eq!(told, [at(0.0, 1), at(0.5, 2), at(1.0, 0), at(1.5, 1)]);
    assert_eq!(figures.quartiles.expect("four people").median, 0.5);
}

#[test]
fn with_a_right_number_a_change_is_told_around_it() {
    let quiz = Number {
        right: Some(280),
        tolerance: 10,
        ..number(0, 1000, 1, 0)
    };
    let comparison = quiz.comparison().expect("numbers can be compared");
    let texts: Vec<_> = comparison.rows.iter().map(|row| row.text.as_str()).collect();
    assert_eq!(texts, ["en dessous", "juste", "au-dessus"]);
    let row = |value| quiz.rows(&NumberMarks { value }).iter().next();
    assert_eq!([269, 270, 290, 291].map(row), [Some(0), Some(1), Some(1), Some(2)]);
}

#[test]
fn without_a_right_number_a_change_is_told_by_parts_of_the_range() {
    let percent = Number {
        unit: Some("%".to_owned()),
        ..number(0, 100, 1, 0)
    };
    let comparison = percent.comparison().expect("numbers can be compared");
    let texts: Vec<_> = comparison.rows.iter().map(|row| row.text.as_str()).collect();
    let narrow = '\u{202f}';
    assert_eq!(
        texts,
        ["0 – 19", "20 – 39", "40 – 59", "60 – 79", "80 – 100"].map(|text| format!("{text}{narrow}%"))
    );
    let mut counts = percent.counts();
    for value in [0, 19, 20, 100] {
        percent.add(&mut counts, &NumberMarks { value }, 1);
    }
    assert_eq!(percent.row_counts(&counts), [2, 1, 0, 0, 1]);
}

#[test]
fn numbers_are_written_as_people_write_them() {
    let cents = number(-2_000_000, 2_000_000, 1, 2);
    let written = |whole| cents.written(whole, Language::Fr);
    assert_eq!(written(5), "0,05");
    assert_eq!(written(1_234_550), "12\u{202f}345,5");
    assert_eq!(written(-100), "−1");
    assert_eq!(cents.written(1_234_567, Language::En), "12,345.67");
}

#[test]
fn the_people_of_a_rehearsal_guess_around_the_right_number() {
    let quiz = Number {
        right: Some(280),
        ..number(0, 1000, 1, 0)
    };
    let mut dice = SplitMix64::new(11);
    let mut counts = quiz.counts();
    for _ in 0..300 {
        let marks = quiz
            .read(&quiz.rehearsed(&Rehearsed::default(), &mut dice))
            .expect("it fits");
        quiz.add(&mut counts, &marks, 1);
    }
    let median = quiz
        .figures(&counts, 300, &Moderation::default())
        .quartiles
        .expect("a room")
        .median;
    assert!((200.0..400.0).contains(&median), "{median}");
    assert!(counts.values.get(&280).is_some_and(|count| *count > 10), "some know");
}
