//! Numbers exactly as they are written.

use gazouillis_core::kind::number::{LARGEST, MOST_DECIMALS};

use crate::diagnostic::DiagnosticCode as Code;
use crate::report::{Problem, Report};
use crate::yaml::{Node, Value};

/// A number exactly as it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decimal {
    pub(super) at: usize,
    /// Its digits, without the point.
    digits: i64,
    /// How many of them stand behind the point.
    pub(super) decimals: u8,
}

impl Decimal {
    /// Reads a number called `name` in messages.
    pub(super) fn read(node: &Node, name: &str, report: &Report) -> Option<Self> {
        let written = match &node.value {
            Value::Scalar(written) => written.as_str(),
            _ => "",
        };
        if let Some((digits, decimals)) = exact(written) {
            let decimal = Self {
                at: node.at,
                digits,
                decimals,
            };
            if decimal.scaled(decimals).is_some() {
                return Some(decimal);
            }
            let problem = Problem::new(node.at, Code::NumberOutOfRange).found(written);
            report.add(problem.expected(format!("-{LARGEST}–{LARGEST}")));
            return None;
        }
        let plain: String = written
            .replace(',', ".")
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .collect();
        let nearest = exact(&plain).map(|_| plain);
        let problem = Problem::new(node.at, Code::ExpectedNumber).found(name);
        report.add(problem.expected("280, 0.5").nearest(nearest));
        None
    }

    /// Counted in units of so many decimals, which are at least its own; `None` beyond what a question accepts.
    pub(super) fn scaled(self, decimals: u8) -> Option<i64> {
        let scale = 10_i64.checked_pow(u32::from(decimals.saturating_sub(self.decimals)))?;
        let scaled = self.digits.checked_mul(scale)?;
        (-LARGEST..=LARGEST).contains(&scaled).then_some(scaled)
    }
}

/// The digits of a number, and how many stand behind its point.
fn exact(written: &str) -> Option<(i64, u8)> {
    let unsigned = written.strip_prefix('-').unwrap_or(written);
    let (before, after) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let after = after.trim_end_matches('0');
    let digits = format!("{before}{after}");
    let plain = !before.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !plain || after.len() > usize::from(MOST_DECIMALS) {
        return None;
    }
    // More digits than fit are out of range, which the caller says.
    let value: i64 = digits.parse().unwrap_or(i64::MAX);
    let signed = if written.starts_with('-') { -value } else { value };
    Some((signed, after.len() as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_digit_by_digit() {
        assert_eq!(exact("280"), Some((280, 0)));
        assert_eq!(exact("-0.50"), Some((-5, 1)));
        assert_eq!(exact("0.1"), Some((1, 1)));
        for odd in ["", "-", ".5", "1e3", "0,5", "1 000", "1.2.3", "NaN", "0.1234567"] {
            assert_eq!(exact(odd), None, "{odd}");
        }
    }
}
