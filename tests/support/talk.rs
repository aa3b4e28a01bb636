//! A talk file, built slide by slide.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Builds the Markdown of a talk. Everything that must never reach the room has `SECRET` in it.
#[derive(Debug, Clone)]
pub struct TestTalk {
    title: String,
    language: &'static str,
    /// What its front matter says besides.
    says: String,
    slides: Vec<String>,
    files: Vec<(String, Vec<u8>)>,
}

impl Default for TestTalk {
    fn default() -> Self {
        Self::new()
    }
}

impl TestTalk {
    /// A talk in French of one slide, with two profiles: `curieux`, and `deborde` who may hide it. One answer classifies.
    #[must_use]
    pub fn new() -> Self {
        Self {
            title: "Un essai".to_owned(),
            language: "fr",
            says: String::new(),
            slides: Vec::new(),
            files: Vec::new(),
        }
    }

    /// Another title.
    #[must_use]
    pub fn titled(mut self, title: &str) -> Self {
        title.clone_into(&mut self.title);
        self
    }

    /// The talk in English.
    #[must_use]
    pub fn in_english(mut self) -> Self {
        self.language = "en";
        self
    }

    /// With a leader board of nicknames.
    #[must_use]
    pub fn with_leaderboard(mut self) -> Self {
        self.says.push_str("leaderboard: true\n");
        self
    }

    /// With questions to the speaker, reactions and mood; questions wait for the presenter or do not.
    #[must_use]
    pub fn with_channels(mut self, moderated: bool) -> Self {
        let _ = writeln!(
            self.says,
            "channels:\n  qa: {{ moderated: {moderated}, max: 80 }}\n  reactions: {{ mood: true }}"
        );
        self
    }

    /// A slide of the questions to the speaker.
    #[must_use]
    pub fn questions(self) -> Self {
        self.slide("---\nlayout: qa\n---\n\n# Vos questions")
    }

    fn slide(mut self, content: &str) -> Self {
        let number = self.slides.len();
        self.slides
            .push(format!("{content}\n\n<!-- SECRET notes {number} -->\n"));
        self
    }

    fn poll(self, id: &str, kind: &str, options: &[&str], rest: &str) -> Self {
        let mut block = format!("```poll\nid: {id}\nkind: {kind}\nask: \"Question {id} ?\"\n{rest}options:\n");
        for option in options {
            let _ = writeln!(
                block,
                "  - {{ id: {option}, text: \"Option {option}\", note: \"SECRET note {option}\" }}"
            );
        }
        self.slide(&format!("{block}```"))
    }

    /// A slide with points that appear one after another.
    #[must_use]
    pub fn points(self, title: &str, points: &[&str]) -> Self {
        let points: String = points.iter().map(|point| format!("* {point}\n")).collect();
        self.slide(&format!("# {title}\n\n{points}"))
    }

    /// A single choice, with results shown live.
    #[must_use]
    pub fn single(self, id: &str, options: &[&str]) -> Self {
        self.poll(id, "single", options, "")
    }

    /// A single choice, with results hidden until they are revealed.
    #[must_use]
    pub fn hidden(self, id: &str, options: &[&str]) -> Self {
        self.poll(id, "single", options, "results: after\n")
    }

    /// A question that is answered by a tweet.
    #[must_use]
    pub fn tweet(self, id: &str) -> Self {
        self.slide(&format!(
            "```poll\nid: {id}\nkind: tweet\nask: \"Question {id} ?\"\n```"
        ))
    }

    /// An open question whose texts phones may upvote.
    #[must_use]
    pub fn upvoted(self, id: &str) -> Self {
        self.slide(&format!(
            "```poll\nid: {id}\nkind: text\nask: \"Question {id} ?\"\nupvotes: true\n```"
        ))
    }

    /// Several choices, at most so many.
    #[must_use]
    pub fn multiple(self, id: &str, options: &[&str], max: usize) -> Self {
        self.poll(id, "multiple", options, &format!("max: {max}\n"))
    }

    /// A quiz.
    #[must_use]
    pub fn quiz(self, id: &str, options: &[&str], right: &str) -> Self {
        self.poll(
            id,
            "quiz",
            options,
            &format!("right: {right}\nexplain: \"SECRET explanation\"\n"),
        )
    }

    /// A quiz whose right answers give points by their speed; its time is longer than any test takes.
    #[must_use]
    pub fn speedy(self, id: &str, options: &[&str], right: &str) -> Self {
        let keys = format!("right: {right}\nexplain: \"SECRET explanation\"\ntimer: 600\nspeed: true\n");
        self.poll(id, "quiz", options, &keys)
    }

    /// Options put in order.
    #[must_use]
    pub fn ranking(self, id: &str, options: &[&str]) -> Self {
        self.poll(id, "ranking", options, "")
    }

    /// Half of a question asked twice: `before` or `after`.
    #[must_use]
    pub fn half(self, id: &str, half: &str, options: &[&str]) -> Self {
        self.poll(id, "single", options, &format!("pair: {half}\n"))
    }

    /// A question whose two options, `curieux` and `deborde`, give points to the profile of that name.
    #[must_use]
    pub fn scoring(self, id: &str) -> Self {
        self.slide(&format!(
            "```poll\nid: {id}\nkind: single\nask: \"Question {id} ?\"\noptions:\n  \
             - {{ id: curieux, text: \"Curieux\", scores: {{ curieux: 3 }} }}\n  \
             - {{ id: deborde, text: \"Débordé\", scores: {{ deborde: 3 }} }}\n```"
        ))
    }

    /// A single choice in which people say which of the two profiles they take themselves for.
    #[must_use]
    pub fn portrait(self, id: &str) -> Self {
        self.slide(&format!(
            "```poll\nid: {id}\nkind: single\nrole: portrait\nask: \"Question {id} ?\"\noptions:\n  \
             - {{ id: curieux, text: \"Curieux\" }}\n  \
             - {{ id: deborde, text: \"Débordé\" }}\n```"
        ))
    }

    /// A single choice that phones keep as their person's next step.
    #[must_use]
    pub fn step(self, id: &str) -> Self {
        self.slide(&format!(
            "```poll\nid: {id}\nkind: single\nrole: step\nask: \"Question {id} ?\"\noptions:\n  \
             - {{ id: lire, text: \"Lire\" }}\n  \
             - {{ id: ecrire, text: \"Écrire\" }}\n```"
        ))
    }

    /// Single choices of one slide, which is a survey.
    #[must_use]
    pub fn survey(self, ids: &[&str], options: &[&str], timer: Option<u32>) -> Self {
        let front = timer.map_or_else(String::new, |seconds| format!("---\ntimer: {seconds}\n---\n\n"));
        let mut content = format!("{front}# Avant de commencer\n");
        for id in ids {
            let _ = write!(
                content,
                "\n```poll\nid: {id}\nkind: single\nask: \"Question {id} ?\"\noptions:\n"
            );
            for option in options {
                let _ = writeln!(content, "  - {{ id: {option}, text: \"Option {option}\" }}");
            }
            content.push_str("```\n");
        }
        self.slide(&content)
    }

    /// The room's breakdown.
    #[must_use]
    pub fn breakdown(self) -> Self {
        self.slide("---\nlayout: profiles\n---\n\n# La salle")
    }

    /// A file beside the talk.
    #[must_use]
    pub fn file(mut self, path: &str, bytes: &[u8]) -> Self {
        self.files.push((path.to_owned(), bytes.to_owned()));
        self
    }

    /// A question about a place on a picture. What is right is its left half.
    #[must_use]
    pub fn pin(self, id: &str, src: &str) -> Self {
        self.slide(&format!(
            "```poll\nid: {id}\nkind: pin\nask: \"Question {id} ?\"\npicture: {{ src: \"{src}\", alt: \"Une image.\" }}\n\
             regions:\n  - {{ id: gauche, text: \"La gauche\", at: [0, 0, 0.5, 1] }}\n  - {{ id: coin, text: \"Le coin\", at: [0.5, 0, 0.25, 0.25] }}\n\
             right: gauche\nexplain: \"SECRET explanation\"\n```"
        ))
    }

    /// A single choice between pictures.
    #[must_use]
    pub fn pictured(self, id: &str, pictures: &[&str]) -> Self {
        let mut block = format!("```poll\nid: {id}\nkind: single\nask: \"Question {id} ?\"\noptions:\n");
        for (number, src) in pictures.iter().enumerate() {
            let _ = writeln!(
                block,
                "  - {{ id: option-{number}, text: \"Option {number}\", picture: \"{src}\", alt: \"Image {number}\" }}"
            );
        }
        self.slide(&format!("{block}```"))
    }

    /// A slide with a picture.
    #[must_use]
    pub fn picture(self, src: &str) -> Self {
        self.slide(&format!("# Une image\n\n![Une image]({src})"))
    }

    /// A slide with a video, and the picture that stands before it plays.
    #[must_use]
    pub fn video(self, src: &str, poster: &str) -> Self {
        self.slide(&format!("# Une vidéo\n\n![Une vidéo](<{src}> \"{poster}\")"))
    }

    /// The results of an earlier poll.
    #[must_use]
    pub fn results(self, poll: &str) -> Self {
        self.slide(&format!("---\nlayout: results\npoll: {poll}\n---\n\n# Résultats"))
    }

    /// The file's text.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut text = format!(
            "---\ntitle: \"{}\"\nlang: {}\n{}typology:\n  minimum_answers: 1\n  profiles:\n    \
             - {{ id: curieux, name: Le curieux, reference: 60, bird: curieux, summary: \"Il regarde.\", lever: \"SECRET lever\", advice: [\"Regardez encore.\"] }}\n    \
             - {{ id: deborde, name: Le débordé, reference: 40, bird: deborde, summary: \"Il court.\", lever: \"SECRET lever\", advice: [\"Cinq minutes.\"], masks: [curieux] }}\n\
             layout: cover\n---\n\n# {}\n\n<!-- SECRET notes of the cover -->\n",
            self.title, self.language, self.says, self.title
        );
        for slide in &self.slides {
            // A slide that opens with its own front matter brings the separator along.
            let separator = if slide.starts_with("---\n") { "\n" } else { "\n---\n\n" };
            text.push_str(separator);
            text.push_str(slide);
        }
        text
    }

    /// Writes the file, and those beside it, into a folder.
    ///
    /// # Panics
    /// When the folder does not take it.
    #[must_use]
    pub fn write(&self, folder: &Path) -> PathBuf {
        for (path, bytes) in &self.files {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
            std::fs::write(path, bytes).expect("a file can be written");
        }
        let path = folder.join("talk.md");
        std::fs::write(&path, self.markdown()).expect("the talk can be written");
        path
    }
}
