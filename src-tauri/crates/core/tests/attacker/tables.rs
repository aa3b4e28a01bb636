//! Who changed from what to what: every table that fits the published totals is tried.

use gazouillis_core::disclosure::{Flow, PairRule};

use crate::attacks;
use crate::dice::Dice;

/// Rows: meanings before, then those who came late; columns: meanings after, then those who left early.
type Table = Vec<Vec<u32>>;

/// What the room is told about a pair, besides the two polls' totals and how many answered both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Said {
    cells: Vec<Option<u32>>,
    changed: Option<u32>,
    margins: Option<Vec<u32>>,
}

/// What everybody knows.
#[derive(Debug, Clone)]
struct Known {
    before: Vec<u32>,
    after: Vec<u32>,
    paired: u32,
}

impl Known {
    fn of(table: &Table) -> Self {
        let size = table.len() - 1;
        let inner = || table[..size].iter().flat_map(|row| &row[..size]);
        Self {
            before: table[..size].iter().map(|row| row.iter().sum()).collect(),
            after: (0..size)
                .map(|column| table.iter().map(|row| row[column]).sum())
                .collect(),
            paired: inner().sum(),
        }
    }
}

/// A way of publishing: what is said of a table, given what everybody knows.
type Publisher = fn(&Known) -> Box<dyn Fn(&Table) -> Said>;

fn the_program(known: &Known) -> Box<dyn Fn(&Table) -> Said> {
    let rule = PairRule::new(&known.before, &known.after, known.paired, 5);
    Box::new(move |table| {
        let inner: Table = table[..table.len() - 1]
            .iter()
            .map(|row| row[..row.len() - 1].to_vec())
            .collect();
        match rule.flow(&inner) {
            Flow::Silent => Said::default(),
            Flow::Changed(people) => Said {
                changed: Some(people),
                ..Said::default()
            },
            Flow::Table(cells) => Said {
                cells: cells.into_iter().flatten().map(Some).collect(),
                ..Said::default()
            },
        }
    })
}

fn changed(table: &Table) -> u32 {
    let size = table.len() - 1;
    let moved = (0..size).flat_map(|row| (0..size).map(move |column| (row, column)));
    moved
        .filter(|(row, column)| row != column)
        .map(|(row, column)| table[row][column])
        .sum()
}

/// Says how many changed their mind as soon as they are five, and whatever follows.
fn without_an_audit(_: &Known) -> Box<dyn Fn(&Table) -> Said> {
    Box::new(|table| Said {
        changed: Some(changed(table)).filter(|people| *people >= 5),
        ..Said::default()
    })
}

/// Hides cells of one to four and shows zeros.
fn with_zeros_shown(_: &Known) -> Box<dyn Fn(&Table) -> Said> {
    Box::new(|table| {
        let size = table.len() - 1;
        let inner = table[..size].iter().flat_map(|row| row[..size].to_vec());
        Said {
            cells: inner
                .map(|count| Some(count).filter(|count| *count == 0 || *count >= 5))
                .collect(),
            ..Said::default()
        }
    })
}

/// Shows what the pair's own people answered, beside the polls' totals.
fn with_the_pairs_margins(_: &Known) -> Box<dyn Fn(&Table) -> Said> {
    Box::new(|table| {
        let size = table.len() - 1;
        Said {
            margins: Some(table[..size].iter().map(|row| row[..size].iter().sum()).collect()),
            ..Said::default()
        }
    })
}

/// Visits tables with the totals everybody knows, in an order that dice choose, until told to stop. Says whether all were
/// visited.
fn tables(known: &Known, dice: &mut Dice, visit: &mut dyn FnMut(&Table) -> bool) -> bool {
    let size = known.before.len();
    let mut table = vec![vec![0; size + 1]; size + 1];
    let late = known.after.iter().sum::<u32>() - known.paired;
    let early = known.before.iter().sum::<u32>() - known.paired;
    let rows: Vec<u32> = known.before.iter().copied().chain([late]).collect();
    let mut columns: Vec<u32> = known.after.iter().copied().chain([early]).collect();
    fill(&mut table, (0, 0), rows[0], &rows, &mut columns, dice, visit)
}

fn fill(
    table: &mut Table,
    (row, column): (usize, usize),
    rest: u32,
    rows: &[u32],
    columns: &mut [u32],
    dice: &mut Dice,
    visit: &mut dyn FnMut(&Table) -> bool,
) -> bool {
    let last = rows.len() - 1;
    if row == last {
        // Those who came late take what is left of every column; nobody came late and left early.
        if columns[last] > 0 {
            return true;
        }
        table[last][..last].copy_from_slice(&columns[..last]);
        return visit(table);
    }
    if column == last {
        if rest > columns[last] {
            return true;
        }
        table[row][last] = rest;
        columns[last] -= rest;
        let more = fill(table, (row + 1, 0), rows[row + 1], rows, columns, dice, visit);
        columns[last] += rest;
        return more;
    }
    let most = rest.min(columns[column]);
    let start = dice.below(most as usize + 1) as u32;
    for step in 0..=most {
        let count = (start + step) % (most + 1);
        table[row][column] = count;
        columns[column] -= count;
        let more = fill(table, (row, column + 1), rest - count, rows, columns, dice, visit);
        columns[column] += count;
        if !more {
            return false;
        }
    }
    true
}

/// The least and the most a cell holds in the tables seen so far.
#[derive(Debug)]
struct Ranges {
    cells: Vec<(u32, u32)>,
}

impl Ranges {
    fn new(table: &Table) -> Self {
        Self {
            cells: table.iter().flatten().map(|count| (*count, *count)).collect(),
        }
    }

    fn add(&mut self, table: &Table) {
        for ((low, high), count) in self.cells.iter_mut().zip(table.iter().flatten()) {
            (*low, *high) = ((*low).min(*count), (*high).max(*count));
        }
    }
}

/// Whether a cell follows from its row's and its column's totals alone (Fréchet's bounds).
fn is_forced(table: &Table, row: usize, column: usize) -> bool {
    let row_total: u32 = table[row].iter().sum();
    let column_total: u32 = table.iter().map(|row| row[column]).sum();
    let people: u32 = table.iter().flatten().sum();
    let least = (row_total + column_total).saturating_sub(people);
    least == row_total.min(column_total)
}

/// The small cells that are certain once the publisher has spoken and were open before: none may be.
fn certain(table: &Table, publish: Publisher, dice: &mut Dice) -> Vec<(usize, usize)> {
    let known = Known::of(table);
    let say = publish(&known);
    let said = say(table);
    let (mut possible, mut all) = (Ranges::new(table), Ranges::new(table));
    let size = table.len();
    let open: Vec<usize> = (0..size * size - 1)
        .filter(|cell| !is_forced(table, cell / size, cell % size))
        .collect();
    let mut look = |other: &Table| {
        all.add(other);
        if say(other) == said {
            possible.add(other);
        }
        open.iter()
            .any(|cell| possible.cells[*cell].0 == possible.cells[*cell].1)
    };
    // A few glances at random places find most alternatives; what they leave is searched through to the end.
    for _ in 0..30 {
        let mut glances = 60;
        let wanted = &mut |other: &Table| {
            glances -= 1;
            look(other) && glances > 0
        };
        tables(&known, dice, wanted);
    }
    tables(&known, dice, &mut look);
    let certain = |cell: &usize| {
        let ((low, high), (least, most)) = (possible.cells[*cell], all.cells[*cell]);
        low == high && low < 5 && least < most
    };
    open.iter()
        .copied()
        .filter(certain)
        .map(|cell| (cell / size, cell % size))
        .collect()
}

/// A room of so many people, most of whom answer both times.
fn room(dice: &mut Dice, people: usize, meanings: usize) -> Table {
    let mut table = vec![vec![0; meanings + 1]; meanings + 1];
    // In some rooms nobody leaves, in some nearly everyone keeps to his answer.
    let (leaving, loyal) = (dice.below(3) * 4, dice.below(8));
    for _ in 0..people {
        let before = dice.below(meanings);
        let after = if dice.below(10) < loyal {
            before
        } else {
            dice.below(meanings)
        };
        match dice.below(40) {
            draw if draw < leaving => table[before][meanings] += 1,
            draw if draw < 2 * leaving => table[meanings][after] += 1,
            _ => table[before][after] += 1,
        }
    }
    table
}

/// How many of some rooms give a cell away.
fn given_away(
    publish: Publisher,
    rooms: usize,
    people: std::ops::RangeInclusive<usize>,
    meanings: std::ops::RangeInclusive<usize>,
) -> Vec<(Table, Vec<(usize, usize)>)> {
    let mut dice = Dice(25);
    let mut found = Vec::new();
    for _ in 0..rooms {
        let people = dice.between(*people.start(), *people.end());
        let meanings = dice.between(*meanings.start(), *meanings.end());
        let table = room(&mut dice, people, meanings);
        let cells = certain(&table, publish, &mut dice);
        if !cells.is_empty() {
            found.push((table, cells));
        }
    }
    found
}

#[test]
fn no_cell_of_a_small_rooms_change_is_certain() {
    let found = given_away(the_program, attacks(), 4..=12, 2..=6);
    assert!(
        found.is_empty(),
        "{} rooms, among them {:?}",
        found.len(),
        found.first()
    );
}

#[test]
fn no_cell_of_a_larger_rooms_change_is_certain_even_where_whole_tables_are_shown() {
    let found = given_away(the_program, attacks() / 20, 13..=60, 2..=2);
    assert!(
        found.is_empty(),
        "{} rooms, among them {:?}",
        found.len(),
        found.first()
    );
    let found = given_away(the_program, attacks() / 50, 13..=30, 3..=3);
    assert!(
        found.is_empty(),
        "{} rooms, among them {:?}",
        found.len(),
        found.first()
    );
}

#[test]
fn the_attacker_reads_rooms_that_are_told_carelessly() {
    let careless: [(&str, Publisher); 3] = [
        ("how many changed, without an audit", without_an_audit),
        ("cells of one to four hidden, zeros shown", with_zeros_shown),
        (
            "the pair's own margins beside the polls' totals",
            with_the_pairs_margins,
        ),
    ];
    for (how, publish) in careless {
        let found = given_away(publish, 400, 4..=12, 2..=3);
        assert!(
            !found.is_empty(),
            "nothing found where a room is told {how}: the attack is too weak"
        );
    }
}

#[test]
fn something_is_said_of_rooms_that_are_large_enough() {
    let mut dice = Dice(7);
    let (mut counts, mut tables) = (0, 0);
    for _ in 0..300 {
        let table = room(&mut dice, 60, 3);
        let said = the_program(&Known::of(&table))(&table);
        counts += u32::from(said.changed.is_some());
        let table = room(&mut dice, 80, 2);
        tables += u32::from(!the_program(&Known::of(&table))(&table).cells.is_empty());
    }
    assert!(
        counts > 150,
        "of 300 rooms of 60 people {counts} are told how many changed their mind"
    );
    let even = vec![vec![12, 7, 0], vec![6, 15, 0], vec![0, 0, 0]];
    let said = the_program(&Known::of(&even))(&even);
    assert_eq!(said.cells, [Some(12), Some(7), Some(6), Some(15)], "{tables}");
}
