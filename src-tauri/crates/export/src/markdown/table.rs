//! Tables with pipes.

/// Where the words of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
}

/// A table whose cells are written already. The first column has words, the others figures, unless it is said otherwise.
pub(super) struct Table {
    heads: Vec<String>,
    aligns: Vec<Align>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new(heads: impl IntoIterator<Item = String>) -> Self {
        let heads: Vec<String> = heads.into_iter().collect();
        let aligns = (0..heads.len()).map(|column| if column == 0 { Align::Left } else { Align::Right });
        Self {
            aligns: aligns.collect(),
            heads,
            rows: Vec::new(),
        }
    }

    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The table; nothing of a table without rows. Columns in which nothing stands are left out.
    pub(super) fn written(&self) -> String {
        if self.rows.is_empty() {
            return String::new();
        }
        let is_used = |column: usize| {
            !self.heads[column].is_empty()
                || self
                    .rows
                    .iter()
                    .any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()))
        };
        let used: Vec<usize> = (0..self.heads.len()).filter(|&column| is_used(column)).collect();
        let line = |cells: &[String]| {
            let cells: Vec<&str> = used
                .iter()
                .map(|&column| cells.get(column).map_or("", String::as_str))
                .collect();
            format!("| {} |", cells.join(" | "))
        };
        let rule = used.iter().map(|&column| match self.aligns[column] {
            Align::Left => ":---",
            Align::Right => "---:",
        });
        let rule = format!("| {} |", rule.collect::<Vec<_>>().join(" | "));
        let rows = self.rows.iter().map(|row| line(row));
        [line(&self.heads), rule]
            .into_iter()
            .chain(rows)
            .collect::<Vec<_>>()
            .join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_without_a_word_are_left_out() {
        let mut table = Table::new(["A".to_owned(), "B".to_owned(), String::new()]);
        assert_eq!(table.written(), "");
        table.row(["x".to_owned(), "1".to_owned(), String::new()]);
        assert_eq!(table.written(), "| A | B |\n| :--- | ---: |\n| x | 1 |");
    }
}
