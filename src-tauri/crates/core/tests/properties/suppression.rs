//! Cross-tables never point at a few people, not even by arithmetic.

use std::collections::HashSet;

use gazouillis_core::change::suppress;
use gazouillis_core::typology::MINIMUM_GROUP;
use proptest::collection::vec;
use proptest::prelude::*;

type Table = Vec<Vec<u32>>;
type Shown = Vec<Vec<Option<u32>>>;
type Cell = (usize, usize);

fn cells(table: &Table) -> impl Iterator<Item = Cell> {
    let size = table.len();
    (0..size).flat_map(move |row| (0..size).map(move |column| (row, column)))
}

fn hidden(table: &Table, shown: &Shown) -> HashSet<Cell> {
    cells(table)
        .filter(|(row, column)| shown[*row][*column].is_none())
        .collect()
}

fn is_small(count: u32) -> bool {
    count > 0 && count < MINIMUM_GROUP
}

/// Whether the totals alone give a cell away, with nothing shown: everybody else is in its row, or everybody in its
/// column, and it is alone there.
fn is_inevitable(table: &Table, (row, column): Cell) -> bool {
    let others = || cells(table).filter(|&(r, c)| (r, c) != (row, column) && table[r][c] > 0);
    let elsewhere = others().any(|(r, c)| r != row && c != column);
    let (in_row, in_column) = (
        others().any(|cell| cell.0 == row),
        others().any(|cell| cell.1 == column),
    );
    !(elsewhere || in_row && in_column)
}

/// Whether the totals of all rows and columns determine a hidden cell. Seen as a graph whose nodes are rows and columns and
/// whose edges are hidden cells, they do exactly when taking the cell away parts its row from its column: else values can
/// be shifted around a circle through it without changing any total.
fn is_determined(hidden: &HashSet<Cell>, cell: Cell) -> bool {
    let (mut rows, mut columns) = (HashSet::from([cell.0]), HashSet::new());
    loop {
        let edges = hidden.iter().filter(|edge| **edge != cell);
        let fresh: Vec<Cell> = edges
            .filter(|(row, column)| rows.contains(row) != columns.contains(column))
            .copied()
            .collect();
        if fresh.is_empty() {
            return !columns.contains(&cell.1);
        }
        for (row, column) in fresh {
            rows.insert(row);
            columns.insert(column);
        }
    }
}

/// Whether the hidden cells from number `next` on can be filled without going below zero so that every row and column
/// keeps its total.
fn can_be_filled(hidden: &[Cell], next: usize, rows: &mut [u32], columns: &mut [u32]) -> bool {
    let Some(&(row, column)) = hidden.get(next) else {
        return rows.iter().chain(columns.iter()).all(|rest| *rest == 0);
    };
    (0..=rows[row].min(columns[column])).rev().any(|value| {
        rows[row] -= value;
        columns[column] -= value;
        let filled = can_be_filled(hidden, next + 1, rows, columns);
        rows[row] += value;
        columns[column] += value;
        filled
    })
}

/// Whether some other value of a cell fits everything that is known, found by trying them all.
fn has_another_value(table: &Table, hidden: &HashSet<Cell>, (row, column): Cell) -> bool {
    let others: Vec<Cell> = cells(table)
        .filter(|cell| hidden.contains(cell) && *cell != (row, column))
        .collect();
    let in_row = |row: usize| {
        hidden
            .iter()
            .filter(|cell| cell.0 == row)
            .map(|cell| table[cell.0][cell.1])
            .sum()
    };
    let in_column = |column: usize| {
        hidden
            .iter()
            .filter(|cell| cell.1 == column)
            .map(|cell| table[cell.0][cell.1])
            .sum()
    };
    let mut rows: Vec<u32> = (0..table.len()).map(in_row).collect();
    let mut columns: Vec<u32> = (0..table.len()).map(in_column).collect();
    (0..=rows[row].min(columns[column]))
        .filter(|value| *value != table[row][column])
        .any(|value| {
            rows[row] -= value;
            columns[column] -= value;
            let fits = can_be_filled(&others, 0, &mut rows, &mut columns);
            rows[row] += value;
            columns[column] += value;
            fits
        })
}

fn assert_safe(table: &Table) -> Result<(), TestCaseError> {
    let shown = suppress(table);
    let hidden = hidden(table, &shown);
    for (row, column) in cells(table) {
        let count = table[row][column];
        if let Some(value) = shown[row][column] {
            prop_assert_eq!(value, count, "what is shown is true");
            prop_assert!(!is_small(value), "a cell of {} is shown in {:?}", value, table);
        } else if is_small(count) && !is_inevitable(table, (row, column)) {
            prop_assert!(
                !is_determined(&hidden, (row, column)),
                "cell {},{} of {:?} follows from the totals and {:?}",
                row,
                column,
                table,
                shown
            );
        }
    }
    for line in 0..table.len() {
        let (in_row, in_column) = (
            hidden.iter().filter(|cell| cell.0 == line).count(),
            hidden.iter().filter(|cell| cell.1 == line).count(),
        );
        prop_assert!(
            in_row != 1 && in_column != 1,
            "a lone hidden cell in row or column {} of {:?}",
            line,
            shown
        );
    }
    if !table.iter().flatten().any(|count| is_small(*count)) {
        prop_assert!(hidden.is_empty(), "nothing has to be hidden in {:?}", table);
    }
    Ok(())
}

/// Square tables of so many options.
fn tables(
    sizes: std::ops::RangeInclusive<usize>,
    cell: impl Strategy<Value = u32> + Clone + 'static,
) -> impl Strategy<Value = Table> {
    sizes.prop_flat_map(move |size| vec(vec(cell.clone(), size), size))
}

/// Mostly small cells, some zeros, some that may be shown.
fn small_room() -> impl Strategy<Value = u32> + Clone {
    prop_oneof![3 => Just(0_u32), 3 => 1_u32..5, 2 => 5_u32..30]
}

/// Nearly everything may be shown: there hidden cells are lonely.
fn large_room() -> impl Strategy<Value = u32> + Clone {
    prop_oneof![1 => 1_u32..5, 7 => 5_u32..30]
}

/// A handful of people.
fn handful() -> impl Strategy<Value = u32> + Clone {
    prop_oneof![3 => Just(0_u32), 3 => 1_u32..4, 1 => 5_u32..7]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_cell_under_five_is_shown_or_follows_from_the_totals(table in tables(2..=5, small_room())) {
        assert_safe(&table)?;
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_hidden_small_cell_has_another_value_that_fits_what_is_known(table in tables(2..=3, handful())) {
        let hidden = hidden(&table, &suppress(&table));
        for cell in cells(&table).filter(|(row, column)| is_small(table[*row][*column])) {
            prop_assert_eq!(
                has_another_value(&table, &hidden, cell), !is_inevitable(&table, cell),
                "cell {:?} of {:?} with {:?} hidden", cell, table, hidden
            );
        }
    }

    #[test]
    fn lonely_small_cells_are_hidden_with_company(table in tables(4..=8, large_room())) {
        assert_safe(&table)?;
    }
}
