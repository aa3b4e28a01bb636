//! The block ```` ```tweet ````: an invented tweet, drawn by the stage.

use gazouillis_core::content::{Callout, QuotedTweet, Tweet, TweetPart};

use crate::birds::{self, bird};
use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::Fields;
use crate::format::{Key, Takes};
use crate::report::{Problem, Report};
use crate::yaml::Node;

/// What a tweet may say.
pub(crate) const KEYS: [Key; 10] = [
    NAME,
    HANDLE,
    Key::new(
        "avatar",
        Takes::OneOf(birds::words),
        "un de nos oiseaux, comme portrait",
        "one of our birds, as its portrait",
    ),
    TEXT,
    Key::new(
        "time",
        Takes::Text,
        "l’heure, comme on l’écrit",
        "the time, as one writes it",
    ),
    Key::new("replies", COUNT, "le nombre de réponses", "the number of replies"),
    Key::new("retweets", COUNT, "le nombre de retweets", "the number of retweets"),
    Key::new("likes", COUNT, "le nombre de « J’aime »", "the number of likes"),
    Key::new(
        "quoted",
        Takes::Map(&QUOTED),
        "le tweet qu’il cite",
        "the tweet that it quotes",
    ),
    Key::new(
        "callouts",
        Takes::List(&Takes::Map(&CALLOUT), 1, MOST_CALLOUTS),
        "ce qui explique ses parties, une étape après l’autre",
        "what explains its parts, one step after another",
    ),
];

const NAME: Key = Key::new("name", Takes::Text, "le nom affiché", "the display name").due();
const HANDLE: Key = Key::new(
    "handle",
    Takes::Like("^@"),
    "l’adresse, avec son @",
    "the address, with its @",
)
.due();
const TEXT: Key = Key::new("text", Takes::Text, "ses mots", "its words").due();
const COUNT: Takes = Takes::Whole(0, MOST_COUNTED as i64);

/// More than anybody was ever liked.
const MOST_COUNTED: u32 = 999_999_999;

const QUOTED: [Key; 3] = [NAME, HANDLE, TEXT];

const CALLOUT: [Key; 2] = [
    Key::new(
        "part",
        Takes::OneOf(part_words),
        "ce qu’elle montre du doigt",
        "what it points at",
    )
    .due(),
    Key::new("text", Takes::Text, "ce qu’elle en dit", "what it says of it").due(),
];

fn part_words() -> Vec<&'static str> {
    PARTS.iter().map(|(word, _)| *word).collect()
}

const PARTS: [(&str, TweetPart); 12] = [
    ("avatar", TweetPart::Avatar),
    ("name", TweetPart::Name),
    ("handle", TweetPart::Handle),
    ("text", TweetPart::Text),
    ("mention", TweetPart::Mention),
    ("hashtag", TweetPart::Hashtag),
    ("link", TweetPart::Link),
    ("time", TweetPart::Time),
    ("replies", TweetPart::Replies),
    ("retweets", TweetPart::Retweets),
    ("likes", TweetPart::Likes),
    ("quoted", TweetPart::Quoted),
];

/// More explanations than fit around one tweet.
const MOST_CALLOUTS: usize = 12;

/// Reads a tweet; `step` hands out the step of each explanation. `at` is where the fence stands.
pub(crate) fn read(node: &Node, at: usize, report: &Report, step: &mut dyn FnMut(usize) -> u16) -> Option<Tweet> {
    let fields = Fields::of(node, "tweet", "name: …", report)?.missing_at(at);
    fields.only(&KEYS);
    let name = fields.required_text("name");
    let handle = handle(&fields);
    let text = fields.required_text("text");
    let count = |key| fields.whole(key, 0..=MOST_COUNTED).map(|count| count.value);
    let mut tweet = Tweet {
        name: name.map(|name| name.value).unwrap_or_default(),
        handle: handle.unwrap_or_default(),
        avatar: bird(&fields, "avatar"),
        text: text.map(|text| text.value).unwrap_or_default(),
        time: fields.text("time").map(|time| time.value),
        replies: count("replies"),
        retweets: count("retweets"),
        likes: count("likes"),
        quoted: quoted(&fields),
        callouts: Vec::new(),
    };
    tweet.callouts = fields
        .get("callouts")
        .and_then(|_| fields.counted("callouts", 1..=MOST_CALLOUTS))
        .unwrap_or_default()
        .iter()
        .filter_map(|node| callout(node, &fields, &tweet.text, report, step))
        .collect();
    Some(tweet)
}

fn handle(fields: &Fields<'_>) -> Option<String> {
    let handle = fields.required_text("handle")?;
    if !handle.value.starts_with('@') {
        let near = Some(format!("@{}", handle.value));
        let problem = Problem::new(handle.at, Code::HandleWithoutAt).found(&handle.value);
        fields.report.add(problem.nearest(near));
    }
    Some(handle.value)
}

fn quoted(fields: &Fields<'_>) -> Option<QuotedTweet> {
    let example = "{ name: …, handle: …, text: … }";
    let quoted = Fields::of(fields.get("quoted")?, "quoted", example, fields.report)?;
    quoted.only(&QUOTED);
    let name = quoted.required_text("name");
    let handle = handle(&quoted);
    let text = quoted.required_text("text");
    Some(QuotedTweet {
        name: name?.value,
        handle: handle?,
        text: text?.value,
    })
}

fn callout(
    node: &Node,
    tweet: &Fields<'_>,
    words: &str,
    report: &Report,
    step: &mut dyn FnMut(usize) -> u16,
) -> Option<Callout> {
    let fields = Fields::of(node, "callouts", "{ part: handle, text: \"…\" }", report)?;
    fields.only(&CALLOUT);
    let text = fields.required_text("text");
    fields.required("part");
    let part = fields.word("part", &PARTS, Code::UnknownWord)?;
    let present = match part.value {
        // Without a portrait the stage draws initials, which can be pointed at as well.
        TweetPart::Avatar | TweetPart::Name | TweetPart::Handle | TweetPart::Text => true,
        TweetPart::Mention => words.contains('@'),
        TweetPart::Hashtag => words.contains('#'),
        TweetPart::Link => words.contains("://"),
        TweetPart::Time => tweet.get("time").is_some(),
        TweetPart::Replies => tweet.get("replies").is_some(),
        TweetPart::Retweets => tweet.get("retweets").is_some(),
        TweetPart::Likes => tweet.get("likes").is_some(),
        TweetPart::Quoted => tweet.get("quoted").is_some(),
    };
    if !present {
        let word = PARTS.iter().find(|(_, known)| *known == part.value);
        let problem = Problem::new(part.at, Code::AbsentPart);
        report.add(problem.found(word.map_or("", |(word, _)| word)));
    }
    Some(Callout {
        part: part.value,
        text: text?.value,
        step: step(part.at),
    })
}
