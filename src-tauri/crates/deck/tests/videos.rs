//! Videos on slides.

use gazouillis_core::content::Block;

#[test]
fn a_video_has_a_step_of_its_own_and_a_poster_in_quotes() {
    let talk = "---\ntitle: Visites\nlang: fr\n---\n\n# A\n\n* un\n\n![une visite](./b/visite.webm \"b/visite.jpg\")\n\n* deux\n\n![une autre](deux.MP4)\n";
    let (deck, mistakes, _) = gazouillis_deck::parse(talk).into_parts();
    let slide = deck.unwrap_or_else(|| panic!("{mistakes:?}")).slides.swap_remove(0);
    assert_eq!(slide.steps, 5);
    let is_video = |block: &&Block| matches!(block, Block::Video { .. });
    let videos: Vec<&Block> = slide.blocks.iter().filter(is_video).collect();
    let expected = |src: &str, alt: &str, poster: Option<&str>, step| Block::Video {
        src: src.into(),
        alt: alt.into(),
        poster: poster.map(str::to_owned),
        step,
    };
    assert_eq!(
        videos,
        [
            &expected("b/visite.webm", "une visite", Some("b/visite.jpg"), 2),
            &expected("deux.MP4", "une autre", None, 4),
        ]
    );
}

#[test]
fn a_video_must_be_there_and_not_larger_than_a_laptop_can_play() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("talk.md");
    std::fs::write(
        &file,
        "---\ntitle: A\nlang: fr\n---\n\n# A\n\n![une visite](visite.webm)\n",
    )
    .expect("a talk");
    let found = || match gazouillis_deck::load(&file) {
        Ok(_) => None,
        Err(gazouillis_deck::LoadError::Mistakes { diagnostics, .. }) => Some(diagnostics[0].code),
        Err(error) => panic!("{error}"),
    };
    assert_eq!(found(), Some(gazouillis_deck::DiagnosticCode::PictureMissing));
    let video = std::fs::File::create(folder.path().join("visite.webm")).expect("a file");
    // More than any picture may have. The bytes are not really there: the disk keeps none for them.
    video.set_len(1 << 30).expect("a length");
    assert_eq!(found(), None);
    video.set_len((2 << 30) + 1).expect("a length");
    assert_eq!(found(), Some(gazouillis_deck::DiagnosticCode::VideoTooLarge));
}
