//! Questions that are answered in words become what their author wrote.

use gazouillis_core::Question;
use gazouillis_core::kind::moderation::Display;
use gazouillis_core::poll::ResultsVisibility;
use gazouillis_core::text::tweet::Demand;
use gazouillis_deck::parse;

fn question(block: &str) -> Question {
    let talk = format!("---\ntitle: T\nlang: fr\n---\n\n```poll\nid: p\nask: q\n{block}\n```\n");
    let parsed = parse(&talk);
    assert!(parsed.diagnostics().is_empty(), "{:?}", parsed.diagnostics());
    let deck = parsed.deck().expect("a sound talk");
    assert_eq!(deck.polls[0].results, ResultsVisibility::Live);
    deck.polls[0].question.clone()
}

#[test]
fn what_is_left_out_is_three_words_read_first() {
    let Question::Words(words) = question("kind: words") else {
        panic!("a poll of words")
    };
    assert_eq!((words.max, words.moderate), (3, true));
    let Question::Words(words) = question("kind: words\nmax: 1\nmoderate: false") else {
        panic!("a poll of words")
    };
    assert_eq!((words.max, words.moderate), (1, false));
}

#[test]
fn an_open_answer_says_how_long_and_how_it_is_shown() {
    let Question::Text(text) = question("kind: text\nmax: 120\nshow: themes\nmoderate: false") else {
        panic!("an open answer")
    };
    assert_eq!((text.max, text.show, text.moderate), (120, Display::Themes, false));
}

#[test]
fn a_tweet_has_its_charter() {
    let block = "kind: tweet\nmention: required\nlink: forbidden\nhashtags: { min: 1, max: 2 }\nconfidential: [ Projet Phénix, bilan ]";
    let Question::Tweet(tweet) = question(block) else {
        panic!("a tweet")
    };
    assert_eq!(
        (tweet.charter.mention, tweet.charter.link),
        (Demand::Required, Demand::Forbidden)
    );
    assert_eq!(
        (tweet.charter.least_hashtags, tweet.charter.most_hashtags),
        (1, Some(2))
    );
    assert_eq!(tweet.charter.confidential, ["Projet Phénix", "bilan"]);
    assert!(tweet.moderate);
}
