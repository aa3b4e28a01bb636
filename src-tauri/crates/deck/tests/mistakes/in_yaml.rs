use gazouillis_deck::DiagnosticCode as Code;

use crate::check_slides;

#[test]
fn mistakes_of_grammar() {
    check_slides(&[
        (
            "a colon in a bare text",
            "```poll\nid: a\nask: Lundi, 9 h ▶: un logiciel ?\n```",
            Code::YamlColon,
            None,
        ),
        (
            "a colon in a bare text in braces",
            "```poll\nid: a\noptions:\n  - { id: a, text: L’adresse ▶: unique }\n```",
            Code::YamlBracket,
            None,
        ),
        (
            "quotes inside quotes",
            "```tweet\nname: \"Un \"▶mot\" entre guillemets\"\n```",
            Code::YamlQuote,
            None,
        ),
        (
            "an unquoted handle",
            "```tweet\nhandle: ▶@camille\n```",
            Code::YamlReserved,
            None,
        ),
        (
            "a tab",
            "```poll\nid: a\noptions:\n▶\t- { text: a }\n```",
            Code::YamlTab,
            None,
        ),
        ("an anchor", "```tweet\nname: ▶&a Camille\n```", Code::YamlAnchor, None),
        ("a type", "```tweet\nname: ▶!!str Camille\n```", Code::YamlTag, None),
        (
            "a list for a key",
            "```tweet\n? ▶[a]\n: b\nname: A\nhandle: \"@a\"\ntext: t\n```",
            Code::YamlKey,
            None,
        ),
        (
            "two documents",
            "```tweet\nname: A\n...\n▶name: B\n```",
            Code::YamlDocument,
            None,
        ),
        (
            "a key given twice",
            "```tweet\nname: A\nhandle: \"@a\"\ntext: t\n▶name: B\n```",
            Code::DuplicateKey,
            None,
        ),
        (
            "a hashtag taken for a comment",
            "```tweet\nname: A\nhandle: \"@a\"\ntext: Bonjour ▶#lundi\n```",
            Code::HashStartsComment,
            None,
        ),
        (
            "lists in lists in lists",
            "```tweet\nname: [[[[[[[▶[[1]]]]]]]]]\n```",
            Code::TooDeep,
            None,
        ),
        (
            "a line that is no key",
            "```tweet\nname: A\nhandle\n▶text: t\n```",
            Code::YamlSyntax,
            None,
        ),
        ("a fence without content", "▶```tweet\n```", Code::ExpectedMapping, None),
        (
            "a mistake in an indented block",
            "  ```tweet\n  name: A\n  handle: ▶a\n  text: t\n  ```",
            Code::HandleWithoutAt,
            Some("@a"),
        ),
    ]);
}
