//! The listener of paired phones. It has no other route.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use gazouillis_core::session::ScreenAct;
use gazouillis_core::{Command, Cursor, TokenHash};
use gazouillis_protocol::{ErrorCode, PairRequest, Pairing, PairingState, PressRequest, RemoteAct, project};
use http::header::HeaderMap;
use http::{StatusCode, Uri};

use crate::addresses::AddressBook;
use crate::answer::ApiError;
use crate::audience::bearer;
use crate::body::Json;
use crate::control::Done;
use crate::door::{Pace, Places};
use crate::guard::{Guard, Hosts};
use crate::listen::{Edge, ListenError, listen, serve};
use crate::secret::token_hash;
use crate::state::Shared;
use crate::{assets, stream};

type Context = State<Arc<Shared>>;

/// How many connections the listener holds: a few phones, and whoever else tries.
const PLACES: usize = 64;

/// Starts the listener beside that of the audience, on the runtime of the caller; what runs already goes on.
pub(crate) fn start(shared: &Arc<Shared>) -> Result<(), ListenError> {
    if shared.remotes.is_listening() {
        return Ok(());
    }
    let audience = shared.audience;
    let wanted = SocketAddr::new(audience.ip(), audience.port().checked_add(1).unwrap_or(0));
    let listener = listen(wanted)?;
    let address = listener.local_addr().map_err(|source| ListenError { wanted, source })?;
    let addresses = AddressBook::new(address, shared.addresses.name());
    let edge = Arc::new(Edge {
        guard: Guard {
            hosts: Arc::new(Hosts::Audience(addresses.clone())),
            language: shared.engine.now().deck.language,
        },
        places: Places::new(PLACES),
        // A bucket of its own: what strangers ask of this listener costs no voter anything.
        pace: Arc::<Pace>::default(),
        paced: true,
    });
    let router = router(Arc::clone(shared));
    let task = tokio::spawn(async move {
        tokio::join!(serve(listener, router, edge), addresses.watch());
    });
    shared.remotes.listens(address.port(), task.abort_handle());
    Ok(())
}

fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/", get(async |headers: HeaderMap| assets::remote_page(&headers)))
        .route("/assets/{*path}", get(asset))
        .route("/favicon.svg", get(asset))
        .route("/remote/pair", post(pair))
        .route("/remote/state", get(state))
        .route("/remote/live", get(live))
        .route("/remote/press", post(press))
        .fallback(async || ApiError(ErrorCode::NotFound))
        .method_not_allowed_fallback(async || ApiError(ErrorCode::MethodNotAllowed))
        .with_state(shared)
}

fn token(headers: &HeaderMap) -> Result<TokenHash, ApiError> {
    bearer(headers).map(token_hash)
}

async fn asset(uri: Uri, headers: HeaderMap) -> Result<Response, ApiError> {
    assets::desk_asset(uri.path(), &headers)
}

async fn pair(
    State(shared): Context,
    Json(request): Json<PairRequest>,
) -> Result<(StatusCode, axum::Json<Pairing>), ApiError> {
    let (token, name) = shared.remotes.pair(&request.key)?;
    Ok((StatusCode::CREATED, axum::Json(Pairing { token, name })))
}

async fn state(State(shared): Context, headers: HeaderMap) -> Result<axum::Json<PairingState>, ApiError> {
    let found = shared.remotes.find(&token(&headers)?);
    let (name, allowed) = found.ok_or(ApiError(ErrorCode::Unauthorized))?;
    Ok(axum::Json(PairingState { name, allowed }))
}

async fn live(State(shared): Context, headers: HeaderMap) -> Result<Response, ApiError> {
    shared.remotes.follow(&token(&headers)?, stream::follow)
}

/// Does what was pressed, unless it was done before or was meant for another place.
async fn press(
    State(shared): Context,
    headers: HeaderMap,
    Json(press): Json<PressRequest>,
) -> Result<axum::Json<Done>, ApiError> {
    if !shared.remotes.take(&token(&headers)?, &press)? {
        return Ok(axum::Json(Done::now(&shared)));
    }
    let now = shared.engine.now();
    if now.asks_resume || press.place.session != now.facts.id {
        return Err(ErrorCode::Elsewhere.into());
    }
    // Where the talk is when its turn comes decides: another press may come before it.
    let command = Command::At {
        place: Cursor {
            slide: press.place.slide as usize,
            step: press.place.step,
        },
        over: press.place.over,
        command: Box::new(command(press.act, &shared)?),
    };
    Ok(axum::Json(shared.engine.command(command).await?.into()))
}

fn command(act: RemoteAct, shared: &Shared) -> Result<Command, ApiError> {
    let now = shared.engine.now();
    let poll = || {
        let view = project::remote(&now.facts.id, &now.deck, &now.snapshot, None);
        view.poll.map(|poll| poll.id).ok_or(ApiError(ErrorCode::UnknownPoll))
    };
    Ok(match act {
        RemoteAct::Next => Command::Advance,
        RemoteAct::Previous => Command::Back,
        RemoteAct::Black if now.snapshot.screen.blank.is_some() => Command::Screen(ScreenAct::Lift),
        RemoteAct::Black => Command::Screen(ScreenAct::Black),
        RemoteAct::Open => Command::Open {
            poll: poll()?,
            reopen: false,
        },
        RemoteAct::Close => Command::Close { poll: poll()? },
        RemoteAct::Reveal => Command::Reveal { poll: poll()? },
        RemoteAct::Answer => Command::ShowAnswer { poll: poll()? },
    })
}
