//! The birds that ship with the app.

use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::Fields;
use crate::report::Problem;

/// The ids of the birds a talk can show.
pub const BIRDS: [&str; 7] = [
    "categorique",
    "allergique",
    "curieux",
    "anxieux",
    "enthousiaste",
    "bon-eleve",
    "deborde",
];

/// The same, as a list.
pub(crate) fn words() -> Vec<&'static str> {
    BIRDS.to_vec()
}

/// The bird a key names.
pub(crate) fn bird(fields: &Fields<'_>, key: &str) -> Option<String> {
    let bird = fields.text(key)?;
    if !BIRDS.contains(&bird.value.as_str()) {
        fields
            .report
            .add(Problem::new(bird.at, Code::UnknownBird).choice(&bird.value, BIRDS));
        return None;
    }
    Some(bird.value)
}
