//! The HTTP surface: the staff API, the customer API, the token endpoint, and an optional folder of pages.

mod auth;
mod cors;
mod envelope;
mod gate;
mod list;
mod member;
mod read;
mod staff;
mod throttle;
mod token;
mod validate;
mod write;
mod wrong_host;

use std::{path::Path, sync::Arc};

use axum::{
    Router,
    http::{HeaderName, HeaderValue},
    middleware::from_fn_with_state,
};
use tower::ServiceBuilder;
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

use crate::state::App;

pub use gate::Severed;

/// Everything the main listener answers. `csp` goes with the pages out of `site` only.
pub fn router(app: &Arc<App>, site: Option<&Path>, csp: Option<HeaderValue>) -> Router {
    let mut router =
        Router::new().merge(token::routes()).merge(staff::routes()).merge(member::routes()).with_state(Arc::clone(app));
    if let Some(folder) = site {
        let policy = HeaderName::from_static("content-security-policy");
        router = router.fallback_service(
            ServiceBuilder::new()
                .layer(SetResponseHeaderLayer::if_not_present(policy, csp))
                .service(ServeDir::new(folder)),
        );
    }
    router.layer(from_fn_with_state(Arc::clone(app), gate::gate))
}
