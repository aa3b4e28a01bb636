//! The block ```` ```tweet ````: an invented tweet, drawn by the stage.

use gazouillis_core::content::{Callout, QuotedTweet, Tweet, TweetPart};

use crate::birds::bird;
use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::Fields;
use crate::report::{Problem, Report};
use crate::yaml::Node;

const KEYS: [&str; 10] = [
    "name", "handle", "avatar", "text", "time", "replies", "retweets", "likes", "quoted", "callouts",
];

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
    let count = |key| fields.whole(key, 0..=999_999_999).map(|count| count.value);
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
    quoted.only(&["name", "handle", "text"]);
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
    fields.only(&["part", "text"]);
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
