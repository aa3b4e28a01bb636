//! What someone who knows a question's two totals can work out about who went where.
//!
//! A pair is a table of meanings before (rows) by meanings after (columns), with one row more for those who came late
//! and one column more for those who left early. Its margins are the two polls' published totals, and how many answered
//! both is taken as known, because joins are counted aloud. What is left to publish is how many people changed their
//! mind. The tables that fit all this form a polytope whose cells can be bounded exactly: once the diagonal is fixed,
//! what remains is a table with an empty diagonal, and such a table exists exactly when no row and column of the same
//! meaning together hold more than everything (Hall's condition on a complete bipartite graph without a matching).

/// The smallest and the largest value of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) low: i64,
    pub(super) high: i64,
}

impl Range {
    pub(super) fn is_certain(self) -> bool {
        self.low == self.high
    }

    fn spans(self, other: Self) -> Self {
        Self {
            low: self.low.min(other.low),
            high: self.high.max(other.high),
        }
    }
}

/// The ranges of all cells, row by row; the last row and column are the people who answered only once.
pub(super) type Ranges = Vec<Range>;

/// Joins what two classes of tables allow.
pub(super) fn joined(one: Option<Ranges>, other: &Ranges) -> Ranges {
    match one {
        None => other.clone(),
        Some(one) => one.iter().zip(other).map(|(a, b)| a.spans(*b)).collect(),
    }
}

/// The published totals of a pair.
#[derive(Debug, Clone)]
pub(super) struct Totals {
    /// Row totals: each meaning before, then those who answered only afterwards.
    rows: Vec<i64>,
    /// Column totals: each meaning after, then those who answered only before.
    columns: Vec<i64>,
    /// People who answered both.
    paired: i64,
}

/// All tables with given totals in which so many people kept their meaning.
struct Class<'a> {
    totals: &'a Totals,
    kept: i64,
    /// Everybody off the diagonal.
    elsewhere: i64,
    low: Vec<i64>,
    high: Vec<i64>,
}

impl Totals {
    pub(super) fn new(before: &[u32], after: &[u32], paired: u32) -> Self {
        let paired = i64::from(paired);
        let with_absent = |counts: &[u32], others: &[u32]| {
            let only_there = others.iter().copied().map(i64::from).sum::<i64>() - paired;
            counts.iter().copied().map(i64::from).chain([only_there]).collect()
        };
        Self {
            rows: with_absent(before, after),
            columns: with_absent(after, before),
            paired,
        }
    }

    /// What the cells may be when so many people changed their mind; `None` when no table fits.
    pub(super) fn ranges(&self, changed: u32) -> Option<Ranges> {
        let class = Class::new(self, i64::from(changed))?;
        let size = self.rows.len();
        let cells = (0..size).flat_map(|row| (0..size).map(move |column| (row, column)));
        Some(cells.map(|(row, column)| class.range(row, column)).collect())
    }
}

impl<'a> Class<'a> {
    fn new(totals: &'a Totals, changed: i64) -> Option<Self> {
        let absent = totals.rows.len() - 1;
        let elsewhere = changed + totals.rows[absent] + totals.columns[absent];
        let kept = totals.paired - changed;
        let bound = |index: usize| {
            let (row, column) = (totals.rows[index], totals.columns[index]);
            let low = half_up(row + column - elsewhere).max(0);
            (low, if index == absent { 0 } else { row.min(column) })
        };
        let (low, high): (Vec<i64>, Vec<i64>) = (0..=absent).map(bound).unzip();
        let class = Self {
            totals,
            kept,
            elsewhere,
            low,
            high,
        };
        (kept >= 0 && class.fits(&class.low, &class.high)).then_some(class)
    }

    /// Whether a diagonal within these bounds adds up to the people who kept their meaning.
    fn fits(&self, low: &[i64], high: &[i64]) -> bool {
        low.iter().zip(high).all(|(low, high)| low <= high)
            && low.iter().sum::<i64>() <= self.kept
            && self.kept <= high.iter().sum::<i64>()
    }

    fn range(&self, row: usize, column: usize) -> Range {
        if row != column {
            return Range {
                low: self.least(row, column),
                high: self.most(row, column),
            };
        }
        let others = |bounds: &[i64]| bounds.iter().sum::<i64>() - bounds[row];
        Range {
            low: self.low[row].max(self.kept - others(&self.high)),
            high: self.high[row].min(self.kept - others(&self.low)),
        }
    }

    /// Whether so many people may have gone from a row to another column.
    fn allows(&self, row: usize, column: usize, people: i64) -> bool {
        let (rows, columns) = (&self.totals.rows, &self.totals.columns);
        let (mut low, mut high) = (self.low.clone(), self.high.clone());
        high[row] = high[row].min(rows[row] - people);
        high[column] = high[column].min(columns[column] - people);
        for index in (0..low.len()).filter(|index| *index != row && *index != column) {
            low[index] = low[index].max(half_up(rows[index] + columns[index] - self.elsewhere + people));
        }
        self.fits(&low, &high)
    }

    fn most(&self, row: usize, column: usize) -> i64 {
        let (mut fits, mut too_many) = (0, self.totals.rows[row].min(self.totals.columns[column]) + 1);
        while too_many - fits > 1 {
            let middle = fits + (too_many - fits) / 2;
            if self.allows(row, column, middle) {
                fits = middle;
            } else {
                too_many = middle;
            }
        }
        fits
    }

    /// The fewest people in a cell off the diagonal: what its row and column cannot place elsewhere, with the two diagonal
    /// cells beside it as full as they may be.
    fn least(&self, row: usize, column: usize) -> i64 {
        let (rows, columns) = (&self.totals.rows, &self.totals.columns);
        let others = |bounds: &[i64]| bounds.iter().sum::<i64>() - bounds[row] - bounds[column];
        let (fewest, most) = (self.kept - others(&self.high), self.kept - others(&self.low));
        let first = self.low[row].max(fewest - self.high[column]);
        let last = self.high[row].min(most - self.low[column]);
        let by_row = rows[row] + columns[row] + columns[column] - self.elsewhere;
        let by_column = rows[row] + rows[column] + columns[column] - self.elsewhere;
        let crossing = (by_row - by_column + most).div_euclid(2);
        let candidates = [first, last, most - self.high[column], crossing, crossing + 1];
        let least_with = |kept_here: i64| {
            let kept_here = kept_here.clamp(first, last);
            let kept_there = self.high[column].min(most - kept_here);
            (by_row - 2 * kept_here - kept_there).max(by_column - kept_here - 2 * kept_there)
        };
        candidates.into_iter().map(least_with).min().unwrap_or(0).max(0)
    }
}

/// Half of a number, rounded up.
fn half_up(number: i64) -> i64 {
    (number + 1).div_euclid(2)
}
