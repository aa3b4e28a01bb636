//! `gazouillis help [talk]`

use clap::CommandFactory;
use gazouillis_core::deck::Language;
use gazouillis_core::kind::KindName;
use gazouillis_core::survey::EXAMPLE;

use super::{Exit, Failure};
use crate::arguments::{Arguments, Help, Topic};

pub(super) fn run(arguments: &Help, language: Language) -> Result<Exit, Failure> {
    match arguments.topic {
        Some(Topic::Talk) => println!("{}", talk(language)),
        None => Arguments::command().print_long_help().map_err(Failure::machine)?,
    }
    Ok(Exit::Done)
}

/// What every poll may say, then every kind of question with an example.
fn talk(language: Language) -> String {
    let (intro, common) = match language {
        Language::Fr => (
            "Une question est un bloc ```poll d’une diapositive. Toutes ont id, kind et ask ; et si l’on veut :",
            "\
  hint: une ligne sous la question
  results: live          # live ou after : quand la salle voit les réponses
  timer: 60              # secondes ; on peut toujours prolonger ou arrêter
  pair: before           # posée deux fois : before, puis after, pour montrer ce qui a changé ;
                         # then la pose une troisième fois, après after : « et avant, honnêtement ? »
  speed: true            # avec timer : juste et vite vaut de 1 000 à 500 points
  explain: …             # dit avec la bonne réponse",
        ),
        Language::En => (
            "A question is a ```poll block of a slide. All have id, kind and ask, and where wanted:",
            "\
  hint: a line under the question
  results: live          # live or after: when the room sees the answers
  timer: 60              # seconds; it can always be prolonged or switched off
  pair: before           # asked twice: before, then after, to show what changed;
                         # then asks a third time, after the after: “and before, honestly?”
  speed: true            # with timer: right and fast gives 1,000 down to 500 points
  explain: …             # said with the right answer",
        ),
    };
    let board = match language {
        Language::Fr => "\
Un classement des questions « speed: true », en haut de l’exposé ; chaque téléphone reçoit un surnom d’oiseau tiré au sort :
  leaderboard: true      # une étape de plus après la bonne réponse ; ou une diapositive layout: leaderboard

À côté des diapositives, en haut de l’exposé : des questions à l’orateur, des réactions, et l’humeur que vous seul voyez :
  channels:              # ou à tout moment depuis la console ; layout: qa montre les questions les plus demandées
    qa: { moderated: true, max: 240 }
    reactions: { mood: true }",
        Language::En => "\
A leader board of the “speed: true” polls, at the top of the talk; each phone is given a bird’s nickname, drawn at random:
  leaderboard: true      # one more step after the right answer; or a slide with layout: leaderboard

Beside the slides, at the top of the talk: questions to the speaker, reactions, and a mood that only you see:
  channels:              # or at any time from the console; layout: qa shows the questions most wanted
    qa: { moderated: true, max: 240 }
    reactions: { mood: true }",
    };
    let kinds = KindName::ALL.iter().map(|kind| {
        let example: Vec<String> = kind.example().lines().map(|line| format!("  {line}")).collect();
        format!("{} · {}\n{}", kind.word(), kind.summary(), example.join("\n"))
    });
    let kinds: Vec<String> = kinds.collect();
    let kinds = kinds.join("\n\n");
    format!("{intro}\n\n{common}\n\n{board}\n\n{kinds}\n\n{}", survey(language))
}

/// Several polls on one slide.
fn survey(language: Language) -> String {
    let says = match language {
        Language::Fr => {
            "Plusieurs blocs ```poll sur une diapositive font un questionnaire : chacun y répond à son rythme, dans l’ordre qu’il veut.\n\
             Il s’ouvre et se ferme d’un coup, puis montre ses résultats un par un. timer, en tête de la diapositive, vaut pour tout."
        }
        Language::En => {
            "Several ```poll blocks on one slide make a survey: all answer at their own pace, in any order.\n\
             It opens and closes as one, then shows its results one by one. timer, at the top of the slide, is for all of it."
        }
    };
    let example: Vec<String> = EXAMPLE
        .lines()
        .map(|line| format!("  {line}").trim_end().to_owned())
        .collect();
    format!("{says}\n{}", example.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_explained_by_its_example() {
        for language in [Language::Fr, Language::En] {
            let reference = talk(language);
            for kind in KindName::ALL {
                assert!(reference.contains(&format!("kind: {}", kind.word())), "{kind:?}");
            }
        }
    }
}
