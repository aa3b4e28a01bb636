//! A talk on disk, and the pictures beside it.

use std::fs;
use std::path::{Path, PathBuf};

use gazouillis_core::deck::Language;
use gazouillis_deck::{DiagnosticCode as Code, LARGEST_FILE, LoadError, load};

/// A folder with a talk of one slide.
fn talk(folder: &Path, slide: &[u8]) -> PathBuf {
    let path = folder.join("talk.md");
    let header: &[u8] = b"---\ntitle: T\nlang: fr\n---\n";
    fs::write(&path, [header, slide].concat()).expect("the folder is writable");
    path
}

fn mistakes(path: &Path) -> Vec<(usize, usize, Code, Option<String>)> {
    match load(path) {
        Ok(loaded) => panic!("the talk should have mistakes, and is {:?}", loaded.deck.title),
        Err(LoadError::NoSuchCut { cuts }) => panic!("nobody asked for another length than {cuts:?}"),
        Err(LoadError::Unreadable { source, .. }) => panic!("the talk should be readable: {source}"),
        Err(LoadError::Mistakes { diagnostics, .. }) => diagnostics
            .into_iter()
            .map(|found| (found.line, found.column, found.code, found.nearest))
            .collect(),
    }
}

#[test]
fn a_talk_with_its_pictures_loads() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("pictures")).unwrap();
    fs::write(folder.path().join("pictures/a b.png"), b"png").unwrap();
    let loaded = load(&talk(folder.path(), b"![un oiseau](<pictures/a b.png>)\n")).unwrap();
    assert_eq!(loaded.folder, folder.path().canonicalize().unwrap());
    assert!(loaded.warnings.is_empty());
}

#[test]
fn a_missing_picture_is_reported_where_it_is_named_with_the_nearest_file() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("pictures")).unwrap();
    fs::write(folder.path().join("pictures/oiseau.png"), b"png").unwrap();
    let path = talk(folder.path(), b"# A\n\n![a](pictures/oiseaux.png)\n");
    let near = Some("pictures/oiseau.png".to_owned());
    assert_eq!(mistakes(&path), [(7, 1, Code::PictureMissing, near)]);
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_does_not_lead_out_of_the_folder() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.png"), b"secret").unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("pictures")).unwrap();
    let path = talk(folder.path(), b"![a](pictures/secret.png)\n");
    assert_eq!(mistakes(&path), [(5, 1, Code::PictureOutside, None)]);
    let path = talk(folder.path(), b"![a](pictures/secrets.png)\n");
    assert_eq!(
        mistakes(&path),
        [(5, 1, Code::PictureMissing, None)],
        "no name from outside is told"
    );
}

#[test]
fn a_folder_is_no_picture() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("a.png")).unwrap();
    let path = talk(folder.path(), b"![a](a.png)\n");
    assert_eq!(mistakes(&path), [(5, 1, Code::PictureMissing, None)]);
}

#[test]
fn a_picture_larger_than_any_screen_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let picture = fs::File::create(folder.path().join("a.png")).unwrap();
    picture.set_len(21 * 1024 * 1024).unwrap();
    let path = talk(folder.path(), b"![a](a.png)\n");
    assert_eq!(mistakes(&path), [(5, 1, Code::PictureTooLarge, None)]);
}

/// A slide that asks about a picture, and one whose options have one each.
const PHONES: &[u8] = b"```poll
id: ou
kind: pin
ask: q
picture: { src: a.png, alt: A }
```

---

```poll
id: oiseau
kind: single
ask: q
options: [{ text: a, picture: b.png, alt: B }, { text: b, picture: { src: images/c.png, alt: C } }]
```
";

#[test]
fn pictures_of_questions_lie_beside_the_talk_as_those_of_slides_do() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("b.png"), b"png").unwrap();
    let path = talk(folder.path(), PHONES);
    assert_eq!(
        mistakes(&path),
        [
            (9, 17, Code::PictureMissing, Some("b.png".to_owned())),
            (18, 75, Code::PictureMissing, None)
        ]
    );
    fs::create_dir(folder.path().join("images")).unwrap();
    fs::write(folder.path().join("images/c.png"), b"png").unwrap();
    fs::write(folder.path().join("a.png"), b"png").unwrap();
    assert!(load(&path).is_ok());
}

#[test]
fn a_picture_that_would_fill_the_rooms_wireless_network_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("images")).unwrap();
    for name in ["a.png", "b.png", "images/c.png"] {
        fs::write(folder.path().join(name), b"png").unwrap();
    }
    let picture = fs::File::create(folder.path().join("a.png")).unwrap();
    picture.set_len(2 * 1024 * 1024).unwrap();
    let path = talk(folder.path(), PHONES);
    assert!(load(&path).is_ok());
    picture.set_len(2 * 1024 * 1024 + 1).unwrap();
    assert_eq!(mistakes(&path), [(9, 17, Code::PictureTooLarge, None)]);
    let slide = talk(folder.path(), b"![a](a.png)\n");
    assert!(load(&slide).is_ok(), "the projector is one, and has a cable");
}

#[test]
fn another_encoding_is_found_at_its_first_letter() {
    let folder = tempfile::tempdir().unwrap();
    let path = talk(folder.path(), b"# A\n\ncaf\xe9\n");
    assert_eq!(mistakes(&path), [(7, 4, Code::NotUtf8, None)]);
}

#[test]
fn a_file_without_end_is_not_read_to_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talk.md");
    for letter in [b'a', 0xe9] {
        fs::write(&path, vec![letter; LARGEST_FILE + 1]).unwrap();
        let codes: Vec<Code> = mistakes(&path).into_iter().map(|found| found.2).collect();
        assert_eq!(codes, [Code::FileTooLarge]);
    }
}

#[test]
fn what_cannot_be_read_is_said_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let error = load(&folder.path().join("nowhere.md")).unwrap_err();
    assert!(error.message(Language::En).contains("It does not exist"), "{error:?}");
    let error = load(folder.path()).unwrap_err();
    assert!(error.message(Language::Fr).contains("C’est un dossier"), "{error:?}");
}

#[test]
fn a_logo_that_is_not_there_is_a_mistake_like_any_picture() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("logo.svg"), b"<svg/>").unwrap();
    let path = folder.path().join("talk.md");
    let talk = |logo: &str| format!("---\ntitle: T\nlang: fr\nlogo: {logo}\nlogo_alt: L\n---\n# A\n");
    fs::write(&path, talk("lgoo.svg")).unwrap();
    let near = Some("logo.svg".to_owned());
    assert_eq!(mistakes(&path), [(4, 7, Code::PictureMissing, near)]);
    fs::write(&path, talk("logo.svg")).unwrap();
    assert!(load(&path).unwrap().warnings.is_empty());
}
