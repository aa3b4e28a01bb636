//! What Typst can see while it typesets: our templates, fonts and pictures, one document's data, and nothing of the machine.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};

use super::assets;

/// The parts that are the same for every document.
struct Workshop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static WORKSHOP: LazyLock<Workshop> = LazyLock::new(|| {
    let fonts: Vec<Font> = assets::FONTS
        .iter()
        .flat_map(|bytes| Font::iter(Bytes::new(*bytes)))
        .collect();
    // Row headings of tables are behind this feature; everything else in use is stable.
    let features: Features = [Feature::A11yExtras].into_iter().collect();
    Workshop {
        library: LazyHash::new(Library::builder().with_features(features).build()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// The fonts that letters are looked up in.
pub(super) fn fonts() -> &'static [Font] {
    &WORKSHOP.fonts
}

/// One document's world.
pub(super) struct PaperWorld {
    main: FileId,
    files: Vec<(FileId, Bytes)>,
}

impl PaperWorld {
    /// A world that begins with a template, and has these files beside the templates and the birds.
    pub(super) fn new(template: &str, data: Vec<(String, Vec<u8>)>) -> Self {
        let data = data
            .into_iter()
            .map(|(name, bytes)| (file_id(&name), Bytes::new(bytes)));
        let fixed = assets::FILES
            .iter()
            .map(|(name, bytes)| (file_id(name), Bytes::new(*bytes)));
        Self {
            main: file_id(template),
            files: data.chain(fixed).collect(),
        }
    }
}

fn file_id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("BUG: the names of our files are valid paths");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for PaperWorld {
    fn library(&self) -> &LazyHash<Library> {
        &WORKSHOP.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &WORKSHOP.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let text = self.file(id)?;
        let text = std::str::from_utf8(&text).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text.to_owned()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(file, _)| *file == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        WORKSHOP.fonts.get(index).cloned()
    }

    /// No clock: a document's dates are in its data.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
