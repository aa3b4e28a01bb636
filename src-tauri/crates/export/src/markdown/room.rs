//! The room's profiles, what the presenter saw, and what to do next.

use gazouillis_core::summary::{MaskedSummary, ProfileSummary};

use super::escape::escaped;
use super::table::Table;
use super::{Paper, polls};

pub(super) fn write(paper: &mut Paper<'_, '_>) {
    let reading = paper.reading;
    let room = reading.summary.breakdown.as_ref();
    let Some((room, profiles)) = room.and_then(|room| Some((room, room.profiles.as_ref()?))) else {
        return telling(paper);
    };
    paper.heading(2, &paper.say("breakdown"));
    paper.block(&escaped(&reading.base(room)));
    shares(paper, profiles);
    for claim in reading.claims() {
        paper.block(&escaped(&claim));
    }
    behind(paper);
    if let Some(portrait) = &reading.digest.portrait {
        paper.heading(3, &paper.say("html_portrait"));
        paper.block(&paper.line(portrait));
    }
}

/// Where no profiles are shown: the questions that tell most, and why there are no profiles where the talk has some.
fn telling(paper: &mut Paper<'_, '_>) {
    let reading = paper.reading;
    let (told, why) = (&reading.digest.telling, reading.untold());
    if told.is_empty() && why.is_none() {
        return;
    }
    let title = if told.is_empty() { "breakdown" } else { "html_telling" };
    paper.heading(2, &paper.say(title));
    if let Some(why) = why {
        paper.block(&escaped(&why));
    }
    for &index in told {
        polls::poll(paper, index, false);
    }
}

fn shares(paper: &mut Paper<'_, '_>, profiles: &[ProfileSummary]) {
    let (reading, words) = (paper.reading, paper.reading.words);
    let company = profiles
        .iter()
        .all(|profile| profile.low.is_some() && profile.high.is_some());
    let compares = profiles.iter().all(|profile| profile.reference.is_some());
    let mut heads = vec![paper.say("profile"), paper.say("share"), paper.say("people")];
    heads.extend(company.then(|| paper.say("interval_head")));
    heads.extend(compares.then(|| paper.say("reference_head")));
    let mut table = Table::new(heads);
    for (profile, people) in profiles.iter().zip(reading.people(profiles)) {
        let mut cells = vec![
            paper.or_else(&profile.name, &profile.id),
            format!("**{}**", words.percent(profile.percent)),
            people,
        ];
        let interval = profile.low.zip(profile.high).filter(|_| company);
        cells.extend(interval.map(|(low, high)| reading.interval(low, high)));
        cells.extend(profile.reference.filter(|_| compares).map(|share| reading.share(share)));
        table.row(cells);
    }
    paper.table(&table);
    if company {
        paper.block(&paper.say("html_interval_legend"));
    }
    if compares {
        paper.block(&paper.say("html_reference_legend"));
    }
}

fn behind(paper: &mut Paper<'_, '_>) {
    let reading = paper.reading;
    if let Some((title, masked)) = reading.behind() {
        paper.heading(3, &escaped(&title));
        split(paper, masked);
    }
}

fn split(paper: &mut Paper<'_, '_>, masked: &MaskedSummary) {
    let words = paper.reading.words;
    let people = words.count("count_people", masked.people);
    paper.block(&escaped(&words.fill("masked_note", &[("people", &people)])));
    let mut table = Table::new([paper.say("profile"), paper.say("share"), paper.say("people")]);
    for profile in &masked.profiles {
        table.row([
            paper.or_else(&profile.name, &profile.id),
            format!("**{}**", words.percent(profile.percent)),
            words.number(profile.count),
        ]);
    }
    for (key, share) in [("simply", masked.simply), ("untold", masked.untold)] {
        if let Some(share) = share {
            let percent = format!("**{}**", words.percent(share.percent));
            table.row([paper.say(key), percent, words.number(share.count)]);
        }
    }
    paper.table(&table);
}

/// What the presenter saw in the room: beside what was voted and never with it.
pub(super) fn write_observed(paper: &mut Paper<'_, '_>) {
    let (reading, words) = (paper.reading, paper.reading.words);
    let Some(observed) = &reading.summary.observed else {
        return;
    };
    paper.heading(2, &paper.say("observed"));
    let told = reading.digest.observed.as_deref().unwrap_or_default();
    paper.block(&paper.line(told));
    let mut table = Table::new([paper.say("profile"), paper.say("share"), paper.say("observed_head")]);
    for profile in &observed.profiles {
        table.row([
            paper.or_else(&profile.name, &profile.id),
            words.percent(profile.percent),
            words.number(f64::from(profile.count)),
        ]);
    }
    paper.table(&table);
}

/// What to do next, profile by profile.
pub(super) fn write_next(paper: &mut Paper<'_, '_>) {
    let (reading, words) = (paper.reading, paper.reading.words);
    let advice = reading.advice();
    if advice.is_empty() {
        return;
    }
    paper.heading(2, &paper.say("next"));
    paper.block(&paper.say("next_lead"));
    if let Some(steps) = reading.steps() {
        paper.block(&escaped(&steps));
    }
    for advice in advice {
        let profile = advice.profile;
        let name = paper.or_else(&profile.name, &profile.id);
        paper.heading(3, &format!("{name} · {}", words.percent(profile.percent)));
        paper.block(&escaped(&advice.summary));
        if !advice.lever.is_empty() {
            paper.block(&format!("**{}** · {}", paper.say("lever"), escaped(&advice.lever)));
        }
        if !advice.done.is_empty() {
            paper.block(&format!("**{}**", escaped(&advice.origin)));
            paper.list(advice.done.iter().map(|done| escaped(done)));
        }
    }
}
