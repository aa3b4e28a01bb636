//! Which cells of a cross-table may be shown without pointing at a few people.

use crate::typology::MINIMUM_GROUP;

/// Hides cells of 1 to 4, and then as many others as it takes that none of them can be worked out from the totals of rows
/// and columns and from what is shown (complementary suppression). A line has no hidden cell or at least two of them.
///
/// A small cell that follows from the totals alone, whatever is hidden, stays hidden but costs no other cell.
#[must_use]
pub fn suppress(table: &[Vec<u32>]) -> Vec<Vec<Option<u32>>> {
    let mut shown: Shown = table
        .iter()
        .map(|row| row.iter().map(|&count| (!is_small(count)).then_some(count)).collect())
        .collect();
    let nothing: Shown = table.iter().map(|row| vec![None; row.len()]).collect();
    let worth_hiding: Vec<Cell> = cells(&shown)
        .filter(|&(row, column)| is_small(table[row][column]) && !follows(table, &nothing, (row, column)))
        .collect();
    loop {
        let given_away = || worth_hiding.iter().copied().find(|&cell| follows(table, &shown, cell));
        let company = lone_hidden(&shown)
            .and_then(|line| smallest_shown(&shown, line))
            .or_else(|| company_for(&shown, given_away()?));
        match company {
            Some((row, column)) => shown[row][column] = None,
            None => return shown,
        }
    }
}

/// A table in which `None` is hidden.
type Shown = Vec<Vec<Option<u32>>>;
/// Row and column.
type Cell = (usize, usize);
/// A row or column, as its cells.
type Line = Vec<Cell>;

fn is_small(count: u32) -> bool {
    count > 0 && count < MINIMUM_GROUP
}

fn cells(shown: &Shown) -> impl Iterator<Item = Cell> {
    let rows = shown.iter().enumerate();
    rows.flat_map(|(row, cells)| (0..cells.len()).map(move |column| (row, column)))
}

fn row_of(shown: &Shown, row: usize) -> Line {
    cells(shown).filter(|cell| cell.0 == row).collect()
}

fn column_of(shown: &Shown, column: usize) -> Line {
    cells(shown).filter(|cell| cell.1 == column).collect()
}

fn lone_hidden(shown: &Shown) -> Option<Line> {
    let columns = shown.first().map_or(0, Vec::len);
    let rows = (0..shown.len()).map(|row| row_of(shown, row));
    let downs = (0..columns).map(|column| column_of(shown, column));
    rows.chain(downs).find(|line| {
        let hidden = line.iter().filter(|(row, column)| shown[*row][*column].is_none());
        hidden.count() == 1 && line.len() > 1
    })
}

/// The cell to hide next: the smallest that is not zero, or a zero when there is nothing else.
fn smallest_shown(shown: &Shown, line: Line) -> Option<Cell> {
    line.into_iter()
        .filter_map(|(row, column)| shown[row][column].map(|count| (count == 0, count, row, column)))
        .min()
        .map(|(_, _, row, column)| (row, column))
}

/// A cell to hide for the sake of one that is given away: of its row, its column, or anywhere.
fn company_for(shown: &Shown, (row, column): Cell) -> Option<Cell> {
    smallest_shown(shown, row_of(shown, row))
        .or_else(|| smallest_shown(shown, column_of(shown, column)))
        .or_else(|| smallest_shown(shown, cells(shown).collect()))
}

/// Whether only one value of a hidden cell fits the totals, knowing that no cell is below zero. Another value fits exactly
/// when one person can be moved around a circle of hidden cells through this one: into a cell, out of the next, which must
/// not be empty, and so on. That leaves every total as it is.
fn follows(table: &[Vec<u32>], shown: &Shown, (row, column): Cell) -> bool {
    let hidden = cells(shown).filter(|&(r, c)| (r, c) != (row, column) && shown[r][c].is_none());
    let others: Vec<Cell> = hidden.collect();
    let (rows, _) = reached(table, &others, None, Some(column));
    let may_grow = rows[row];
    let (_, columns) = reached(table, &others, Some(row), None);
    let may_shrink = table[row][column] > 0 && columns[column];
    !may_grow && !may_shrink
}

/// The rows and columns that can be reached from one of them by adding a person along rows and taking one away along
/// columns.
fn reached(table: &[Vec<u32>], hidden: &[Cell], row: Option<usize>, column: Option<usize>) -> (Vec<bool>, Vec<bool>) {
    let mut rows: Vec<bool> = (0..table.len()).map(|index| Some(index) == row).collect();
    let width = table.first().map_or(0, Vec::len);
    let mut columns: Vec<bool> = (0..width).map(|index| Some(index) == column).collect();
    let mut grows = true;
    while grows {
        grows = false;
        for &(row, column) in hidden {
            if rows[row] && !columns[column] {
                columns[column] = true;
                grows = true;
            } else if columns[column] && !rows[row] && table[row][column] > 0 {
                rows[row] = true;
                grows = true;
            }
        }
    }
    (rows, columns)
}
