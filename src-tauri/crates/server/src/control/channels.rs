//! What the presenter does with the channels.

use axum::extract::State;
use gazouillis_core::Command;
use gazouillis_core::channel::{ChannelName, Ruling, Switch, Wish};
use gazouillis_core::kind::moderation::Verdict;
use gazouillis_protocol::{ChannelRequest, ErrorBody, ErrorCode, RuleRequest};

use super::role::Console;
use super::{Context, Done, Outcome, command};
use crate::body::Json;
use crate::path::Path;

/// Decides about questions: `approve` shows them to everybody, `hide` to nobody, `answer` says that they have been answered, `pin`
/// puts one up for its answer. With `on: false` it is as if that had not been said. Of several questions those that phones have
/// taken back meanwhile are left out.
#[utoipa::path(post, path = "/control/questions/{ruling}", tag = "control", security(("console" = [])), request_body = RuleRequest,
    params(("ruling" = String, Path, description = "`approve`, `hide`, `answer` or `pin`.")),
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 410, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn rule(
    _: Console,
    State(shared): Context,
    Path(ruling): Path<String>,
    Json(RuleRequest { questions, on }): Json<RuleRequest>,
) -> Outcome {
    let ruling = match ruling.as_str() {
        "approve" => Ruling::Verdict(on.then_some(Verdict::Shown)),
        "hide" => Ruling::Verdict(on.then_some(Verdict::Hidden)),
        "answer" => Ruling::Answered(on),
        "pin" => Ruling::Pinned(on),
        _ => return Err(ErrorCode::NotFound.into()),
    };
    command(&shared, Command::Channel(Wish::Rule { questions, ruling })).await
}

/// Opens or closes a channel, and says what happens to questions that nobody has decided about.
#[utoipa::path(post, path = "/control/channels/{channel}", tag = "control", security(("console" = [])), request_body = ChannelRequest,
    params(("channel" = ChannelName, Path, description = "`qa` or `reactions`.")),
    responses((status = 200, body = Done), (status = 401, body = ErrorBody), (status = 403, body = ErrorBody), (status = 404, body = ErrorBody), (status = 410, body = ErrorBody), (status = 503, body = ErrorBody)))]
pub(crate) async fn switch(
    _: Console,
    State(shared): Context,
    Path(channel): Path<ChannelName>,
    Json(request): Json<ChannelRequest>,
) -> Outcome {
    let wanted = [
        (Switch::Open, request.open),
        (Switch::Review, request.review),
        (Switch::Filter, request.filter),
        (Switch::Keep, request.keep),
    ];
    let mut done = axum::Json(Done::now(&shared));
    for (switch, on) in wanted {
        if let Some(on) = on {
            done = command(&shared, Command::Channel(Wish::Switch { channel, switch, on })).await?;
        }
    }
    Ok(done)
}
