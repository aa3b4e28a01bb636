use gazouillis_deck::DiagnosticCode as Code;

use crate::check_slides;

#[test]
fn mistakes_of_tweets() {
    check_slides(&[
        ("no handle", "▶```tweet\nname: A\ntext: t\n```", Code::MissingKey, None),
        (
            "a misspelt name, which is not missing as well",
            "```tweet\n▶nme: A\nhandle: \"@a\"\ntext: t\n```",
            Code::UnknownKey,
            Some("name"),
        ),
        (
            "a handle without its sign",
            "```tweet\nname: A\nhandle: ▶camille\ntext: t\n```",
            Code::HandleWithoutAt,
            Some("@camille"),
        ),
        (
            "an unknown portrait",
            "```tweet\nname: A\nhandle: \"@a\"\navatar: ▶anxieu\ntext: t\n```",
            Code::UnknownBird,
            Some("anxieux"),
        ),
        (
            "likes in words",
            "```tweet\nname: A\nhandle: \"@a\"\ntext: t\nlikes: ▶beaucoup\n```",
            Code::ExpectedWholeNumber,
            None,
        ),
        (
            "a negative number of replies",
            "```tweet\nname: A\nhandle: \"@a\"\ntext: t\nreplies: ▶-1\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "an unknown part",
            "```tweet\nname: A\nhandle: \"@a\"\ntext: t\ncallouts: [{ part: ▶handel, text: x }]\n```",
            Code::UnknownWord,
            Some("handle"),
        ),
        (
            "a part that is not there",
            "```tweet\nname: A\nhandle: \"@a\"\ntext: t\ncallouts: [{ part: ▶hashtag, text: x }]\n```",
            Code::AbsentPart,
            None,
        ),
        (
            "half a quoted tweet",
            "```tweet\nname: A\nhandle: \"@a\"\ntext: t\nquoted: ▶{ name: B, handle: \"@b\" }\n```",
            Code::MissingKey,
            None,
        ),
        (
            "a slip in a key",
            "```tweet\nname: A\nhandle: \"@a\"\ntext: t\n▶retweet: 3\n```",
            Code::UnknownKey,
            Some("retweets"),
        ),
    ]);
}
