use super::*;

fn plane(points: u8, statements: &[&str]) -> Plane {
    let statement = |id: &&str| Statement {
        id: (*id).to_owned(),
        text: (*id).to_owned(),
        scores: Vec::new(),
    };
    Plane {
        statements: statements.iter().map(statement).collect(),
        points,
        x: ["Facile", "Difficile"].map(str::to_owned),
        y: ["Inutile", "Utile"].map(str::to_owned),
        language: Language::Fr,
    }
}

fn says(places: &[(&str, u8, u8)]) -> Answer {
    let place = |(id, x, y): &(&str, u8, u8)| ((*id).to_owned(), PlanePoint { x: *x, y: *y });
    Answer::Plane {
        points: places.iter().map(place).collect(),
    }
}

fn read(plane: &Plane, places: &[(&str, u8, u8)]) -> PlaneMarks {
    plane.read(&says(places)).expect("an answer that fits")
}

#[test]
fn both_axes_have_to_be_within_the_plane() {
    let wide = plane(11, &["a", "b"]);
    assert!(wide.read(&says(&[("a", 0, 10)])).is_ok());
    assert!(wide.read(&says(&[("a", 0, 11)])).is_err());
    assert!(wide.read(&says(&[("a", 11, 0)])).is_err());
    assert_eq!(wide.read(&says(&[])), Err(InvalidAnswer::Empty));
    let narrow = plane(2, &["a"]);
    assert!(narrow.read(&says(&[("a", 0, 1)])).is_err());
    assert!(narrow.read(&says(&[("a", 1, 2)])).is_ok());
}

#[test]
fn figures_tell_the_cloud_and_its_middle() {
    let plane = plane(11, &["a", "b"]);
    let mut counts = plane.counts();
    for places in [&[("a", 2, 8), ("b", 0, 0)][..], &[("a", 2, 8)], &[("a", 5, 9)]] {
        plane.add(&mut counts, &read(&plane, places), 1);
    }
    let figures = plane.figures(&counts, 3, &Moderation::default());
    assert_eq!(figures.statements[0].cells, [(2, 8, 2), (5, 9, 1)]);
    let middle = figures.statements[0].centroid.expect("three people");
    // 3 and 8.33; √2 and √(2/9).
    assert_eq!(
        (middle.x, middle.y, middle.x_spread, middle.y_spread),
        (3.0, 8.3, 1.4, 0.5)
    );
    assert_eq!((figures.statements[1].answers, figures.statements[1].skipped), (1, 2));
}

#[test]
fn a_ballot_that_is_taken_out_leaves_no_trace() {
    let plane = plane(11, &["a"]);
    let mut counts = plane.counts();
    let marks = read(&plane, &[("a", 3, 4)]);
    plane.add(&mut counts, &marks, 1);
    plane.remove(&mut counts, &marks, 1);
    assert_eq!(counts, plane.counts());
}

#[test]
fn one_statement_is_compared_by_quarters() {
    assert_eq!(plane(11, &["a", "b"]).comparison(), None);
    let odd = plane(11, &["a"]);
    let texts = |plane: &Plane| -> Vec<String> {
        let rows = plane.comparison().expect("one statement").rows;
        rows.into_iter().map(|row| row.text).collect()
    };
    let quarters = [
        "Facile · Inutile",
        "Difficile · Inutile",
        "Facile · Utile",
        "Difficile · Utile",
    ];
    assert_eq!(texts(&odd)[..4], quarters);
    assert_eq!(texts(&odd)[4], "entre les deux");
    assert_eq!(texts(&plane(4, &["a"])), quarters, "an even plane has no middle");
    let row = |x, y| odd.rows(&read(&odd, &[("a", x, y)])).iter().collect::<Vec<_>>();
    assert_eq!(
        [row(0, 0), row(10, 4), row(4, 6), row(6, 6)],
        [vec![0], vec![1], vec![2], vec![3]]
    );
    assert_eq!([row(5, 9), row(1, 5), row(5, 5)], [vec![4], vec![4], vec![4]]);
}

#[test]
fn the_people_of_a_rehearsal_form_a_cloud() {
    let plane = plane(11, &["a"]);
    let mut dice = SplitMix64::new(3);
    let mut counts = plane.counts();
    for _ in 0..200 {
        let marks = plane
            .read(&plane.rehearsed(&Rehearsed::default(), &mut dice))
            .expect("it fits");
        plane.add(&mut counts, &marks, 1);
    }
    let figures = plane.figures(&counts, 200, &Moderation::default());
    let middle = figures.statements[0].centroid.expect("two hundred people");
    assert!((0.8..3.0).contains(&middle.x_spread), "{middle:?}");
}
