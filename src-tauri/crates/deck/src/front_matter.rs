//! The keys at the top of the talk and at the top of a slide.

use gazouillis_core::channel::Settings;
use gazouillis_core::deck::{Language, Layout, Picture};
use gazouillis_core::favourites::MOST_FAVOURITES;
use gazouillis_core::look::Look;
use gazouillis_core::session::TIMER_SECONDS;
use gazouillis_core::typology::MINIMUM_GROUP;

use crate::birds::bird;
use crate::cut::{self, Cuts};
use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::Fields;
use crate::look;
use crate::report::{Problem, Report, Spanned};
use crate::variables::Variables;
use crate::yaml::{Node, Value};
use crate::{channels, picture};

mod keys;

pub use keys::vocabulary;
use keys::{LARGEST_GROUP, LAYOUTS, MOST_MINUTES, layouts};
pub(crate) use keys::{SLIDE_KEYS, TALK_KEYS};

/// The layouts that have room for favourites under their words.
pub(crate) const SHOWS_FAVOURITES: [Layout; 3] = [Layout::Default, Layout::Center, Layout::End];

/// Layouts of question kinds that this version does not have.
const LATER_LAYOUTS: [&str; 1] = ["wall"];

/// What the talk says about itself.
#[derive(Debug, Default)]
pub(crate) struct TalkKeys {
    pub(crate) title: String,
    pub(crate) subtitle: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) organisation: Option<String>,
    /// The language in which the app speaks, and that of the slides where it is another.
    pub(crate) language: (Language, Option<String>),
    pub(crate) minimum_group: Option<u32>,
    pub(crate) channels: Settings,
    /// Where the talk asks for a leader board.
    pub(crate) leaderboard: Option<usize>,
    /// The lengths in which it can be given.
    pub(crate) cuts: Cuts,
    pub(crate) look: Look,
    /// What names in its texts stand for.
    pub(crate) variables: Variables,
    /// The pictures that it names.
    pub(crate) pictures: Vec<Spanned<String>>,
}

/// What a slide says about itself.
#[derive(Debug, Default)]
pub(crate) struct SlideKeys {
    pub(crate) id: Option<Spanned<String>>,
    pub(crate) layout: Option<Spanned<Layout>>,
    /// A layout is named that does not exist, so nothing can be said against it.
    pub(crate) unknown_layout: bool,
    pub(crate) poll: Option<Spanned<String>>,
    /// How many favourites of `poll` are shown.
    pub(crate) top: Option<u8>,
    pub(crate) profile: Option<Spanned<String>>,
    pub(crate) bird: Option<String>,
    pub(crate) image: Option<Spanned<Picture>>,
    pub(crate) minutes: Option<f32>,
    /// Seconds for the survey of the slide.
    pub(crate) timer: Option<Spanned<u32>>,
}

/// The language of the talk: any that has a BCP 47 tag. The app itself speaks French and English.
pub(crate) fn language(fields: &Fields<'_>) -> (Language, Option<String>) {
    let Some(tag) = fields.text("lang") else {
        return Default::default();
    };
    let mut parts = tag.value.split('-');
    let first = parts.next().unwrap_or_default();
    let is_language = (2..=3).contains(&first.len()) && first.bytes().all(|letter| letter.is_ascii_lowercase());
    let is_part =
        |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|letter| letter.is_ascii_alphanumeric());
    // Their shorter codes are the right ones.
    let is_long = matches!(first, "fra" | "fre" | "eng");
    if !is_language || is_long || !parts.all(is_part) {
        fields.report.add(
            Problem::new(tag.at, Code::UnknownLanguage)
                .choice(&tag.value, ["fr", "en", "de", "es", "it", "nl", "pt-BR"]),
        );
        return Default::default();
    }
    match first {
        "fr" => (Language::Fr, (tag.value != "fr").then_some(tag.value)),
        "en" => (Language::En, (tag.value != "en").then_some(tag.value)),
        _ => (Language::En, Some(tag.value)),
    }
}

/// The keys of the talk, in the first front matter of the file.
pub(crate) fn talk(fields: &Fields<'_>) -> TalkKeys {
    let text = |key| fields.text(key).map(|text| text.value);
    // What is left empty is to be filled in, and no mistake.
    let is_said = |key: &&str| {
        let value = fields.get(key).map(|node| &node.value);
        !matches!(value, Some(Value::Empty)) && !matches!(value, Some(Value::Scalar(text)) if text.trim().is_empty())
    };
    let to_fill = |key| Some(key).filter(is_said).and_then(text);
    fields.required("lang");
    let mut pictures = Vec::new();
    TalkKeys {
        title: fields
            .required_text("title")
            .map(|title| title.value)
            .unwrap_or_default(),
        subtitle: text("subtitle"),
        author: to_fill("author"),
        date: to_fill("date"),
        organisation: to_fill("organisation"),
        language: language(fields),
        minimum_group: fields
            .whole("minimum_group", MINIMUM_GROUP..=LARGEST_GROUP)
            .map(|minimum| minimum.value),
        channels: channels::read(fields),
        leaderboard: fields
            .flag("leaderboard")
            .filter(|leaderboard| leaderboard.value)
            .map(|leaderboard| leaderboard.at),
        cuts: cut::talk(fields),
        look: look::read(fields, &mut pictures),
        variables: Variables::default(),
        pictures,
    }
}

/// Reports keys that a slide does not have; the first slide shares its front matter with the talk.
pub(crate) fn only_known(fields: &Fields<'_>, first: bool) {
    if first {
        fields.only(&[&TALK_KEYS[..], &SLIDE_KEYS[..]].concat());
    } else {
        fields.only(&SLIDE_KEYS);
    }
}

/// Whether a front matter says anything about its slide.
pub(crate) fn describes_slide(fields: &Fields<'_>) -> bool {
    SLIDE_KEYS.iter().any(|key| fields.get(key.word).is_some())
}

/// The keys of one slide.
pub(crate) fn slide(fields: &Fields<'_>) -> SlideKeys {
    let layout = layout(fields);
    let unknown_layout = layout.is_none() && fields.get("layout").is_some();
    if !unknown_layout {
        let layout = layout.as_ref().map(|layout| layout.value);
        if fields.get("top").is_some() {
            favourites(fields, layout);
        } else {
            only_with(fields, "poll", layout, Layout::Results);
        }
        only_with(fields, "profile", layout, Layout::Profiles);
    }
    if let Some(layout) = &layout {
        shown_by(fields, layout);
    }
    SlideKeys {
        id: fields.id("id"),
        unknown_layout,
        layout,
        poll: fields.text("poll"),
        top: fields
            .whole("top", 1..=u32::from(MOST_FAVOURITES))
            .map(|top| top.value as u8),
        profile: fields.text("profile"),
        bird: bird(fields, "bird"),
        image: picture(fields, "image", "image_alt"),
        minutes: fields
            .number("minutes", 0.0..=MOST_MINUTES)
            .map(|minutes| minutes.value as f32),
        timer: timer(fields),
    }
}

/// The time for a survey, with the place of its key.
fn timer(fields: &Fields<'_>) -> Option<Spanned<u32>> {
    let seconds = fields.whole("timer", TIMER_SECONDS)?;
    Some(Spanned {
        at: fields.entry("timer")?.at,
        value: seconds.value,
    })
}

/// Reports favourites without a poll, and those of a layout that has no room for them.
fn favourites(fields: &Fields<'_>, layout: Option<Layout>) {
    let Some(entry) = fields.entry("top") else { return };
    if !SHOWS_FAVOURITES.contains(&layout.unwrap_or_default()) {
        let words = SHOWS_FAVOURITES.map(layout_word).join(", ");
        let problem = Problem::new(entry.at, Code::MisplacedKey).found("top");
        fields.report.add(problem.expected(format!("layout: {words}")));
    } else {
        fields.missing_at(entry.at).required("poll");
    }
}

/// Reports a key that belongs to another layout.
fn only_with(fields: &Fields<'_>, key: &str, layout: Option<Layout>, wanted: Layout) {
    if let Some(entry) = fields.entry(key).filter(|_| layout != Some(wanted)) {
        let problem = Problem::new(entry.at, Code::MisplacedKey).found(key);
        fields
            .report
            .add(problem.expected(format!("layout: {}", layout_word(wanted))));
    }
}

/// Reports what a layout cannot do without.
fn shown_by(fields: &Fields<'_>, layout: &Spanned<Layout>) {
    if layout.value == Layout::Results {
        fields.missing_at(layout.at).required("poll");
    }
    if layout.value == Layout::ImageRight && fields.get("image").is_none() && fields.get("bird").is_none() {
        let problem = Problem::new(layout.at, Code::MissingSlidePicture).found("image-right");
        fields.report.add(problem.expected("image: …, bird: …"));
    }
}

fn layout(fields: &Fields<'_>) -> Option<Spanned<Layout>> {
    let written = fields.text("layout")?;
    if LATER_LAYOUTS.contains(&written.value.as_str()) {
        let known = layouts().map(|(word, _)| word);
        fields.report.add(
            Problem::new(written.at, Code::NotYetAvailable)
                .found(&written.value)
                .expected(known.join(", ")),
        );
        return None;
    }
    fields.word("layout", &layouts(), Code::UnknownLayout)
}

/// A picture and, in a key beside it, what it shows.
pub(crate) fn picture(fields: &Fields<'_>, key: &str, alt_key: &str) -> Option<Spanned<Picture>> {
    let Some(src) = fields.text(key) else {
        if let Some(alt) = fields.entry(alt_key) {
            let problem = Problem::new(alt.at, Code::MisplacedKey).found(alt_key);
            fields.report.add(problem.expected(format!("{key}: …")));
        }
        return None;
    };
    if fields.get(alt_key).is_none() {
        let problem = Problem::new(src.at, Code::MissingAlt).found(&src.value);
        fields.report.add(problem.expected(format!("{alt_key}: \"…\"")));
    }
    let alt = fields.text(alt_key).map(|alt| alt.value).unwrap_or_default();
    picture::relative(&src, fields.report).map(|path| Spanned {
        at: src.at,
        value: Picture { src: path, alt },
    })
}

/// The name of a layout in the format.
pub(crate) fn layout_word(layout: Layout) -> &'static str {
    LAYOUTS
        .iter()
        .find(|(_, known, _, _)| *known == layout)
        .map_or("default", |(word, _, _, _)| word)
}

/// The fields of a slide's front matter.
pub(crate) fn fields<'n>(node: &'n Node, report: &'n Report) -> Option<Fields<'n>> {
    Fields::of(node, "---", "title: …", report)
}
