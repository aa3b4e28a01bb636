//! A whole talk: slides put in order, references between them settled, and a deck if nothing is wrong.

use std::collections::{HashMap, HashSet};

use gazouillis_core::deck::{Deck, LARGEST_ON_PHONES, Layout, Slide};
use gazouillis_core::favourites::{Favourites, WITH_FAVOURITES};
use gazouillis_core::speed::Speed;
use gazouillis_core::survey::stops;
use gazouillis_core::typology::MINIMUM_GROUP;

use crate::diagnostic::{Diagnostic, DiagnosticCode as Code};
use crate::fields::Fields;
use crate::front_matter::{self, TalkKeys};
use crate::poll::PollDraft;
use crate::report::{Problem, Report, Spanned};
use crate::slide::{self, SlideDraft};
use crate::slides::{RawSlide, split};
use crate::source::Source;
use crate::typology::{self, ProfileIds};
use crate::variables::Variables;
use crate::yaml::{self, Node};
use crate::{notes, overflow, pairs, picture, survey};

/// The largest file, in bytes.
pub const LARGEST_FILE: usize = 1024 * 1024;

/// What a talk file turned out to be.
#[derive(Debug)]
pub struct Parsed {
    deck: Option<Deck>,
    diagnostics: Vec<Diagnostic>,
    text: String,
}

impl Parsed {
    /// The deck, unless the talk has mistakes. Warnings do not stand in its way.
    #[must_use]
    pub fn deck(&self) -> Option<&Deck> {
        self.deck.as_ref()
    }

    /// Every mistake and warning, in the order of the file.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The text as it was read, to quote lines from.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Takes it apart: deck, diagnostics, text.
    #[must_use]
    pub fn into_parts(self) -> (Option<Deck>, Vec<Diagnostic>, String) {
        (self.deck, self.diagnostics, self.text)
    }
}

/// The largest picture of a slide, in bytes.
const LARGEST_PICTURE: u64 = 20 * 1024 * 1024;

/// Adds what is known about pictures, none of which may have more bytes than that.
pub(crate) type CheckPictures<'a> = &'a dyn Fn(&[Spanned<String>], u64, &Report);

/// Reads a talk in one of its lengths. `check_pictures` may add what it knows about the pictures that the talk names.
pub(crate) fn read(raw: &str, cut: Option<u16>, check_pictures: CheckPictures<'_>) -> Parsed {
    let report = Report::default();
    if raw.len() > LARGEST_FILE {
        report.add(Problem::new(0, Code::FileTooLarge).expected("1 MiB"));
        return finish(None, report, Source::new(""));
    }
    let source = Source::new(raw);
    control_characters(source.text(), &report);
    let slides = split(&source, &report);
    let deck = deck(&slides, source.text(), (cut, check_pictures), &report);
    finish(deck, report, source)
}

/// The one place where a deck is let out: never with a mistake.
fn finish(deck: Option<Deck>, report: Report, source: Source) -> Parsed {
    Parsed {
        deck: deck.filter(|_| !report.has_errors()),
        diagnostics: report.into_diagnostics(&source),
        text: source.into_text(),
    }
}

fn control_characters(text: &str, report: &Report) {
    for (at, letter) in text.char_indices() {
        if letter.is_control() && letter != '\n' && letter != '\t' {
            let code = format!("U+{:04X}", u32::from(letter));
            report.add(Problem::new(at, Code::ControlCharacter).found(code));
        }
    }
}

fn deck(
    slides: &[RawSlide],
    text: &str,
    (asked, check_pictures): (Option<u16>, CheckPictures<'_>),
    report: &Report,
) -> Option<Deck> {
    let mut nodes: Vec<Option<Node>> = slides
        .iter()
        .map(|raw| raw.front.clone())
        .map(|front| yaml::parse(&text[front.clone()?], front?.start, report))
        .collect();
    let variables = variables(nodes.first(), report);
    for node in nodes.iter_mut().flatten() {
        variables.fill_block(node, report);
    }
    let fields: Vec<Option<Fields<'_>>> = nodes
        .iter()
        .map(|node| front_matter::fields(node.as_ref()?, report))
        .collect();
    for (index, fields) in fields.iter().enumerate() {
        if let Some(fields) = fields {
            front_matter::only_known(fields, index == 0);
        }
    }
    let (talk, typology, profiles) = header(fields.first()?.as_ref(), variables, report);
    let cuts = talk.cuts.to_read(asked);
    let mut drafts = Vec::new();
    for (index, (raw, fields)) in slides.iter().zip(&fields).enumerate() {
        if slide::is_empty(raw, fields.as_ref(), text) {
            if index > 0 {
                report.add(Problem::new(raw.at, Code::EmptySlide));
            }
            continue;
        }
        let within = talk.cuts.of_slide(fields.as_ref(), report);
        // A slide's number is its place in the file, so that it has the same name in every cut.
        let number = drafts.len() + 1;
        drafts.push((
            within,
            slide::read(raw, fields.as_ref(), number, (&profiles, &talk.variables), text, report),
        ));
    }
    let header = (talk, typology, profiles);
    let mut read = cuts.into_iter().enumerate().map(|(nth, cut)| {
        report.only_in(cut.filter(|_| nth > 0));
        let within = drafts
            .iter()
            .filter(|(within, _)| cut.is_none_or(|cut| within.contains(&cut)));
        let drafts = within.map(|(_, draft)| draft.clone()).collect();
        one_cut(drafts, (cut, text), &header, (check_pictures, report))
    });
    let deck = read.next();
    // What the other lengths have to be told.
    read.for_each(drop);
    report.only_in(None);
    deck
}

/// The talk in one of its lengths, of its slides as they were read.
fn one_cut(
    drafts: Vec<SlideDraft>,
    (cut, text): (Option<u16>, &str),
    (talk, typology, profiles): &(TalkKeys, gazouillis_core::Typology, ProfileIds),
    (check_pictures, report): (CheckPictures<'_>, &Report),
) -> Deck {
    if drafts.is_empty() {
        report.add(Problem::new(text.len(), Code::NoSlide));
    }
    let on_slides: Vec<Spanned<String>> = talk
        .pictures
        .iter()
        .cloned()
        .chain(drafts.iter().flat_map(|draft| draft.pictures.clone()))
        .collect();
    unique_slides(&drafts, report);
    if talk.leaderboard.is_none() {
        no_board(&drafts, report);
    }
    let places: Vec<usize> = drafts.iter().map(|draft| draft.at).collect();
    let (polls, slides, mut on_phones) = settle(drafts, (profiles, talk), report);
    on_phones.extend(profiles.pictures.borrow().iter().cloned());
    pictures(&on_slides, &on_phones, report, check_pictures);
    talk.cuts.fits(cut, &slides, report);
    let deck = Deck {
        title: talk.title.clone(),
        subtitle: talk.subtitle.clone(),
        author: talk.author.clone(),
        date: talk.date.clone(),
        organisation: talk.organisation.clone(),
        language: talk.language.0,
        spoken: talk.language.1.clone(),
        typology: typology.clone(),
        minimum_group: talk.minimum_group.unwrap_or(MINIMUM_GROUP),
        channels: talk.channels,
        leaderboard: talk.leaderboard.is_some(),
        cuts: talk.cuts.minutes.clone(),
        cut,
        look: talk.look.clone(),
        polls,
        slides,
    };
    overflow::warn(&deck, &places, report);
    deck
}

/// The talk's own keys. Without a readable front matter nothing is known about profiles.
fn header(
    fields: Option<&Fields<'_>>,
    variables: Variables,
    report: &Report,
) -> (TalkKeys, gazouillis_core::Typology, ProfileIds) {
    let (typology, mut profiles) = typology::read(fields.and_then(|fields| fields.get("typology")), report);
    profiles.incomplete |= fields.is_none();
    let talk = TalkKeys {
        variables,
        ..fields.map(front_matter::talk).unwrap_or_default()
    };
    (talk, typology, profiles)
}

/// What names stand for: the head says so, before anything is filled in.
fn variables(head: Option<&Option<Node>>, report: &Report) -> Variables {
    let head = head.and_then(Option::as_ref);
    // Whatever is wrong with the head is told when it is read.
    let apart = Report::default();
    let fields = head.and_then(|node| front_matter::fields(node, &apart));
    let language = fields.as_ref().map(front_matter::language).unwrap_or_default().0;
    let fields = head.and_then(|node| front_matter::fields(node, report));
    Variables::read(fields.as_ref(), language)
}

fn pictures(slides: &[Spanned<String>], phones: &[Spanned<String>], report: &Report, check: CheckPictures<'_>) {
    if let Some(first) = slides.iter().chain(phones).nth(picture::MOST_PICTURES) {
        let problem = Problem::new(first.at, Code::TooManyPictures);
        report.add(problem.expected(picture::MOST_PICTURES.to_string()));
    } else {
        check(slides, LARGEST_PICTURE, report);
        check(phones, LARGEST_ON_PHONES, report);
    }
}

fn unique_slides(drafts: &[SlideDraft], report: &Report) {
    let mut seen = HashSet::new();
    let mut breakdown = false;
    for draft in drafts {
        if !seen.insert(draft.slide.id.as_str()) {
            report.add(Problem::new(draft.id_at, Code::DuplicateSlide).found(&draft.slide.id));
        }
        if draft.is_breakdown {
            if breakdown {
                report.add(Problem::new(draft.layout_at, Code::BreakdownTwice));
            }
            breakdown = true;
        }
    }
}

/// Settles polls, what refers to them, and notes, which depend on a poll's steps. Gives the pictures of polls as well.
fn settle(
    drafts: Vec<SlideDraft>,
    (profiles, talk): (&ProfileIds, &TalkKeys),
    report: &Report,
) -> (Vec<gazouillis_core::Poll>, Vec<Slide>, Vec<Spanned<String>>) {
    let mut slides = Vec::new();
    let mut polls: Vec<PollDraft> = Vec::new();
    let mut complete = true;
    for draft in drafts {
        let mut slide = draft.slide;
        let mut asked = draft.polls;
        complete &= asked
            .iter()
            .all(|poll| poll.as_ref().is_some_and(|poll| poll.id_at.is_some()));
        survey::one_timer(&mut asked, draft.timer);
        survey::at_its_own_pace(&asked, report);
        for poll in asked.into_iter().flatten() {
            slide.polls.push(polls.len());
            polls.push(poll);
        }
        slides.push((slide, draft.at, (draft.results_of, draft.top), draft.comment));
    }
    let index = unique_polls(&polls, report);
    pairs::settle(&mut polls, complete, (profiles, talk.language.0), report);
    let pictures = polls.iter().flat_map(|draft| draft.pictures.clone()).collect();
    let mut polls: Vec<_> = polls.into_iter().map(|draft| draft.poll).collect();
    board(&mut polls, talk.leaderboard, report);
    let mut asked = 0;
    let slides = slides
        .into_iter()
        .map(|(mut slide, at, (shown, top), comment)| {
            if let Some(last) = slide.polls.last() {
                asked = last + 1;
                slide.steps = stops(&slide.polls, |poll| polls[poll].steps()).len() as u16;
                survey::fits_phones(&slide, &polls, at, report);
            }
            slide.notes = notes::notes(comment.as_ref(), slide.steps, report);
            if let Some(comment) = &comment {
                // Once where it stands, for its mistakes; then note by note.
                talk.variables.fill(&comment.value, comment.at, report);
                for note in &mut slide.notes {
                    *note = talk.variables.fill(note, comment.at, &Report::default()).into_owned();
                }
            }
            let earlier = |id: &Spanned<String>| earlier_poll(id, &index, asked, complete, report);
            match (shown, top) {
                (Some(id), None) if slide.layout == Layout::Results => slide.results_of = earlier(&id),
                (Some(id), Some(top)) => {
                    let poll = earlier(&id).filter(|poll| has_favourites(&polls[*poll], &id, report));
                    slide.favourites = poll.map(|poll| Favourites { poll, top });
                }
                _ => {}
            }
            slide
        })
        .collect();
    (polls, slides, pictures)
}

/// Whether a poll can have favourites; where it cannot, that is reported.
fn has_favourites(poll: &gazouillis_core::Poll, named: &Spanned<String>, report: &Report) -> bool {
    let can = WITH_FAVOURITES.contains(&poll.question.name());
    if !can {
        let kinds = WITH_FAVOURITES.map(|kind| kind.word()).join(", ");
        let problem = Problem::new(named.at, Code::NoFavourites).found(&named.value);
        report.add(problem.expected(kinds));
    }
    can
}

/// Reports slides for a leader board that the talk does not ask for.
fn no_board(drafts: &[SlideDraft], report: &Report) {
    for draft in drafts.iter().filter(|draft| draft.slide.layout == Layout::Leaderboard) {
        report.add(Problem::new(draft.layout_at, Code::MissingKey).expected("leaderboard: true"));
    }
}

/// Gives the quizzes whose speed counts the step of the leader board.
fn board(polls: &mut [gazouillis_core::Poll], asked_at: Option<usize>, report: &Report) {
    let Some(at) = asked_at else { return };
    let mut played = false;
    for poll in polls.iter_mut().filter(|poll| poll.speed.is_on()) {
        poll.speed = Speed::Board;
        played = true;
    }
    if !played {
        report.add(Problem::new(at, Code::BoardWithoutSpeed).expected("speed: true"));
    }
}

/// The polls by id. A second poll of the same id is reported.
fn unique_polls(polls: &[PollDraft], report: &Report) -> HashMap<String, usize> {
    let mut index = HashMap::new();
    for (number, draft) in polls.iter().enumerate() {
        let Some(at) = draft.id_at else {
            continue;
        };
        if *index.entry(draft.poll.id.clone()).or_insert(number) != number {
            report.add(Problem::new(at, Code::DuplicatePoll).found(&draft.poll.id));
        }
    }
    index
}

/// The poll whose results a slide shows: one of the `asked` that came before it.
fn earlier_poll(
    id: &Spanned<String>,
    index: &HashMap<String, usize>,
    asked: usize,
    complete: bool,
    report: &Report,
) -> Option<usize> {
    match index.get(&id.value) {
        Some(&poll) if poll < asked => Some(poll),
        Some(_) => {
            report.add(Problem::new(id.at, Code::ResultsBeforePoll).found(&id.value));
            None
        }
        None => {
            if complete {
                let mut ids: Vec<(&str, usize)> = index.iter().map(|(id, &poll)| (id.as_str(), poll)).collect();
                ids.sort_by_key(|&(_, poll)| poll);
                let ids = ids.into_iter().map(|(id, _)| id);
                report.add(Problem::new(id.at, Code::UnknownPoll).choice(&id.value, ids));
            }
            None
        }
    }
}
