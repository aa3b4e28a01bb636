//! A disk that loses what was not synced: see `power/disk.c`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;

/// A data folder on a disk whose power can be cut.
#[derive(Debug)]
pub struct PowerlessDisk {
    written: TempDir,
    synced: TempDir,
}

/// The library that programs are started with, compiled once.
fn library() -> &'static Path {
    static BUILT: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = BUILT.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let source = folder.path().join("disk.c");
        std::fs::write(&source, include_str!("power/disk.c")).expect("a file");
        let path = folder.path().join("disk.so");
        let built = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-Wall", "-o"])
            .args([&path, &source])
            .args(["-ldl", "-lpthread"])
            .status()
            .expect("a C compiler, which building SQLite takes as well");
        assert!(built.success(), "the disk compiles");
        (folder, path)
    });
    path
}

impl PowerlessDisk {
    /// An empty one.
    ///
    /// # Panics
    /// When no folder can be made.
    #[must_use]
    pub fn new() -> Self {
        let folder = || tempfile::tempdir().expect("a folder");
        Self {
            written: folder(),
            synced: folder(),
        }
    }

    /// One that begins with the files of a folder, all of them synced.
    ///
    /// # Panics
    /// When a file cannot be copied.
    #[must_use]
    pub fn with(files: &Path) -> Self {
        let disk = Self::new();
        for entry in std::fs::read_dir(files).expect("a folder") {
            let entry = entry.expect("an entry");
            for side in [&disk.written, &disk.synced] {
                std::fs::copy(entry.path(), side.path().join(entry.file_name())).expect("a copy");
            }
        }
        disk
    }

    /// Where a program finds its files.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.written.path()
    }

    /// Makes a program write to this disk.
    pub fn put_under(&self, program: &mut Command) {
        let real = |folder: &TempDir| folder.path().canonicalize().expect("the folder exists");
        program
            .env("LD_PRELOAD", library())
            .env("POWER_WATCHED", real(&self.written))
            .env("POWER_DISK", real(&self.synced));
    }

    /// What is left once the power has gone. The program must have been killed before.
    #[must_use]
    pub fn after_the_cut(self) -> TempDir {
        self.synced
    }
}

impl Default for PowerlessDisk {
    fn default() -> Self {
        Self::new()
    }
}
