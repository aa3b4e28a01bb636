//! What each word of some code is. The grammars are Sublime Text's, by way of syntect: the PDF's typesetter has them in the
//! program anyway, so that some two hundred languages cost it next to nothing.

use std::sync::LazyLock;

use gazouillis_core::content::{CodeClass, CodeSpan};
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

/// Without line ends: the very data that the typesetter holds, so that it is in the program once.
static GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_no_newlines);

/// More letters than anybody reads from a slide; what is longer has no colours, so that a hostile file cannot take long.
const MOST_LETTERS: usize = 16 * 1024;

/// The same, of one line: a grammar's expressions may look at it many times.
const LONGEST_LINE: usize = 400;

/// Languages by names that people use and the grammars do not.
const ALIASES: [(&str, &str); 9] = [
    ("csharp", "cs"),
    ("golang", "go"),
    ("shell", "sh"),
    ("console", "sh"),
    ("javascript", "js"),
    ("jsonc", "json"),
    ("typescript", "ts"),
    ("docker", "dockerfile"),
    ("vb", "vbs"),
];

/// Names for text that is no code.
const PLAIN: [&str; 5] = ["", "text", "txt", "plain", "plaintext"];

/// The languages that a message names, of all that there are.
pub(crate) const USUAL: [&str; 24] = [
    "bash",
    "c",
    "cpp",
    "css",
    "csharp",
    "diff",
    "go",
    "html",
    "java",
    "javascript",
    "json",
    "kotlin",
    "lua",
    "markdown",
    "php",
    "python",
    "ruby",
    "rust",
    "sql",
    "swift",
    "toml",
    "typescript",
    "xml",
    "yaml",
];

/// Whether a language has colours, or is meant to have none.
pub(crate) fn is_known(language: &str) -> bool {
    PLAIN.contains(&language) || grammar(language).is_some()
}

fn grammar(language: &str) -> Option<&'static SyntaxReference> {
    if PLAIN.contains(&language) {
        return None;
    }
    let language = language.to_lowercase();
    let alias = ALIASES.iter().find(|(alias, _)| *alias == language);
    GRAMMARS.find_syntax_by_token(alias.map_or(language.as_str(), |(_, token)| *token))
}

/// The lines of some code, each word with what it is.
pub(crate) fn lines(text: &str, language: &str) -> Vec<Vec<CodeSpan>> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let too_long = text.len() > MOST_LETTERS || text.lines().any(|line| line.len() > LONGEST_LINE);
    let mut grammar = grammar(language).filter(|_| !too_long).map(ParseState::new);
    let mut stack = ScopeStack::new();
    let plain = |line: &str| {
        vec![CodeSpan {
            class: None,
            text: line.to_owned(),
        }]
    };
    text.split('\n')
        .map(|line| {
            let coloured = grammar.as_mut().and_then(|state| coloured(line, state, &mut stack));
            if coloured.is_none() {
                // A grammar that gave up on a line has lost its place.
                grammar = None;
            }
            coloured.unwrap_or_else(|| plain(line))
        })
        .collect()
}

fn coloured(line: &str, state: &mut ParseState, stack: &mut ScopeStack) -> Option<Vec<CodeSpan>> {
    let changes = state.parse_line(line, &GRAMMARS).ok()?;
    let mut spans: Vec<CodeSpan> = Vec::new();
    let mut add = |text: &str, class: Option<CodeClass>| {
        // Space has no colour, so it goes with what is before it.
        match spans.last_mut() {
            Some(last) if last.class == class || text.trim().is_empty() => last.text.push_str(text),
            _ if text.is_empty() => {}
            _ => spans.push(CodeSpan {
                class,
                text: text.to_owned(),
            }),
        }
    };
    let mut done = 0;
    for (at, change) in changes {
        add(line.get(done..at)?, class(stack));
        done = at;
        stack.apply(&change).ok()?;
    }
    add(line.get(done..)?, class(stack));
    Some(spans)
}

/// Which scopes are what: the first that fits, from the innermost scope out.
static CLASSES: LazyLock<Vec<(Scope, CodeClass)>> = LazyLock::new(|| {
    use CodeClass::{Attribute, Comment, Deleted, Function, Inserted, Keyword, Punctuation, String, Tag, Type, Value};
    let table = [
        ("comment", Comment),
        ("punctuation.definition.comment", Comment),
        ("constant.character.escape", Value),
        ("string", String),
        ("punctuation.definition.string", String),
        ("punctuation.definition.inserted", Inserted),
        ("punctuation.definition.deleted", Deleted),
        ("markup.inserted", Inserted),
        ("markup.deleted", Deleted),
        ("markup.heading", Keyword),
        ("constant", Value),
        ("entity.name.function", Function),
        ("variable.function", Function),
        ("support.function", Function),
        ("entity.name.tag", Tag),
        ("support.type.property-name", Tag),
        ("entity.other.attribute-name", Attribute),
        ("variable.annotation", Attribute),
        ("entity", Type),
        ("support.type", Type),
        ("support.class", Type),
        ("storage", Keyword),
        ("keyword.operator.assignment", Punctuation),
        ("keyword.operator.word", Keyword),
        ("keyword.operator.logical", Keyword),
        ("keyword.operator", Punctuation),
        ("keyword", Keyword),
        ("variable.language", Keyword),
        ("punctuation", Punctuation),
    ];
    table
        .into_iter()
        .filter_map(|(scope, class)| Some((Scope::new(scope).ok()?, class)))
        .collect()
});

fn class(stack: &ScopeStack) -> Option<CodeClass> {
    let mut innermost_first = stack.as_slice().iter().rev();
    innermost_first.find_map(|scope| {
        let (_, class) = CLASSES.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope))?;
        Some(*class)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a line that are of a class.
    fn words(code: &str, language: &str, class: CodeClass) -> Vec<String> {
        let spans = lines(code, language).into_iter().flatten();
        let found = spans.filter(|span| span.class == Some(class));
        found.map(|span| span.text.trim().to_owned()).collect()
    }

    #[test]
    fn a_word_is_told_by_the_grammar_of_its_language() {
        let rust = "fn greet(name: &str) { // hello\n    println!(\"{name}\", 42);\n}\n";
        assert!(words(rust, "rust", CodeClass::Keyword).contains(&"fn".to_owned()));
        assert_eq!(words(rust, "rust", CodeClass::Comment), ["// hello"]);
        assert!(words(rust, "rust", CodeClass::Function).contains(&"greet".to_owned()));
        assert!(words(rust, "rust", CodeClass::Value).contains(&"42".to_owned()));
        assert_eq!(words("# a\nb = 'c'", "python", CodeClass::Comment), ["# a"]);
        assert_eq!(words("select 1 -- a", "sql", CodeClass::Comment), ["-- a"]);
    }

    #[test]
    fn no_letter_is_lost_whatever_the_language() {
        let code = "a = \"é😀\\n\" # b\n\n\t<x y='1'>{ /* c */ }\nfn d() -> e;";
        for language in USUAL.iter().chain(&["", "nonsense", "vue", "tex"]) {
            let spans = lines(code, language);
            let text: Vec<String> = spans
                .iter()
                .map(|line| line.iter().map(|span| span.text.as_str()).collect())
                .collect();
            assert_eq!(text.join("\n"), code, "{language}");
        }
    }

    #[test]
    fn the_usual_languages_have_colours() {
        for language in USUAL.iter().chain(&[
            "rs",
            "py",
            "js",
            "ts",
            "tsx",
            "sh",
            "yml",
            "dockerfile",
            "scala",
            "r",
            "jsonc",
        ]) {
            assert!(grammar(language).is_some(), "{language}");
        }
        assert!(is_known("text") && !is_known("nonsense"));
    }

    #[test]
    fn what_would_take_long_has_no_colours() {
        let long = format!("let a = {};", "(".repeat(LONGEST_LINE));
        assert!(lines(&long, "rust").iter().flatten().all(|span| span.class.is_none()));
    }
}
