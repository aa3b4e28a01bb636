//! The pages: npm packages and Vite builds, each only when what it depends on has changed.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::command::{program, run, target, top};

/// Installs npm packages exactly as locked, when the lock has changed.
pub(crate) fn install(folder: &str) -> Outcome {
    let folder = top().join(folder);
    let lock = fs::read(folder.join("package-lock.json")).map_err(|error| format!("{}: {error}", folder.display()))?;
    let stamp = Stamp::new(&format!("npm {}", folder.display()), &lock);
    if stamp.is_fresh() && folder.join("node_modules").is_dir() {
        return Ok(());
    }
    run(program(npm(), &["ci", "--no-audit", "--no-fund"]).current_dir(&folder))?;
    stamp.press()
}

/// Builds the pages, when a file they are made of has changed.
pub(crate) fn build() -> Outcome {
    install("ui")?;
    let ui = top().join("ui");
    let mut files = Vec::new();
    for part in ["src", "public", "scripts"] {
        collect(&ui.join(part), &mut files);
    }
    files.extend(
        fs::read_dir(&ui)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.is_file()),
    );
    files.sort();
    let mut contents = DefaultHasher::new();
    for file in &files {
        file.hash(&mut contents);
        fs::read(file).unwrap_or_default().hash(&mut contents);
    }
    let stamp = Stamp::new("pages", &contents.finish().to_le_bytes());
    if stamp.is_fresh() && ui.join("dist/desk/stage.html").is_file() && ui.join("dist/phone/index.html").is_file() {
        return Ok(());
    }
    run(program(npm(), &["run", "build"]).current_dir(&ui))?;
    stamp.press()
}

/// npm is a script with an ending of its own on Windows.
pub(crate) fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files)
        } else {
            files.push(path)
        }
    }
}

/// Remembers in the target folder what something was last made from.
struct Stamp {
    path: PathBuf,
    value: String,
}

impl Stamp {
    fn new(what: &str, contents: &[u8]) -> Self {
        let hash = |value: &[u8]| {
            let mut hasher = DefaultHasher::new();
            value.hash(&mut hasher);
            format!("{:016x}", hasher.finish())
        };
        Self {
            path: target().join("xtask").join(hash(what.as_bytes())),
            value: hash(contents),
        }
    }

    fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|value| value == self.value)
    }

    fn press(&self) -> Outcome {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&self.path, &self.value));
        written.map_err(|error| format!("{}: {error}", self.path.display()))
    }
}
