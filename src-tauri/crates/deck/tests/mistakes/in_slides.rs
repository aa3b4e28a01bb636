use gazouillis_deck::DiagnosticCode as Code;

use crate::{check_slides, check_talks};

#[test]
fn mistakes_of_layout() {
    check_slides(&[
        (
            "a slip in a layout",
            "layout: ▶two-col\n---\n# A\n\n::right::\n\nB",
            Code::UnknownLayout,
            Some("two-cols"),
        ),
        (
            "a layout in French",
            "layout: ▶couverture\n---\n# A",
            Code::UnknownLayout,
            Some("cover"),
        ),
        ("a later layout", "layout: ▶wall\n---\n# A", Code::NotYetAvailable, None),
        (
            "a slip in a key",
            "▶layuot: center\n---\n# A",
            Code::UnknownKey,
            Some("layout"),
        ),
        (
            "minutes with a comma",
            "minutes: ▶0,5\n---\n# A",
            Code::ExpectedNumber,
            Some("0.5"),
        ),
        (
            "an unknown bird",
            "bird: ▶curieus\n---\n# A",
            Code::UnknownBird,
            Some("curieux"),
        ),
        (
            "the id of another slide",
            "id: a\n---\n# A\n\n---\nid: ▶a\n---\n# B",
            Code::DuplicateSlide,
            None,
        ),
        (
            "a header without end",
            "▶id: a\nlayout: center\n\n# A\n\n---\n\n# B",
            Code::UnclosedFrontMatter,
            None,
        ),
        (
            "two columns of one",
            "layout: ▶two-cols\n---\n# A",
            Code::RightColumnMissing,
            None,
        ),
        (
            "a column too many",
            "# A\n\n▶::right::\n\nB",
            Code::RightColumnMisplaced,
            None,
        ),
        (
            "two right columns",
            "layout: two-cols\n---\n# A\n\n::right::\n\nB\n\n▶::right::\n\nC",
            Code::RightColumnTwice,
            None,
        ),
        (
            "no picture to the right",
            "layout: ▶image-right\n---\n# A",
            Code::MissingSlidePicture,
            None,
        ),
        (
            "an announced poll",
            "layout: ▶poll\n---\n# A",
            Code::MissingPollBlock,
            None,
        ),
        (
            "results of nothing",
            "layout: ▶results\n---\n# A",
            Code::MissingKey,
            None,
        ),
        (
            "results of an unknown poll",
            "```poll\nid: compte\nkind: single\nask: q\noptions: [{ text: a }, { text: b }]\n```\n---\nlayout: results\npoll: ▶comte\n---\n# A",
            Code::UnknownPoll,
            Some("compte"),
        ),
        (
            "results of a later poll",
            "layout: results\npoll: ▶compte\n---\n# A\n\n---\n\n```poll\nid: compte\nkind: single\nask: q\noptions: [{ text: a }, { text: b }]\n```",
            Code::ResultsBeforePoll,
            None,
        ),
        (
            "a poll outside results",
            "▶poll: compte\n---\n# A",
            Code::MisplacedKey,
            None,
        ),
        (
            "an unknown portrait",
            "layout: profiles\nprofile: ▶debordé\n---\n# A",
            Code::UnknownProfile,
            Some("deborde"),
        ),
        (
            "two breakdowns",
            "layout: profiles\n---\n# A\n\n---\nlayout: ▶profiles\n---\n# B",
            Code::BreakdownTwice,
            None,
        ),
        ("an empty slide", "▶\n---\n\n# A", Code::EmptySlide, None),
    ]);
    check_talks(&[(
        "a breakdown without profiles",
        "---\ntitle: T\nlang: fr\nlayout: ▶profiles\n---\n# A\n",
        Code::BreakdownWithoutProfiles,
        None,
    )]);
}

#[test]
fn mistakes_of_content() {
    check_slides(&[
        (
            "a fence without end",
            "# A\n\n▶```rust\nfn main() {}\n\n---\n\n# B",
            Code::UnclosedFence,
            None,
        ),
        (
            "a poll without end, before another",
            "▶```poll\nid: p\n\n---\n\n```poll\nid: q\nkind: single\nask: q\noptions: [{ text: a }, { text: b }]\n```",
            Code::UnclosedFence,
            None,
        ),
        (
            "notes without end",
            "# A\n\n▶<!-- notes\n\n---\n\n# B",
            Code::UnclosedComment,
            None,
        ),
        (
            "notes without end, before others",
            "# A\n\n▶<!-- notes\n\n---\n\n# B\n\n<!-- others -->",
            Code::UnclosedComment,
            None,
        ),
        ("a script", "▶<script>alert(1)</script>", Code::RawHtml, None),
        ("a line break in HTML", "Un mot▶<br>un autre", Code::RawHtml, None),
        ("HTML after a comment", "<!-- a --> ▶<b>gras</b>", Code::RawHtml, None),
        ("a rule", "# A\n\n▶***\n\nB", Code::Rule, Some("---")),
        (
            "a script in a link",
            "Un ▶[lien](javascript:alert)",
            Code::LinkAddress,
            None,
        ),
        (
            "too many clicks",
            "# A\n\n* un\n\n<!-- a [click] b ▶[click] c -->",
            Code::NotesBeyondSteps,
            None,
        ),
        (
            "quotations in quotations",
            "> > > > > > > > > > > > > > > > ▶> A",
            Code::TooDeep,
            None,
        ),
    ]);
}

#[test]
fn mistakes_of_pictures() {
    check_slides(&[
        (
            "a remote picture",
            "▶![a](https://example.org/a.png)",
            Code::PictureAddress,
            None,
        ),
        (
            "a picture without a scheme",
            "▶![a](//example.org/a.png)",
            Code::PictureAddress,
            None,
        ),
        (
            "a picture in the text",
            "▶![a](data:image/png;base64,AAAA)",
            Code::PictureAddress,
            None,
        ),
        (
            "an absolute picture",
            "image: ▶/etc/passwd.png\nimage_alt: a\n---\n# A",
            Code::PictureAbsolute,
            None,
        ),
        (
            "a picture of a drive",
            "image: ▶C:\\photos\\a.png\nimage_alt: a\n---\n# A",
            Code::PictureAbsolute,
            None,
        ),
        (
            "a picture outside",
            "▶![a](pictures/../../a.png)",
            Code::PictureOutside,
            None,
        ),
        (
            "a picture outside, backwards",
            "image: ▶..\\a.png\nimage_alt: a\n---\n# A",
            Code::PictureOutside,
            None,
        ),
        ("an encoded name", "▶![a](%2e%2e/a.png)", Code::PictureName, None),
        ("a film of an old type", "▶![a](film.avi)", Code::PictureType, None),
        (
            "a film as the slide's picture",
            "image: ▶film.mp4\nimage_alt: a\n---\n# A",
            Code::PictureType,
            None,
        ),
        ("a film that nobody describes", "▶![](film.mp4)", Code::MissingAlt, None),
        (
            "a film as another's poster",
            "▶![a](film.mp4 \"other.mp4\")",
            Code::PictureType,
            None,
        ),
        (
            "a remote film",
            "▶![a](https://example.org/film.webm)",
            Code::PictureAddress,
            None,
        ),
        ("no file type", "▶![a](photo)", Code::PictureType, None),
        ("no description", "▶![](a.png)", Code::MissingAlt, None),
        (
            "no description of a layout's picture",
            "image: ▶a.png\n---\n# A",
            Code::MissingAlt,
            None,
        ),
        (
            "a description of nothing",
            "▶image_alt: a\n---\n# A",
            Code::MisplacedKey,
            None,
        ),
        ("a picture in a title", "# A ▶![a](a.png)", Code::ImageMisplaced, None),
    ]);
}
