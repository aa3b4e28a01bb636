//! The files that every PDF is made of, inside the program: templates, fonts, birds.

/// The template that Typst starts with.
pub(super) const MAIN: &str = "summary.typ";

/// The fonts. Nothing else is used: no font of the machine changes how a summary looks.
pub(super) const FONTS: [&[u8]; 5] = [
    include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
    include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Italic.ttf"),
    include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
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
pub(super) const FILES: [(&str, &[u8]); 24] = [
    template!("summary.typ"),
    template!("style.typ"),
    template!("data.typ"),
    template!("chart.typ"),
    template!("digest.typ"),
    template!("levers.typ"),
    template!("changes.typ"),
    template!("polls.typ"),
    template!("voices.typ"),
    template!("observed.typ"),
    bird!("categorique"),
    bird!("allergique"),
    bird!("curieux"),
    bird!("anxieux"),
    bird!("enthousiaste"),
    bird!("bon-eleve"),
    bird!("deborde"),
    bird!("tiny/categorique"),
    bird!("tiny/allergique"),
    bird!("tiny/curieux"),
    bird!("tiny/anxieux"),
    bird!("tiny/enthousiaste"),
    bird!("tiny/bon-eleve"),
    bird!("tiny/deborde"),
];
