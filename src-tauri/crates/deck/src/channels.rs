//! What the talk says of its channels.
//!
//! ```yaml
//! channels:
//!   qa: { moderated: true, max: 240 }
//!   reactions: true
//! ```

use gazouillis_core::channel::{LONGEST, QaSettings, ReactionSettings, Settings};

use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::Fields;
use crate::format::{Key, Takes};
use crate::report::Problem;
use crate::yaml::Value;

/// The channels that a talk may open.
pub(crate) const KEYS: [Key; 2] = [
    Key::new(
        "qa",
        Takes::Either(&[Takes::Flag, Takes::Map(&QA)]),
        "les questions à l’orateur",
        "the questions to the speaker",
    )
    .usually("false"),
    Key::new(
        "reactions",
        Takes::Either(&[Takes::Flag, Takes::Map(&REACTIONS)]),
        "cinq oiseaux comme réactions",
        "five birds as reactions",
    )
    .usually("false"),
];

/// The shortest that a question to the speaker may have to be.
const SHORTEST: u32 = 20;

const QA: [Key; 2] = [
    Key::new(
        "moderated",
        Takes::Flag,
        "true : une question attend votre accord avant de paraître",
        "true: a question waits for your consent before it is shown",
    )
    .usually("true"),
    Key::new(
        "max",
        Takes::Whole(SHORTEST as i64, LONGEST as i64),
        "combien de caractères au plus",
        "how many characters at most",
    )
    .usually("240"),
];

const REACTIONS: [Key; 1] = [Key::new(
    "mood",
    Takes::Flag,
    "true : une humeur que vous seul voyez",
    "true: a mood that only you see",
)];

/// Reads `channels`; a talk without has none open.
pub(crate) fn read(fields: &Fields<'_>) -> Settings {
    let channels = fields
        .get("channels")
        .and_then(|node| Fields::of(node, "channels", "{ qa: true, reactions: true }", fields.report));
    let Some(channels) = channels else {
        return Settings::default();
    };
    channels.only(&KEYS);
    Settings {
        qa: qa(&channels),
        reactions: reactions(&channels),
    }
}

/// A channel is `true`, `false`, or the mapping of its settings, which opens it.
fn channel<'n>(channels: &Fields<'n>, key: &str, example: &str) -> (bool, Option<Fields<'n>>) {
    match channels.get(key) {
        Some(node) if matches!(node.value, Value::Mapping(_)) => {
            (true, Fields::of(node, key, example, channels.report))
        }
        Some(node) if !matches!(node.value, Value::Scalar(_)) => {
            let problem = Problem::new(node.at, Code::ExpectedMapping).found(key);
            channels.report.add(problem.expected(example));
            (false, None)
        }
        _ => (channels.flag(key).is_some_and(|flag| flag.value), None),
    }
}

fn qa(channels: &Fields<'_>) -> QaSettings {
    let usual = QaSettings::default();
    let (open, fields) = channel(channels, "qa", "{ moderated: true, max: 240 }");
    let Some(fields) = fields else {
        return QaSettings { open, ..usual };
    };
    fields.only(&QA);
    QaSettings {
        open,
        moderated: fields.flag("moderated").map_or(usual.moderated, |flag| flag.value),
        max: fields
            .whole("max", SHORTEST..=LONGEST as u32)
            .map_or(usual.max, |max| max.value as usize),
    }
}

fn reactions(channels: &Fields<'_>) -> ReactionSettings {
    let usual = ReactionSettings::default();
    let (open, fields) = channel(channels, "reactions", "{ mood: true }");
    let Some(fields) = fields else {
        return ReactionSettings { open, ..usual };
    };
    fields.only(&REACTIONS);
    ReactionSettings {
        open,
        mood: fields.flag("mood").map_or(usual.mood, |flag| flag.value),
    }
}
