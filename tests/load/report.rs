//! The table and the JSON.

use std::path::Path;

use serde::Serialize;

/// One figure against its budget.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    what: String,
    figure: f64,
    unit: &'static str,
    budget: f64,
    at_most: bool,
    passed: bool,
    measured: String,
}

/// All figures.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Report {
    rows: Vec<Row>,
}

impl Report {
    /// A figure that must not exceed its budget. `measured` says what it was made from.
    pub(crate) fn at_most(&mut self, what: &str, figure: f64, unit: &'static str, budget: f64, measured: String) {
        self.push(what, figure, unit, budget, true, measured);
    }

    /// A figure that must reach its budget.
    pub(crate) fn at_least(&mut self, what: &str, figure: f64, unit: &'static str, budget: f64, measured: String) {
        self.push(what, figure, unit, budget, false, measured);
    }

    fn push(&mut self, what: &str, figure: f64, unit: &'static str, budget: f64, at_most: bool, measured: String) {
        let passed = if at_most { figure <= budget } else { figure >= budget };
        eprintln!("{what}: {figure:.2} {unit} ({measured})");
        self.rows.push(Row {
            what: what.to_owned(),
            figure,
            unit,
            budget,
            at_most,
            passed,
            measured,
        });
    }

    pub(crate) fn passed(&self) -> bool {
        self.rows.iter().all(|row| row.passed)
    }

    pub(crate) fn print(&self) {
        println!("{:<52} {:>12} {:>14}  {:<6} from", "what", "figure", "budget", "");
        for row in &self.rows {
            let sign = if row.at_most { "≤" } else { "≥" };
            println!(
                "{:<52} {:>8.2} {:<4} {:>2} {:>8.2} {:<4} {:<6} {}",
                row.what,
                row.figure,
                row.unit,
                sign,
                row.budget,
                row.unit,
                if row.passed { "pass" } else { "MISSED" },
                row.measured
            );
        }
    }

    pub(crate) fn write(&self, path: &Path) {
        let json = serde_json::to_string_pretty(self).expect("figures are JSON");
        if let Err(error) = std::fs::write(path, json) {
            eprintln!("{} could not be written: {error}", path.display());
        }
    }
}
