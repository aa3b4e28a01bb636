//! A local date and time in words.

use gazouillis_core::deck::Language;

const JOURS: [&str; 7] = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];
const DAYS: [&str; 7] = [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];
const MOIS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `2026-11-22T19:40` as “dimanche 22 novembre 2026, 19 h 40” or “Sunday 22 November 2026, 19:40”. What is not a date
/// and time is returned as it came.
pub(super) fn in_words(local: &str, language: Language) -> String {
    let Some((year, month, day, time)) = parts(local) else {
        return local.to_owned();
    };
    let (weekday, month_index) = (weekday(year, month, day), month as usize - 1);
    let (hour, minute) = time.split_once(':').unwrap_or((time, "00"));
    match language {
        Language::Fr => {
            let day = if day == 1 { "1er".to_owned() } else { day.to_string() };
            let hour = hour.strip_prefix('0').unwrap_or(hour);
            let name = MOIS[month_index];
            format!(
                "{} {day}\u{a0}{name} {year}, {hour}\u{a0}h\u{a0}{minute}",
                JOURS[weekday]
            )
        }
        Language::En => format!("{} {day}\u{a0}{} {year}, {time}", DAYS[weekday], MONTHS[month_index]),
    }
}

/// The year, month, day and time of a valid local date and time.
fn parts(local: &str) -> Option<(u32, u32, u32, &str)> {
    let (date, time) = local.split_once('T')?;
    let time = time.get(..5)?;
    let (hour, minute) = time.split_once(':')?;
    let mut numbers = date.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let is_real = (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && (1000..=9999).contains(&year)
        && hour.parse::<u32>().is_ok_and(|hour| hour < 24)
        && minute.parse::<u32>().is_ok_and(|minute| minute < 60)
        && numbers.next().is_none();
    is_real.then_some((year, month, day, time))
}

/// The day of the week, 0 for Sunday (T. Sakamoto's method).
fn weekday(year: u32, month: u32, day: u32) -> usize {
    const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = if month < 3 { year - 1 } else { year };
    ((year + year / 4 - year / 100 + year / 400 + SHIFT[month as usize - 1] + day) % 7) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_spelt_in_both_languages() {
        let spelt = in_words("2026-11-22T19:40", Language::Fr).replace('\u{a0}', " ");
        assert_eq!(spelt, "dimanche 22 novembre 2026, 19 h 40");
        let spelt = in_words("2024-03-01T09:05", Language::Fr).replace('\u{a0}', " ");
        assert_eq!(spelt, "vendredi 1er mars 2024, 9 h 05");
        let spelt = in_words("2024-02-29T00:00", Language::En).replace('\u{a0}', " ");
        assert_eq!(spelt, "Thursday 29 February 2024, 00:00");
    }

    #[test]
    fn what_is_no_date_stays_as_it_is() {
        for odd in [
            "",
            "hier",
            "2026-13-01T10:00",
            "2026-11-22",
            "2026-11-22T99:00",
            "2026-11-22Té0:00",
        ] {
            assert_eq!(in_words(odd, Language::Fr), odd);
        }
    }
}
