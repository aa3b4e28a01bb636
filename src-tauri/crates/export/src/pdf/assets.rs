//! The files that every PDF is made of, inside the program: templates, fonts, birds.

/// The fonts. Nothing else is used: no font of the machine changes how a document looks.
pub(super) const FONTS: [&[u8]; 6] = [
    include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
    include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Italic.ttf"),
    include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
    include_bytes!("../../fonts/AtkinsonHyperlegibleMono-Regular.ttf"),
    include_bytes!("../../fonts/BricolageGrotesque-Bold.ttf"),
    include_bytes!("../../fonts/NotoColorEmoji-subset.ttf"),
];

macro_rules! template {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../templates/", $name)) as &[u8])
    };
}

macro_rules! bird {
    ($name:literal) => {
        (
            concat!("birds/", $name, ".svg"),
            include_bytes!(concat!("../../../../../ui/src/design/birds/", $name, ".svg")) as &[u8],
        )
    };
}

/// Templates and pictures by the path a template finds them under. The birds are those of the stage.
pub(super) const FILES: [(&str, &[u8]); 54] = [
    template!("summary.typ"),
    template!("palette.typ"),
    template!("style.typ"),
    template!("data.typ"),
    template!("chart.typ"),
    template!("digest.typ"),
    template!("actions.typ"),
    template!("card.typ"),
    template!("closer.typ"),
    template!("flow.typ"),
    template!("changes.typ"),
    template!("polls.typ"),
    template!("voices.typ"),
    template!("observed.typ"),
    template!("handout.typ"),
    template!("handout/asked.typ"),
    template!("handout/bars.typ"),
    template!("handout/canvas.typ"),
    template!("handout/content.typ"),
    template!("handout/layouts/breakdown.typ"),
    template!("handout/layouts/center.typ"),
    template!("handout/layouts/change.typ"),
    template!("handout/layouts/cover.typ"),
    template!("handout/layouts/image-right.typ"),
    template!("handout/layouts/join.typ"),
    template!("handout/layouts/leaderboard.typ"),
    template!("handout/layouts/plain.typ"),
    template!("handout/layouts/poll.typ"),
    template!("handout/layouts/portrait.typ"),
    template!("handout/layouts/qa.typ"),
    template!("handout/layouts/quote.typ"),
    template!("handout/layouts/section.typ"),
    template!("handout/layouts/statement.typ"),
    template!("handout/layouts/survey.typ"),
    template!("handout/layouts/two-cols.typ"),
    template!("handout/notes.typ"),
    template!("handout/scenery.typ"),
    template!("handout/tweet.typ"),
    template!("handout/unit.typ"),
    bird!("categorique"),
    bird!("allergique"),
    bird!("curieux"),
    bird!("anxieux"),
    bird!("enthousiaste"),
    bird!("bon-eleve"),
    bird!("deborde"),
    bird!("plain"),
    bird!("tiny/categorique"),
    bird!("tiny/allergique"),
    bird!("tiny/curieux"),
    bird!("tiny/anxieux"),
    bird!("tiny/enthousiaste"),
    bird!("tiny/bon-eleve"),
    bird!("tiny/deborde"),
];
