//! The one place of this crate that touches files: a talk and the pictures beside it.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use gazouillis_core::deck::{Deck, Language};

use crate::diagnostic::{Diagnostic, DiagnosticCode as Code};
use crate::media;
use crate::nearest::nearest;
use crate::report::{Problem, Report, Spanned};
use crate::source::Source;
use crate::talk::{self, LARGEST_FILE};

/// How many files of a folder are looked at to find the nearest name.
const MOST_FILES: usize = 1000;

/// A talk that can start.
#[derive(Debug)]
pub struct Loaded {
    /// The talk.
    pub deck: Deck,
    /// What might go better.
    pub warnings: Vec<Diagnostic>,
    /// The folder that its pictures are in, resolved.
    pub folder: PathBuf,
    /// The text as it was read, to quote lines from.
    pub text: String,
}

/// Why a talk cannot start.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The file cannot be read at all.
    #[error("cannot read {}", path.display())]
    Unreadable {
        /// The file asked for.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file has mistakes.
    #[error("the talk has mistakes")]
    Mistakes {
        /// Every mistake and warning, in the order of the file; at least one is a mistake.
        diagnostics: Vec<Diagnostic>,
        /// The text as it was read, to quote lines from.
        text: String,
    },
    /// The talk cannot be given in the length that was asked for.
    #[error("the talk has no cut of that length")]
    NoSuchCut {
        /// The lengths it has, in minutes; none where it is given as it is.
        cuts: Vec<u16>,
    },
}

impl LoadError {
    /// What is wrong and what to do, in a person's language.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match (self, language) {
            (Self::Unreadable { path, source }, Language::Fr) => {
                let advice = match source.kind() {
                    io::ErrorKind::NotFound => "Il n’existe pas. Vérifiez le nom et le dossier.",
                    io::ErrorKind::PermissionDenied => "Vous n’en avez pas le droit. Vérifiez ses permissions.",
                    io::ErrorKind::IsADirectory => "C’est un dossier. Donnez le fichier de l’exposé qui est dedans.",
                    _ => "Copiez-le sur cet ordinateur et réessayez.",
                };
                format!("Impossible de lire {}. {advice}", path.display())
            }
            (Self::Unreadable { path, source }, Language::En) => {
                let advice = match source.kind() {
                    io::ErrorKind::NotFound => "It does not exist. Check the name and the folder.",
                    io::ErrorKind::PermissionDenied => "You may not read it. Check its permissions.",
                    io::ErrorKind::IsADirectory => "It is a folder. Give the talk file inside it.",
                    _ => "Copy it to this computer and try again.",
                };
                format!("Cannot read {}. {advice}", path.display())
            }
            (Self::NoSuchCut { cuts }, _) => no_such_cut(cuts, language),
            (Self::Mistakes { .. }, Language::Fr) => "L’exposé contient des erreurs. Corrigez-les et réessayez.".into(),
            (Self::Mistakes { .. }, Language::En) => "The talk has mistakes. Correct them and try again.".into(),
        }
    }
}

/// Which lengths there are, where another was asked for.
#[must_use]
pub fn no_such_cut(cuts: &[u16], language: Language) -> String {
    let known: Vec<String> = cuts.iter().map(u16::to_string).collect();
    let known = known.join(", ");
    match (cuts.is_empty(), language) {
        (true, Language::Fr) => {
            "Cet exposé n’a qu’une durée. Écrivez « cuts: [30, 45] » dans son en-tête pour qu’il en ait plusieurs."
                .into()
        }
        (true, Language::En) => {
            "This talk has one length only. Write “cuts: [30, 45]” in its header to give it several.".into()
        }
        (false, Language::Fr) => format!("Cet exposé n’a pas cette durée. Choisissez, en minutes : {known}."),
        (false, Language::En) => format!("This talk does not have that length. Choose, in minutes: {known}."),
    }
}

/// Reads a talk file and checks that its pictures are there, beneath its own folder even after symbolic links.
///
/// # Errors
/// When the file cannot be read, or has mistakes.
pub fn load(path: &Path) -> Result<Loaded, LoadError> {
    load_cut(path, None)
}

/// Reads a talk file in one of its lengths, as [`load`] does.
///
/// # Errors
/// As [`load`], and when the talk cannot be given in that many minutes.
pub fn load_cut(path: &Path, minutes: Option<u16>) -> Result<Loaded, LoadError> {
    let unreadable = |source| LoadError::Unreadable {
        path: path.to_owned(),
        source,
    };
    let bytes = read_capped(path).map_err(unreadable)?;
    let real = path.canonicalize().map_err(unreadable)?;
    let folder = real.parent().unwrap_or(Path::new("/")).to_owned();
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(not_utf8(error.as_bytes(), error.utf8_error().valid_up_to())),
    };
    let parsed = talk::read(&text, minutes, &|pictures, largest, report| {
        for picture in pictures {
            check_picture(&folder, picture, largest, report);
        }
    });
    match parsed.into_parts() {
        (Some(deck), ..) if minutes.is_some() && deck.cut != minutes => Err(LoadError::NoSuchCut { cuts: deck.cuts }),
        (Some(deck), warnings, text) => Ok(Loaded {
            deck,
            warnings,
            folder,
            text,
        }),
        (None, diagnostics, text) => Err(LoadError::Mistakes { diagnostics, text }),
    }
}

/// The file's bytes, or one more than is allowed, which the parser then refuses.
fn read_capped(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    file.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn not_utf8(bytes: &[u8], valid: usize) -> LoadError {
    let report = Report::default();
    // A file cut at the size limit may end inside a character; its size is the mistake then.
    report.add(match bytes.len() > LARGEST_FILE {
        true => Problem::new(0, Code::FileTooLarge).expected("1 MiB"),
        false => Problem::new(valid, Code::NotUtf8),
    });
    let text = String::from_utf8_lossy(bytes);
    let mut diagnostics = report.into_diagnostics(&Source::new(&text));
    let before = Source::new(&text[..valid]);
    let position = before.position(before.text().len());
    for diagnostic in diagnostics.iter_mut().filter(|found| found.code == Code::NotUtf8) {
        (diagnostic.line, diagnostic.column) = (position.line, position.column);
    }
    LoadError::Mistakes {
        diagnostics,
        text: Source::new(&text).into_text(),
    }
}

fn check_picture(folder: &Path, picture: &Spanned<String>, largest: u64, report: &Report) {
    let problem = |code| Problem::new(picture.at, code).found(&picture.value);
    let Ok(real) = folder.join(&picture.value).canonicalize() else {
        let near = nearest_file(folder, &picture.value);
        return report.add(problem(Code::PictureMissing).nearest(near));
    };
    if !real.starts_with(folder) {
        return report.add(problem(Code::PictureOutside));
    }
    let (largest, too_large) = if media::is_video(&picture.value) {
        (media::LARGEST_VIDEO, Code::VideoTooLarge)
    } else {
        (largest, Code::PictureTooLarge)
    };
    match fs::metadata(&real) {
        Ok(file) if file.is_file() && file.len() <= largest => {}
        Ok(file) if file.is_file() => report.add(problem(too_large).expected(format!("{} MiB", largest >> 20))),
        _ => report.add(problem(Code::PictureMissing)),
    }
}

/// The file of the same folder whose name is nearest.
fn nearest_file(folder: &Path, src: &str) -> Option<String> {
    let (parent, name) = src.rsplit_once('/').unwrap_or(("", src));
    let parent_folder = folder.join(parent).canonicalize().ok()?;
    if !parent_folder.starts_with(folder) {
        return None;
    }
    let names: Vec<String> = fs::read_dir(parent_folder)
        .ok()?
        .take(MOST_FILES)
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    let near = nearest(name, names.iter().map(String::as_str))?;
    Some(match parent {
        "" => near.to_owned(),
        parent => format!("{parent}/{near}"),
    })
}
