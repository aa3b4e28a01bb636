//! How each kind stands in a talk file: the examples with which the kinds' modules open.

use super::KindName;

impl KindName {
    /// The source of the kind's module.
    fn source(self) -> &'static str {
        match self {
            Self::Single => include_str!("single.rs"),
            Self::Multiple => include_str!("multiple.rs"),
            Self::Quiz => include_str!("quiz.rs"),
            Self::Scale => include_str!("scale/mod.rs"),
            Self::Plane => include_str!("plane/mod.rs"),
            Self::Number => include_str!("number/mod.rs"),
            Self::Ranking => include_str!("ranking.rs"),
            Self::Points => include_str!("points.rs"),
            Self::Words => include_str!("words/mod.rs"),
            Self::Text => include_str!("text.rs"),
            Self::Tweet => include_str!("tweet.rs"),
            Self::Pin => include_str!("pin/mod.rs"),
            Self::Match => include_str!("matching.rs"),
            Self::Blanks => include_str!("blanks.rs"),
        }
    }

    /// A poll of this kind as it stands in a talk file, without the fence around it: the first example of the kind's module. The
    /// reference of the format (`gazouillis help talk`) and the reader's tests take it from here.
    #[must_use]
    pub fn example(self) -> String {
        let lines = self.source().lines().filter_map(|line| line.strip_prefix("//!"));
        let written = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
        let example = written.skip_while(|line| *line != "```yaml").skip(1);
        let lines: Vec<&str> = example.take_while(|line| *line != "```").collect();
        lines.join("\n")
    }

    /// What the kind is, in the sentence with which its module opens.
    #[must_use]
    pub fn summary(self) -> &'static str {
        let first = self.source().lines().next().unwrap_or_default();
        first.trim_start_matches("//!").trim()
    }
}
