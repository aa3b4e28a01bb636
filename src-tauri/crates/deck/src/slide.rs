//! One slide: its front matter and its Markdown, put together and checked against its layout.

use gazouillis_core::content::Block;
use gazouillis_core::deck::{Layout, Slide};
use gazouillis_core::survey::SURVEY_POLLS;

use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::Fields;
use crate::front_matter::{self, SlideKeys, layout_word};
use crate::markdown::{Content, SlideReader};
use crate::poll::{self, PollDraft};
use crate::report::{Problem, Report, Spanned};
use crate::slides::RawSlide;
use crate::typology::ProfileIds;
use crate::variables::Variables;

/// More words than a room reads from one slide.
const MOST_WORDS: usize = 60;

/// A slide whose references to polls are not settled yet.
#[derive(Debug, Clone)]
pub(crate) struct SlideDraft {
    pub(crate) slide: Slide,
    pub(crate) id_at: usize,
    /// The polls asked; `None` for one whose block is too broken to read.
    pub(crate) polls: Vec<Option<PollDraft>>,
    /// Seconds for all of them.
    pub(crate) timer: Option<u32>,
    /// Where the slide begins.
    pub(crate) at: usize,
    /// The poll whose results are shown.
    pub(crate) results_of: Option<Spanned<String>>,
    /// How many of its favourites are shown.
    pub(crate) top: Option<u8>,
    /// Whether it shows the room's breakdown; a portrait of an unknown profile does not.
    pub(crate) is_breakdown: bool,
    /// Where the layout is named, or the slide begins.
    pub(crate) layout_at: usize,
    /// The last comment: the notes.
    pub(crate) comment: Option<Spanned<String>>,
    /// The pictures named.
    pub(crate) pictures: Vec<Spanned<String>>,
}

/// Whether a slide says nothing at all.
pub(crate) fn is_empty(raw: &RawSlide, fields: Option<&Fields<'_>>, text: &str) -> bool {
    let described = fields.is_some_and(front_matter::describes_slide);
    !described && raw.right.is_empty() && text[raw.left.clone()].trim().is_empty()
}

/// Reads the slide that will be number `number`, counted from 1.
pub(crate) fn read(
    raw: &RawSlide,
    fields: Option<&Fields<'_>>,
    number: usize,
    (profiles, variables): (&ProfileIds, &Variables),
    text: &str,
    report: &Report,
) -> SlideDraft {
    let keys = fields.map(front_matter::slide).unwrap_or_default();
    let layout_at = keys.layout.as_ref().map_or(raw.at, |layout| layout.at);
    let (mut columns, mut content) = columns(raw, text, true, (variables, report));
    let layout = layout(&keys, &content, report);
    right_column(raw, &keys, layout, report);
    let is_breakdown = layout == Layout::Profiles && keys.profile.is_none();
    if (is_breakdown || !content.polls.is_empty()) && !content.steps.is_empty() {
        report.add(Problem::new(content.steps[0], Code::StepsIgnored));
        (columns, content) = self::columns(raw, text, false, (variables, report));
    }
    if content.words > MOST_WORDS {
        let problem = Problem::new(raw.at, Code::Overfull).found(content.words.to_string());
        report.add(problem.expected(MOST_WORDS.to_string()));
    }
    if is_breakdown && profiles.is_empty() && !profiles.incomplete {
        report.add(Problem::new(layout_at, Code::BreakdownWithoutProfiles));
    }
    let profile = keys.profile.as_ref().and_then(|id| profiles.find(id, report));
    let mut pictures = content.pictures;
    pictures.extend(keys.image.iter().map(|image| Spanned {
        at: image.at,
        value: image.value.src.clone(),
    }));
    let steps = if is_breakdown {
        profiles.breakdown_steps
    } else {
        content.steps.len() as u16 + 1
    };
    SlideDraft {
        is_breakdown,
        id_at: keys.id.as_ref().map_or(raw.at, |id| id.at),
        polls: asked(&content.polls, report),
        timer: survey_timer(&keys, content.polls.len(), report),
        at: raw.at,
        results_of: keys.poll,
        top: keys.top,
        layout_at,
        comment: content.comments.into_iter().max_by_key(|comment| comment.at),
        pictures,
        slide: Slide {
            id: keys.id.map_or_else(|| format!("slide-{number}"), |id| id.value),
            layout,
            title: content.title,
            steps,
            blocks: columns.0,
            right: columns.1,
            polls: Vec::new(),
            results_of: None,
            favourites: None,
            profile,
            bird: keys.bird,
            image: keys.image.map(|image| image.value),
            notes: Vec::new(),
            minutes: keys.minutes,
        },
    }
}

fn columns(
    raw: &RawSlide,
    text: &str,
    stepping: bool,
    reading: (&Variables, &Report),
) -> ((Vec<Block>, Vec<Block>), Content) {
    let mut reader = SlideReader::new(text, stepping, reading);
    let left = reader.column(raw.left.clone());
    let right = raw
        .right
        .iter()
        .flat_map(|(_, range)| reader.column(range.clone()))
        .collect();
    ((left, right), reader.content)
}

/// The polls of a slide; several are a survey.
fn asked(polls: &[Spanned<Option<crate::yaml::Node>>], report: &Report) -> Vec<Option<PollDraft>> {
    if let Some(beyond) = polls.get(*SURVEY_POLLS.end()) {
        report.add(Problem::new(beyond.at, Code::TooManyPolls).expected(SURVEY_POLLS.end().to_string()));
    }
    polls
        .iter()
        .map(|block| poll::read(block.value.as_ref()?, block.at, report))
        .collect()
}

/// The time for all polls of a slide. A single poll says itself how long it takes.
fn survey_timer(keys: &SlideKeys, polls: usize, report: &Report) -> Option<u32> {
    let timer = keys.timer.as_ref()?;
    if polls < *SURVEY_POLLS.start() {
        let problem = Problem::new(timer.at, Code::MisplacedKey).found("timer");
        report.add(problem.expected("```poll"));
    }
    Some(timer.value)
}

/// The layout named, or the one that the content implies.
fn layout(keys: &SlideKeys, content: &Content, report: &Report) -> Layout {
    let has_poll = !content.polls.is_empty();
    match &keys.layout {
        None if has_poll => Layout::Poll,
        None => Layout::Default,
        Some(named) => {
            if has_poll && named.value != Layout::Poll {
                let problem = Problem::new(named.at, Code::PollLayout).found(layout_word(named.value));
                report.add(problem.expected(layout_word(Layout::Poll)));
            }
            if !has_poll && named.value == Layout::Poll {
                report.add(Problem::new(named.at, Code::MissingPollBlock));
            }
            named.value
        }
    }
}

fn right_column(raw: &RawSlide, keys: &SlideKeys, layout: Layout, report: &Report) {
    match (&keys.layout, raw.right.first()) {
        (Some(named), None) if layout == Layout::TwoCols => {
            report.add(Problem::new(named.at, Code::RightColumnMissing));
        }
        (_, Some((at, _))) if layout != Layout::TwoCols && !keys.unknown_layout => {
            report.add(Problem::new(*at, Code::RightColumnMisplaced));
        }
        _ => {}
    }
    for (at, _) in raw.right.iter().skip(1) {
        report.add(Problem::new(*at, Code::RightColumnTwice));
    }
}
