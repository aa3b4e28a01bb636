//! How the talk looks: theme, colours and logo in its first front matter, and whether a room could read them.

use gazouillis_core::deck::Picture;
use gazouillis_core::look::{Asked, Colour, Fault, Look, Theme};

use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::Fields;
use crate::format::{Key, Takes};
use crate::front_matter;
use crate::report::{Problem, Report, Spanned};
use crate::yaml::{Node, Value};

const THEMES: [(&str, Theme); 2] = [("light", Theme::Light), ("dark", Theme::Dark)];

/// The colours that a talk may give, as it names them.
pub(crate) const COLOURS: [Key; 3] = [
    Key::new("paper", COLOUR, "le fond", "the paper").such_as(r##""#fffaf2""##),
    Key::new("ink", COLOUR, "les lettres", "the letters").such_as(r##""#1a1a1a""##),
    Key::new(
        "accent",
        COLOUR,
        "ce qui attire l’œil : traits, barres, chiffres",
        "what draws the eye: lines, bars, figures",
    )
    .such_as(r##""#0a5c9e""##),
];

/// Six hexadecimal digits.
const COLOUR: Takes = Takes::Like("^#[0-9A-Fa-f]{6}$");

/// The themes, as a talk names them.
pub(crate) fn themes() -> Vec<&'static str> {
    THEMES.iter().map(|(word, _)| *word).collect()
}

const EXAMPLE: &str = "{ paper: \"#fffaf2\", ink: \"#1a1a1a\", accent: \"#0a5c9e\" }";

/// The look of the talk. Its logo goes to `named`, with the other pictures.
pub(crate) fn read(fields: &Fields<'_>, named: &mut Vec<Spanned<String>>) -> Look {
    let theme = fields.word("theme", &THEMES, Code::UnknownWord);
    let mut look = Look {
        theme: theme.map(|theme| theme.value).unwrap_or_default(),
        logo: logo(fields, named),
        ..Look::default()
    };
    let colours = fields
        .get("colors")
        .and_then(|node| Fields::of(node, "colors", EXAMPLE, fields.report));
    if let Some(colours) = colours {
        colours.only(&COLOURS);
        look.paper = colour(&colours, "paper");
        look.ink = colour(&colours, "ink");
        look.accent = colour(&colours, "accent");
        // What is wrong already is not judged as well.
        if COLOURS
            .iter()
            .all(|key| colours.get(key.word).is_none() || given(&look, key.word))
        {
            judge(&look, &colours);
        }
    }
    look
}

fn given(look: &Look, key: &str) -> bool {
    let colour = match key {
        "paper" => look.paper,
        "ink" => look.ink,
        _ => look.accent,
    };
    colour.is_some()
}

fn logo(fields: &Fields<'_>, named: &mut Vec<Spanned<String>>) -> Option<Picture> {
    let logo = front_matter::picture(fields, "logo", "logo_alt")?;
    named.push(Spanned {
        at: logo.at,
        value: logo.value.src.clone(),
    });
    Some(logo.value)
}

/// A colour, `"#rrggbb"`. Where it is written otherwise the mistake says how, as far as that can be known.
fn colour(fields: &Fields<'_>, key: &str) -> Option<Colour> {
    let node = fields.get(key)?;
    let problem = Problem::new(node.at, Code::ExpectedColour);
    let Value::Scalar(written) = &node.value else {
        return reported(problem.found(key), fields.report);
    };
    let colour = Colour::parse(written.trim());
    if colour.is_none() {
        let nearest = meant(written.trim()).map(|colour| format!("\"{colour}\""));
        return reported(problem.found(written).nearest(nearest), fields.report);
    }
    colour
}

fn reported(problem: Problem, report: &Report) -> Option<Colour> {
    report.add(problem);
    None
}

/// `0a5c9e`, `#abc` and `abc` leave no doubt.
fn meant(written: &str) -> Option<Colour> {
    let digits = written.trim_start_matches('#');
    let long: String = if digits.chars().count() == 3 {
        digits.chars().flat_map(|digit| [digit, digit]).collect()
    } else {
        digits.to_owned()
    };
    Colour::parse(&format!("#{long}"))
}

/// Reports colours that a room could not read, at the one that was given.
fn judge(look: &Look, colours: &Fields<'_>) {
    for fault in look.faults() {
        let code = match (fault.asked, fault.unreadable) {
            (Asked::Reading, true) => Code::ContrastUnreadable,
            (Asked::Reading, false) => Code::ContrastWeak,
            (Asked::Marks, _) => Code::AccentFaint,
            (Asked::Ground, _) => Code::PaperBetween,
        };
        let (first, second) = match fault.asked {
            Asked::Reading => ("ink", "paper"),
            Asked::Marks => ("accent", "paper"),
            Asked::Ground => ("paper", "paper"),
        };
        let place = [first, second].into_iter().find_map(|key| colours.get(key));
        let at = place.map_or(colours.at, |node: &Node| node.at);
        let problem = Problem::new(at, code).found(told(&fault));
        colours.report.add(problem.expected(fault.nearest.to_string()));
    }
}

/// Both colours and the ratio that they reach, which is never rounded up to the one that is asked for.
fn told(fault: &Fault) -> String {
    let ratio = (fault.ratio * 100.0).floor() / 100.0;
    format!("{} / {} = {ratio:.2}:1", fault.colour, fault.against)
}
