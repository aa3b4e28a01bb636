//! What each mistake is called, in French and in English.
//!
//! `{found}` stands for what the author wrote and `{expected}` for what may stand there. Every entry says what to do.

mod content;
mod cuts;
mod fill;
mod looks;
mod references;

use gazouillis_core::deck::Language;

use crate::diagnostic::{Diagnostic, DiagnosticCode};
use fill::fill;

/// The whole message of one mistake.
pub(crate) fn message(diagnostic: &Diagnostic, language: Language) -> String {
    let (french, english) = words(diagnostic.code);
    let (template, question) = match language {
        Language::Fr => (french, " Vouliez-vous dire « {nearest} » ?"),
        Language::En => (english, " Did you mean “{nearest}”?"),
    };
    let mut message = fill(template, diagnostic, language);
    if diagnostic.nearest.is_some() {
        message.push_str(&fill(question, diagnostic, language));
    }
    if let Some(cut) = diagnostic.cut {
        message.push_str(&match language {
            Language::Fr => format!(" (Dans la version de {cut}\u{a0}minutes.)"),
            Language::En => format!(" (In the version of {cut} minutes.)"),
        });
    }
    message
}

/// The exhaustive table: French, English.
#[rustfmt::skip]
fn words(code: DiagnosticCode) -> (&'static str, &'static str) {
    use DiagnosticCode as Code;
    match code {
        Code::FileTooLarge => (
            "Le fichier est trop grand : {expected} au plus. Partagez l’exposé, ou mettez les images dans des fichiers à part.",
            "The file is too large: at most {expected}. Split the talk, or keep pictures in files of their own."),
        Code::NotUtf8 => (
            "Ce caractère n’est pas en UTF-8. Enregistrez le fichier avec l’encodage UTF-8.",
            "This character is not UTF-8. Save the file with the UTF-8 encoding."),
        Code::ControlCharacter => (
            "Caractère de commande invisible ({found}). Effacez-le.",
            "Invisible control character ({found}). Delete it."),
        Code::MissingFrontMatter => (
            "Le fichier doit commencer par une ligne « --- », puis l’en-tête : title, lang, et une seconde ligne « --- ».",
            "The file must begin with a line “---”, then its header: title, lang, and a second line “---”."),
        Code::UnclosedFrontMatter => (
            "Cet en-tête n’est pas fermé. Ajoutez une ligne « --- » après sa dernière clé.",
            "This header is not closed. Add a line “---” after its last key."),
        Code::UnclosedFence => (
            "Ce bloc de code n’est pas fermé. Ajoutez une ligne {expected} à sa fin.",
            "This code block is not closed. Add a line {expected} at its end."),
        Code::UnclosedComment => (
            "Ce commentaire n’est pas fermé. Ajoutez « --> » à la fin des notes.",
            "This comment is not closed. Add “-->” at the end of the notes."),
        Code::TooManySlides => (
            "Trop de diapositives : {expected} au plus. Partagez l’exposé en deux fichiers.",
            "Too many slides: at most {expected}. Split the talk into two files."),
        Code::NoSlide => (
            "L’exposé n’a pas de diapositive. Écrivez quelque chose après l’en-tête.",
            "The talk has no slide. Write something after the header."),
        Code::UnknownCut => cuts::UNKNOWN,
        Code::CutNowhere => cuts::NOWHERE,
        Code::CutTooLong => cuts::TOO_LONG,
        Code::EmptySlide => (
            "Cette diapositive est vide, elle ne sera pas montrée. Remplissez-la ou effacez un « --- ».",
            "This slide is empty and will not be shown. Fill it, or delete one “---”."),
        Code::MoreMistakes => (
            "Et {found} autres erreurs. Corrigez d’abord celles-ci.",
            "And {found} more mistakes. Correct these first."),

        Code::YamlSyntax => (
            "Cette ligne ne suit pas la forme « clé: valeur » ou « - élément ». Vérifiez son retrait et ce qui la précède.",
            "This line does not follow the form “key: value” or “- item”. Check its indentation and what comes before it."),
        Code::YamlColon => (
            "Deux-points au milieu d’un texte. Mettez tout le texte entre guillemets droits : \"…\".",
            "A colon in the middle of a text. Put the whole text between straight quotes: \"…\"."),
        Code::YamlQuote => (
            "Les guillemets de ce texte ne se ferment pas où il faut. Un \" à chaque bout ; à l’intérieur, écrivez \\\" ou « ».",
            "The quotes of this text do not close where they should. One \" at each end; inside, write \\\" or “ ”."),
        Code::YamlBracket => (
            "Il manque ici une virgule, « ] » ou une accolade fermante. Un texte avec virgule ou deux-points se met entre guillemets : \"…\".",
            "A comma, “]” or a closing brace is missing here. Quote a text that holds commas or colons: \"…\"."),
        Code::YamlReserved => (
            "Un texte ne peut pas commencer par {found} sans guillemets. Mettez-le entre guillemets droits : \"…\".",
            "A text cannot begin with {found} unquoted. Put it between straight quotes: \"…\"."),
        Code::YamlTab => (
            "Tabulation au début de la ligne. Remplacez-la par des espaces.",
            "A tab at the start of the line. Replace it by spaces."),
        Code::YamlAnchor => (
            "Les ancres (&) et les alias (*) ne sont pas acceptés. Écrivez la valeur, ou mettez le texte entre guillemets.",
            "Anchors (&) and aliases (*) are not accepted. Write the value itself, or quote the text."),
        Code::YamlTag => (
            "Les étiquettes de type (!) ne sont pas acceptées. Effacez-la, ou mettez le texte entre guillemets.",
            "Type tags (!) are not accepted. Delete it, or quote the text."),
        Code::YamlKey => (
            "Une clé doit être un simple mot.",
            "A key must be a plain word."),
        Code::YamlDocument => (
            "Un second document commence ici. Effacez la ligne « ... » qui précède.",
            "A second document begins here. Delete the line “...” before it."),
        Code::YamlTooLarge => (
            "Ce bloc est trop grand : {expected} au plus.",
            "This block is too large: at most {expected}."),
        Code::HashStartsComment => (
            "Le texte s’arrête avant « {found} » : un # après une espace commence un commentaire. Mettez le texte entre guillemets : \"…\".",
            "The text stops before “{found}”: a # after a space begins a comment. Put the text between quotes: \"…\"."),
        Code::TooDeep => (
            "Trop de niveaux les uns dans les autres : {expected} au plus. Simplifiez.",
            "Too many levels inside each other: at most {expected}. Simplify."),

        Code::DuplicateKey => (
            "La clé « {found} » est donnée deux fois. Gardez-en une.",
            "The key “{found}” is given twice. Keep one of them."),
        Code::UnknownKey => (
            "Il n’y a pas de clé « {found} » ici. Clés possibles : {expected}.",
            "There is no key “{found}” here. Possible keys: {expected}."),
        Code::MissingKey => (
            "Il manque la clé « {expected} ». Ajoutez-la.",
            "The key “{expected}” is missing. Add it."),
        Code::MisplacedKey => (
            "La clé « {found} » ne va qu’avec « {expected} ». Ajoutez l’un ou effacez l’autre.",
            "The key “{found}” only goes with “{expected}”. Add the one or delete the other."),
        Code::IdleKey => (
            "La clé « {found} » n’a d’effet qu’avec « {expected} ».",
            "The key “{found}” only has an effect with “{expected}”."),
        Code::EitherKey => (
            "« {found} » et « {expected} » ne vont pas ensemble. Gardez l’un des deux.",
            "“{found}” and “{expected}” do not go together. Keep one of them."),
        Code::ExpectedText => (
            "« {found} » attend un texte, par exemple {found}: \"…\".",
            "“{found}” expects a text, for example {found}: \"…\"."),
        Code::ExpectedNumber => (
            "« {found} » attend un nombre, avec un point pour les décimales : {expected}.",
            "“{found}” expects a number, with a point for decimals: {expected}."),
        Code::ExpectedWholeNumber => (
            "« {found} » attend un nombre entier : {expected}.",
            "“{found}” expects a whole number: {expected}."),
        Code::ExpectedList => (
            "« {found} » attend une liste : [a, b], ou une ligne « - … » par élément.",
            "“{found}” expects a list: [a, b], or one line “- …” per item."),
        Code::ExpectedMapping => (
            "« {found} » attend des clés et des valeurs, par exemple {expected}.",
            "“{found}” expects keys and values, for example {expected}."),
        Code::NumberOutOfRange => (
            "« {found} » est hors des limites : {expected}.",
            "“{found}” is out of range: {expected}."),
        Code::ConfidentialPhrase => (
            "« {found} » ne peut pas être reconnu dans un tweet : écrivez {expected} mots.",
            "“{found}” cannot be recognised in a tweet: write {expected} words."),
        Code::ItemCount => (
            "« {found} » doit avoir {expected} éléments.",
            "“{found}” must have {expected} items."),

        Code::ExpectedColour => looks::EXPECTED_COLOUR,
        Code::ContrastUnreadable => looks::CONTRAST_UNREADABLE,
        Code::ContrastWeak => looks::CONTRAST_WEAK,
        Code::AccentFaint => looks::ACCENT_FAINT,
        Code::PaperBetween => looks::PAPER_BETWEEN,

        Code::UnknownWord => (
            "« {found} » ne convient pas ici. Valeurs possibles : {expected}.",
            "“{found}” does not fit here. Possible values: {expected}."),
        Code::UnknownLayout => (
            "Il n’y a pas de mise en page « {found} ». Possibles : {expected}.",
            "There is no layout “{found}”. Possible: {expected}."),
        Code::UnknownKind => (
            "Il n’y a pas de question du genre « {found} ». Possibles : {expected}.",
            "There is no kind of poll “{found}”. Possible: {expected}."),
        Code::NotYetAvailable => (
            "« {found} » n’est pas encore disponible. Possibles dans cette version : {expected}.",
            "“{found}” is not available yet. Possible in this version: {expected}."),
        Code::UnknownLanguage => (
            "« {found} » n’est pas une langue. Donnez son code, par exemple {expected}.",
            "“{found}” is no language. Give its code, for example {expected}."),
        Code::UnknownBird => looks::UNKNOWN_BIRD,
        Code::UnknownProfile => (
            "Il n’y a pas de profil « {found} ». Profils de l’exposé : {expected}.",
            "There is no profile “{found}”. The talk’s profiles: {expected}."),
        Code::UnknownPoll => references::UNKNOWN_POLL,
        Code::UnknownOption => (
            "La question n’a pas d’option « {found} ». Ses options : {expected}.",
            "The poll has no option “{found}”. Its options: {expected}."),

        Code::UnknownRegion => (
            "L’image n’a pas de région « {found} ». Ses régions : {expected}.",
            "The picture has no region “{found}”. Its regions: {expected}."),

        Code::InvalidId => (
            "« {found} » ne peut pas servir d’identifiant : seulement des lettres minuscules sans accent, des chiffres et des tirets.",
            "“{found}” cannot be an id: only small letters without accents, digits and dashes."),
        Code::DuplicateSlide => (
            "Une autre diapositive s’appelle déjà « {found} ». Donnez un identifiant différent à chacune.",
            "Another slide is already called “{found}”. Give each an id of its own."),
        Code::DuplicatePoll => (
            "Une autre question s’appelle déjà « {found} ». Donnez un identifiant différent à chacune.",
            "Another poll is already called “{found}”. Give each an id of its own."),
        Code::DuplicateOption => (
            "Une autre option s’appelle déjà « {found} ». Donnez un identifiant différent à chacune.",
            "Another option is already called “{found}”. Give each an id of its own."),
        Code::DuplicateRegion => (
            "Une autre région s’appelle déjà « {found} ». Donnez un identifiant différent à chacune.",
            "Another region is already called “{found}”. Give each an id of its own."),
        Code::DuplicateProfile => (
            "Un autre profil s’appelle déjà « {found} ». Donnez un identifiant différent à chacun.",
            "Another profile is already called “{found}”. Give each an id of its own."),

        Code::ReferenceSum => (
            "Les parts de référence font {found} % ensemble, au lieu de 100 %.",
            "The reference shares add up to {found} %, not 100 %."),
        Code::MasksItself => (
            "Un profil ne peut pas se cacher derrière lui-même. Effacez « {found} » de ses masques.",
            "A profile cannot hide behind itself. Delete “{found}” from its masks."),
        Code::MasksTwice => (
            "« {found} » est déjà dans cette liste. Effacez-le ici.",
            "“{found}” is in this list already. Delete it here."),
        Code::ScoresMaskAndMasked => (
            "Cette option donne des points à « {expected} » et à « {found} », qui peut se cacher derrière : on ne saurait plus lequel parle. Gardez l’un des deux ici.",
            "This option gives points to “{expected}” and to “{found}”, which may hide behind it: nobody could tell which one speaks. Keep one of them here."),

        Code::TooManyPolls => (
            "Une diapositive pose {expected} questions au plus. Mettez celle-ci sur une autre, après une ligne « --- ».",
            "A slide asks {expected} polls at most. Put this one on another slide, after a line “---”."),
        Code::SurveyTooLarge => (
            "Ces questions font {found} octets ensemble, et {expected} au plus arrivent d’un coup sur tous les téléphones. Répartissez-les sur deux diapositives, après une ligne « --- ».",
            "These polls have {found} bytes together, and at most {expected} reach all phones at once. Spread them over two slides, with a line “---” between."),
        Code::NestedBlock => (
            "Un bloc {found} ne peut pas être dans une liste ou une citation. Mettez-le au bord gauche, entre deux lignes vides.",
            "A {found} block cannot stand in a list or a quotation. Put it at the left edge, between two blank lines."),
        Code::MisspelledFence => (
            "Bloc « {found} » inconnu.",
            "Unknown block “{found}”."),
        Code::UnknownCodeLanguage => content::UNKNOWN_CODE_LANGUAGE,
        Code::CodeLines => content::CODE_LINES,
        Code::Formula => content::FORMULA,
        Code::FormulaTooLarge => content::FORMULA_TOO_LARGE,
        Code::FormulaUnknown => content::FORMULA_UNKNOWN,
        Code::FormulaInTitle => content::FORMULA_IN_TITLE,
        Code::TallCode => content::TALL_CODE,
        Code::MissingPollBlock => (
            "Cette diapositive annonce une question et n’en pose pas. Ajoutez un bloc ```poll, ou effacez « layout: poll ».",
            "This slide announces a poll and asks none. Add a ```poll block, or delete “layout: poll”."),
        Code::PollLayout => (
            "Une diapositive qui pose une question a la mise en page « {expected} », pas « {found} ». Effacez la clé layout.",
            "A slide that asks a poll has the layout “{expected}”, not “{found}”. Delete the key layout."),
        Code::PortraitOption => (
            "Dans un autoportrait, chaque option est un profil, et « {found} » n’en est pas un. Profils : {expected}.",
            "In a self-portrait each option is a profile, and “{found}” is none. Profiles: {expected}."),
        Code::PortraitKind => (
            "Un autoportrait ou un prochain pas demande une seule réponse : « {expected} », pas « {found} ».",
            "A self-portrait or a next step asks for one answer: “{expected}”, not “{found}”."),
        Code::PairWithoutCounterpart => (
            "« {found} » n’a pas sa question jumelle. Il en faut une autre avec « {expected} ».",
            "“{found}” has no counterpart. Another poll is needed with “{expected}”."),
        Code::PairTwice => (
            "Une autre question est déjà la moitié « {expected} » de cette paire. Donnez à celle-ci un autre début d’identifiant.",
            "Another poll is already the “{expected}” half of this pair. Give this one another stem."),
        Code::PairOrder => (
            "La question « before » doit venir avant celle-ci. Échangez les deux mots, ou les deux diapositives.",
            "The “before” poll must come before this one. Swap the two words, or the two slides."),
        Code::ThenOrder => (
            "« {found} » demande après coup ce qu’il en était avant : placez-la après la question « after ».",
            "“{found}” asks afterwards what was before: put it after the “after” poll."),
        Code::PairDiffers => (
            "Les deux questions d’une paire doivent avoir les mêmes options dans le même ordre et le même genre. Ici : {expected}.",
            "Both polls of a pair must have the same options in the same order and the same kind. Here: {expected}."),
        Code::PairKind => (
            "Une question « {found} » ne se compare pas à elle-même : effacez pair, ou prenez un autre genre.",
            "A “{found}” poll cannot be compared with itself: delete pair, or take another kind."),
        Code::SpeedWithoutTimer => (
            "speed compare le temps de chacun au temps donné : ajoutez {expected}.",
            "speed compares everybody’s time with the time given: add {expected}."),
        Code::SpeedWithoutAnswer => (
            "Cette question « {found} » n’a pas de bonne réponse à trouver vite. Ajoutez right, ou effacez speed. Ont une bonne réponse : {expected}.",
            "This “{found}” poll has no right answer to find fast. Add right, or delete speed. Kinds with a right answer: {expected}."),
        Code::SpeedInSurvey => (
            "Dans un questionnaire, chacun répond à son rythme : speed n’y mesure rien. Posez cette question seule, ou effacez speed.",
            "In a survey everybody answers at their own pace: speed measures nothing there. Ask this poll alone, or delete speed."),
        Code::BoardWithoutSpeed => (
            "leaderboard n’a rien à classer : aucune question ne dit « {expected} ».",
            "leaderboard has nothing to rank: no poll says “{expected}”."),
        Code::ListedTwice => (
            "« {found} » est déjà dans cette question. Écrivez autre chose ici, ou effacez-le.",
            "“{found}” is in this poll already. Write something else here, or delete it."),
        Code::NoGap => (
            "Cette phrase n’a pas de blanc. Écrivez {expected} à la place du premier mot à trouver.",
            "This sentence has no gap. Write {expected} in place of the first word to find."),
        Code::GapOrder => (
            "Les blancs se comptent à partir de 1, sans en sauter : ici {expected}, pas {found} (6 au plus).",
            "Gaps are counted from 1, none left out: {expected} here, not {found} (at most 6)."),
        Code::MeansMissing => (
            "L’option « {found} » ne dit pas ce qu’elle veut dire, et d’autres le disent ({expected}). Donnez un means à toutes, ou à aucune.",
            "The option “{found}” does not say what it means, and others do ({expected}). Give each a means, or none."),
        Code::MeansAlike => (
            "Toutes les options veulent dire « {found} » : aucun changement ne se verrait. Donnez au moins deux mots différents.",
            "All options mean “{found}”: no change would show. Give at least two different words."),
        Code::MeansDiffers => (
            "Cette option veut dire « {found} » ici et « {expected} » dans l’autre question de la paire. Écrivez le même mot, ou effacez means ici.",
            "This option means “{found}” here and “{expected}” in the pair’s other poll. Write the same word, or delete means here."),
        Code::RegionPlace => (
            "Cette région n’est pas sur l’image. Écrivez gauche, haut, largeur et hauteur, en parts de l’image : {expected}.",
            "This region is not on the picture. Write left, top, width and height as parts of the picture: {expected}."),
        Code::RightEverywhere => (
            "Toutes les régions sont justes, et les téléphones les nomment : la liste serait la réponse. Ajoutez une région qui n’est pas juste.",
            "All regions are right, and phones name them: the list would be the answer. Add a region that is not right."),
        Code::NoFavourites => references::NO_FAVOURITES,
        Code::UnknownVariable => references::UNKNOWN,
        Code::VariableToFill => references::TO_FILL,
        Code::VariableName => references::NAME,
        Code::ResultsBeforePoll => references::BEFORE_POLL,
        Code::BreakdownTwice => (
            "La répartition de la salle n’est montrée qu’une fois, et une autre diapositive le fait déjà. Pour un portrait, ajoutez « profile: … ».",
            "The room’s breakdown is shown once, and another slide shows it already. For a portrait, add “profile: …”."),
        Code::BreakdownWithoutProfiles => (
            "Il n’y a pas de profils à montrer. Ajoutez une typologie à l’en-tête de l’exposé.",
            "There are no profiles to show. Add a typology to the talk’s header."),

        Code::RawHtml => (
            "Le HTML n’est pas accepté : {found}. Écrivez en Markdown ; pour un saut de ligne, finissez la ligne par \\.",
            "HTML is not accepted: {found}. Write Markdown; for a line break, end the line with \\."),
        Code::Rule => (
            "Les traits ne sont pas dessinés. Pour une nouvelle diapositive, écrivez exactement --- au bord gauche.",
            "Rules are not drawn. For a new slide write exactly --- at the left edge."),
        Code::LinkAddress => (
            "Ce lien mène à « {found} ». Un lien commence par {expected}.",
            "This link points to “{found}”. A link begins with {expected}."),
        Code::RightColumnMisplaced => (
            "« ::right:: » ne va qu’avec « layout: two-cols ».",
            "“::right::” only goes with “layout: two-cols”."),
        Code::RightColumnMissing => (
            "Il manque la colonne de droite. Ajoutez une ligne « ::right:: » avant son contenu.",
            "The right column is missing. Add a line “::right::” before its content."),
        Code::RightColumnTwice => (
            "« ::right:: » est déjà plus haut. Gardez-en un.",
            "There is a “::right::” above already. Keep one of them."),
        Code::TooManySteps => (
            "Trop d’étapes sur une diapositive : {expected} au plus. Écrivez la liste avec des - au lieu des *.",
            "Too many steps on one slide: at most {expected}. Write the list with - instead of *."),
        Code::SlideTooLong => (
            "Cette diapositive est bien trop longue : sa suite n’a pas été lue. Partagez-la par des lignes « --- ».",
            "This slide is far too long: the rest of it was not read. Split it with lines “---”."),
        Code::StepsIgnored => (
            "Les étapes de cette diapositive sont déjà prises : la liste apparaît d’un coup. Écrivez-la avec des -.",
            "The steps of this slide are taken already: the list appears at once. Write it with -."),
        Code::NotesBeyondSteps => (
            "Plus de marques [click] que d’étapes : {expected} ici. Ces notes s’afficheront avec la dernière étape.",
            "More [click] marks than steps: {expected} here. These notes are shown with the last step."),
        Code::Overfull => (
            "{found} mots sur une diapositive, c’est beaucoup à lire du fond de la salle : {expected} au plus.",
            "{found} words on one slide are a lot to read from the back row: at most {expected}."),
        Code::Overflows => looks::OVERFLOWS,

        Code::ImageMisplaced => (
            "Une image ne peut pas être ici. Mettez-la seule sur sa ligne, entre deux lignes vides.",
            "A picture cannot stand here. Put it alone on a line, between two blank lines."),
        Code::MissingSlidePicture => (
            "La mise en page « {found} » demande une image. Ajoutez {expected}.",
            "The layout “{found}” needs a picture. Add {expected}."),
        Code::MissingAlt => (
            "Personne ne décrit cette image à qui ne la voit pas. Ajoutez {expected}.",
            "Nobody describes this picture to those who do not see it. Add {expected}."),
        Code::PictureAddress => (
            "« {found} » est une adresse. L’exposé ne charge rien de l’extérieur : copiez l’image dans son dossier.",
            "“{found}” is an address. A talk loads nothing from outside: copy the picture into its folder."),
        Code::PictureAbsolute => (
            "« {found} » ne marche que sur un ordinateur. Copiez l’image dans le dossier de l’exposé et donnez son nom.",
            "“{found}” works on one computer only. Copy the picture into the talk’s folder and give its name."),
        Code::PictureOutside => (
            "« {found} » sort du dossier de l’exposé. Copiez l’image dans ce dossier.",
            "“{found}” leaves the talk’s folder. Copy the picture into that folder."),
        Code::PictureName => (
            "« {found} » ne convient pas comme nom d’image : pas de \\ % : * ? \" < > |. Renommez le fichier.",
            "“{found}” does not fit as a picture’s name: no \\ % : * ? \" < > |. Rename the file."),
        Code::PictureType => (
            "« {found} » n’est pas d’un type accepté : {expected}.",
            "“{found}” is not of an accepted type: {expected}."),
        Code::PictureMissing => (
            "Il n’y a pas d’image « {found} » dans le dossier de l’exposé.",
            "There is no picture “{found}” in the talk’s folder."),
        Code::PictureTooLarge => (
            "L’image « {found} » est trop grande : {expected} au plus. Réduisez-la.",
            "The picture “{found}” is too large: at most {expected}. Make it smaller."),
        Code::VideoTooLarge => content::VIDEO_TOO_LARGE,
        Code::TooManyPictures => content::TOO_MANY_PICTURES,

        Code::HandleWithoutAt => (
            "L’adresse « {found} » doit commencer par @, entre guillemets.",
            "The handle “{found}” must begin with @, between quotes."),
        Code::AbsentPart => (
            "Ce tweet n’a pas de « {found} » à montrer du doigt. Ajoutez-le au tweet, ou effacez l’explication.",
            "This tweet has no “{found}” to point at. Add it to the tweet, or delete the callout."),
    }
}
