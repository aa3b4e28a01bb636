//! ZIP: every other format in one file, with a text that says what each is.
//!
//! Entries stand in the order of [`Format::ALL`] and bear the session's date, so equal summaries give equal bytes. A format that this
//! build leaves out is left out here, and the text does not name it.

use std::io::{Cursor, Write};

use gazouillis_core::Summary;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::error::ExportError;
use crate::format::Format;
use crate::text::one_line;
use crate::words::Words;

/// The text's name, in a form that sorts before the others in most programs.
const README: &str = "README.txt";

pub(crate) fn render(summary: &Summary) -> Result<Vec<u8>, ExportError> {
    let mut files = Vec::new();
    for format in Format::ALL.into_iter().filter(|format| *format != Format::Zip) {
        match crate::render(summary, format) {
            Ok(bytes) => files.push((format, crate::file_name(summary, format), bytes)),
            Err(ExportError::NotBuilt { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    let named: Vec<(Format, &str)> = files.iter().map(|(format, name, _)| (*format, name.as_str())).collect();
    let charts = charts(summary)?;
    let readme = readme(summary, &named, !charts.is_empty());
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(date(&summary.started_local))
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let all = files.iter().map(|(_, name, bytes)| (name.as_str(), bytes.as_slice()));
    let drawn = charts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    for (name, bytes) in std::iter::once((README, readme.as_bytes())).chain(all).chain(drawn) {
        archive.start_file(name, options)?;
        archive.write_all(bytes).map_err(zip::result::ZipError::from)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The picture of each poll, under its name.
#[cfg(feature = "pdf")]
fn charts(summary: &Summary) -> Result<Vec<(String, Vec<u8>)>, ExportError> {
    let charts = crate::pdf::card::charts(summary)?;
    let of_one = |poll: usize| charts.iter().filter(|chart| chart.poll == poll).count() == 1;
    let names: Vec<String> = charts
        .iter()
        .map(|chart| crate::file_name::chart(summary, chart.poll, chart.group, of_one(chart.poll)))
        .collect();
    Ok(names
        .into_iter()
        .zip(charts.into_iter().map(|chart| chart.bytes))
        .collect())
}

/// Pictures are typeset, which this build does not.
#[cfg(not(feature = "pdf"))]
fn charts(_: &Summary) -> Result<Vec<(String, Vec<u8>)>, ExportError> {
    Ok(Vec::new())
}

/// What each file is, with the line ends that every system's notepad shows.
fn readme(summary: &Summary, files: &[(Format, &str)], has_charts: bool) -> String {
    let words = Words::new(summary.language);
    let mut lines = vec![
        one_line(&summary.title),
        format!("{} · {}", words.get("document"), summary_date(summary)),
        String::new(),
    ];
    let warnings = [
        (summary.simulated, "rehearsal_note"),
        (!summary.finished, "provisional_note"),
    ];
    let warnings: Vec<String> = warnings
        .iter()
        .filter(|(is_so, _)| *is_so)
        .map(|(_, key)| words.get(key))
        .collect();
    if !warnings.is_empty() {
        lines.extend(warnings);
        lines.push(String::new());
    }
    for (format, name) in files {
        lines.push((*name).to_owned());
        lines.push(format!("    {}", words.get(&format!("xlsx_readme_{format}"))));
    }
    if has_charts {
        lines.push(format!("{}/", crate::file_name::charts_folder(summary.language)));
        lines.push(format!("    {}", words.get("xlsx_readme_charts")));
    }
    lines.push(String::new());
    lines.push(words.get("xlsx_readme_all"));
    let mut text = lines.join("\r\n");
    text.push_str("\r\n");
    text
}

fn summary_date(summary: &Summary) -> String {
    one_line(&summary.started_local.replace('T', " "))
}

/// A local date and time as an archive has it; the day that archives count from where it is none.
fn date(local: &str) -> DateTime {
    let read = || {
        let (day, time) = local.split_once('T')?;
        let mut day = day.splitn(3, '-');
        let mut time = time.splitn(2, ':');
        let (year, month, date) = (
            day.next()?.parse().ok()?,
            day.next()?.parse().ok()?,
            day.next()?.parse().ok()?,
        );
        let (hour, minute) = (time.next()?.parse().ok()?, time.next()?.get(..2)?.parse().ok()?);
        DateTime::from_date_and_time(year, month, date, hour, minute, 0).ok()
    };
    read().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_bears_the_sessions_date_where_an_archive_can() {
        let told = |local| {
            let date = date(local);
            (date.year(), date.month(), date.day(), date.hour(), date.minute())
        };
        assert_eq!(told("2026-11-22T19:40"), (2026, 11, 22, 19, 40));
        for odd in [
            "",
            "hier",
            "1969-01-01T00:00",
            "2026-02-31T10:00",
            "2026-11-22T9é:40",
            "2200-01-01T00:00",
        ] {
            assert_eq!(told(odd), (1980, 1, 1, 0, 0), "{odd}");
        }
    }
}
