//! How many answered.

use gazouillis_core::Summary;
use gazouillis_core::share::percent;
use gazouillis_core::summary::PollSummary;

use crate::words::Words;

/// “27 answers out of 30”. Hands raised by people without a phone are answers, so there may be more of these than phones: then nothing is
/// said of how many there could have been.
pub(super) fn response(poll: &PollSummary, summary: &Summary, words: Words) -> String {
    if poll.ballots == 0 {
        return words.get("ballots_none");
    }
    let answers = words.count("ballots", f64::from(poll.ballots));
    if poll.ballots > summary.joined {
        return answers;
    }
    let percent = words.percent(percent(poll.ballots, summary.joined));
    let joined = words.number(f64::from(summary.joined));
    words.fill(
        "ballots_of",
        &[("answers", &answers), ("joined", &joined), ("percent", &percent)],
    )
}
