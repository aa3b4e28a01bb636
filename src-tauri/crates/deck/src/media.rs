//! Pictures and videos among the blocks of a slide: `![what it shows](file)`.

use gazouillis_core::content::Block;
use pulldown_cmark::Event;

use crate::diagnostic::DiagnosticCode as Code;
use crate::inline::Run;
use crate::markdown::Column;
use crate::picture;
use crate::report::{Problem, Spanned};

/// The types of video that are served: what the engines of the three systems have in common.
pub(crate) const VIDEOS: [&str; 3] = ["mp4", "m4v", "webm"];

/// A video may have this many bytes: half an hour of a good one, and nothing that a laptop could not read from its disk in time.
pub(crate) const LARGEST_VIDEO: u64 = 2 * 1024 * 1024 * 1024;

/// Whether a path is a video's, by its ending.
pub(crate) fn is_video(path: &str) -> bool {
    picture::ending(path).is_some_and(|ending| VIDEOS.contains(&ending.as_str()))
}

impl Column<'_, '_> {
    /// A picture, or a video whose poster stands in quotes after the file. `at` is where it begins in the file.
    pub(crate) fn image(&mut self, src: &str, title: &str, at: usize, run: &mut Run) {
        let alt = self.described(at);
        if alt.trim().is_empty() {
            let problem = Problem::new(at, Code::MissingAlt).found(src);
            self.slide.report.add(problem.expected("![…](…)"));
        }
        let types: Vec<&str> = picture::TYPES.into_iter().chain(VIDEOS).collect();
        let Some(src) = self.named(src, at, &types) else {
            return;
        };
        if !is_video(&src) {
            run.blocks.push(Block::Image { src, alt });
            return;
        }
        let poster = match title.trim() {
            "" => None,
            poster => self.named(poster, at, &picture::TYPES),
        };
        let step = self.slide.step(at);
        run.blocks.push(Block::Video { src, alt, poster, step });
    }

    /// The words between the brackets, for those who do not see it.
    fn described(&mut self, at: usize) -> String {
        let mut alt = String::new();
        let mut open = 1;
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) if open == 1 => break,
                Event::End(_) => open -= 1,
                Event::Text(text) | Event::Code(text) => {
                    alt.push_str(&self.slide.variables.fill(&text, at, self.slide.report));
                }
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                _ => {}
            }
        }
        alt
    }

    /// A file that the slide names, if it may.
    fn named(&mut self, path: &str, at: usize, types: &[&str]) -> Option<String> {
        let value = path.to_owned();
        let value = picture::relative_of(&Spanned { at, value }, types, self.slide.report)?;
        let named = value.clone();
        self.slide.content.pictures.push(Spanned { at, value });
        Some(named)
    }
}
