//! The description of both listeners.

use utoipa::openapi::OpenApi;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi as _};

struct Bearers(&'static [(&'static str, &'static str)]);

impl Modify for Bearers {
    fn modify(&self, api: &mut OpenApi) {
        let components = api.components.get_or_insert_default();
        for (name, description) in self.0 {
            let scheme = HttpBuilder::new()
                .scheme(HttpAuthScheme::Bearer)
                .description(Some(*description))
                .build();
            components.add_security_scheme(*name, SecurityScheme::Http(scheme));
        }
    }
}

#[derive(utoipa::OpenApi)]
#[openapi(
    info(title = "Gazouillis, audience", description = "What a phone may ask of a session."),
    paths(
        crate::audience::join,
        crate::audience::follow,
        crate::audience::picture,
        crate::audience::me,
        crate::audience::cast,
        crate::audience::upvotes::upvote,
        crate::audience::channels::ask,
        crate::audience::channels::edit,
        crate::audience::channels::withdraw,
        crate::audience::channels::want,
        crate::audience::channels::react,
        crate::audience::channels::mood,
    )
)]
struct Audience;

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Gazouillis, control",
        description = "What the stage may see and the console may do. Loopback only."
    ),
    paths(
        crate::control::stage_deck,
        crate::control::stage_live,
        crate::control::picture,
        crate::videos::address,
        crate::videos::play,
        crate::control::console_deck,
        crate::control::console_live,
        crate::control::advance,
        crate::control::back,
        crate::control::go_to,
        crate::control::screen,
        crate::control::polls::open,
        crate::control::polls::close,
        crate::control::polls::reveal,
        crate::control::polls::show_answer,
        crate::control::polls::again,
        crate::control::polls::set_timer,
        crate::control::polls::count_hands,
        crate::control::polls::improvise,
        crate::control::polls::improve,
        crate::control::polls::uncover,
        crate::control::moderation::moderate,
        crate::control::channels::rule,
        crate::control::channels::switch,
        crate::control::observed::observe,
        crate::control::observed::show,
        crate::control::finish,
        crate::control::refresh_breakdown,
        crate::control::new_session,
        crate::control::resume,
        crate::control::home,
        crate::control::hand,
        crate::control::stage_hand,
        crate::control::door::set_wifi,
        crate::control::remote::offer,
        crate::control::remote::withdraw,
        crate::control::remote::allow,
        crate::control::choose_address,
        crate::control::cut,
        crate::control::door::set_open,
        crate::control::door::answer,
        crate::control::sessions,
        crate::control::forget,
        crate::control::summary,
        crate::control::handout,
    )
)]
struct Control;

/// The audience listener, served at `/api/openapi.json`.
#[must_use]
pub fn audience() -> OpenApi {
    let mut api = Audience::openapi();
    Bearers(&[("phone", "The token that joining gave, or that the phone brought.")]).modify(&mut api);
    api
}

/// The control listener, served at `/control/openapi.json`.
#[must_use]
pub fn control() -> OpenApi {
    let mut api = Control::openapi();
    Bearers(&[
        ("console", "This start's control secret."),
        (
            "stage",
            "This start's stage secret, which may only listen; the control secret serves as well.",
        ),
    ])
    .modify(&mut api);
    api
}
