//! What the room liked best of an earlier poll, to be shown again on a later slide.

use serde::{Deserialize, Serialize};

use crate::kind::{Figures, KindName, Question};

/// The most options that a slide shows again.
pub const MOST_FAVOURITES: u8 = 5;

/// The kinds of question that have favourites.
pub const WITH_FAVOURITES: [KindName; 4] = [
    KindName::Single,
    KindName::Multiple,
    KindName::Ranking,
    KindName::Points,
];

/// A slide's wish to show the first options of an earlier poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Favourites {
    /// Index of the poll.
    pub poll: usize,
    /// How many options, 1 to [`MOST_FAVOURITES`].
    pub top: u8,
}

/// The words of the first `top` options, the favourite first; of equals, the one that is written first. What nobody chose is no
/// favourite.
#[must_use]
pub fn favourites(question: &Question, figures: &Figures, top: u8) -> Vec<String> {
    let liked: Vec<(&str, f64)> = match figures {
        Figures::Choice(figures) => {
            let bars = figures.bars.iter();
            bars.map(|bar| (bar.id.as_str(), bar.count.into())).collect()
        }
        Figures::Ranking(figures) => {
            let ranks = figures.ranks.iter();
            ranks.map(|rank| (rank.id.as_str(), rank.points.into())).collect()
        }
        Figures::Points(figures) => {
            let purses = figures.purses.iter();
            purses.map(|purse| (purse.id.as_str(), purse.mean)).collect()
        }
        _ => Vec::new(),
    };
    let mut liked: Vec<(&str, f64)> = liked.into_iter().filter(|(_, liking)| *liking > 0.0).collect();
    // A stable sort: equals stay as they are written.
    liked.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let text = |(id, _): (&str, f64)| {
        let mut options = question.options().iter();
        options.find(|option| option.id == id).map(|option| option.text.clone())
    };
    liked.into_iter().filter_map(text).take(top.into()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::{Answer, Moderation, Multiple, PollOption};

    fn topics() -> Question {
        let option = |id: &str| PollOption {
            id: id.to_owned(),
            text: format!("About {id}"),
            ..PollOption::default()
        };
        Multiple {
            options: ["a", "b", "c", "d"].map(option).to_vec(),
            min: 1,
            max: 3,
            other: false,
            no_opinion: false,
            shuffle: false,
        }
        .into()
    }

    #[test]
    fn the_most_chosen_come_first_and_what_nobody_chose_does_not_come() {
        let question = topics();
        let mut counts = question.counts();
        for (seq, chosen) in [["c", "b"], ["c", "a"], ["c", "b"]].into_iter().enumerate() {
            let answer = Answer::Choices {
                choices: chosen.map(str::to_owned).to_vec(),
                other: None,
                sure: None,
            };
            let marks = question.read(&answer).expect("a sound answer");
            question.add(&mut counts, &marks, seq as u64);
        }
        let figures = question.figures(&counts, 3, &Moderation::default());
        assert_eq!(favourites(&question, &figures, 5), ["About c", "About b", "About a"]);
        assert_eq!(favourites(&question, &figures, 2), ["About c", "About b"]);
        let nobody = question.figures(&question.counts(), 0, &Moderation::default());
        assert!(favourites(&question, &nobody, 3).is_empty());
    }
}
