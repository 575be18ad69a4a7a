//! The customer API: the member's own notifications, and who the member is.

use std::sync::Arc;

use axum::{
    Extension, Json, Router,
    extract::{Path, Query, State},
    http::{
        HeaderMap, StatusCode,
        header::{ACCEPT, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
    routing::get,
};
use serde_json::{Value, json};

use super::{auth::Caller, envelope, envelope::Refusal, staff::Pairs, wrong_host};
use crate::{
    db::{
        Condition, Order, Page,
        entities::{COWORKER, NOTIFICATION},
    },
    state::App,
    switches::{MemberList, MemberShape},
};

type Answer = Result<Response, Refusal>;

/// All routes, with any two-letter language in front where the contract has one.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/{lang}/coworker/notifications", get(notifications))
        .route("/{lang}/coworker/notifications/", get(notifications))
        .route("/{lang}/coworker/dismissNotifications", get(dismiss))
        .route("/{lang}/coworker/dismissNotifications/", get(dismiss))
        .route("/{lang}/user/me", get(me))
        .route("/api/public/coworkers/profiles", get(profiles))
}

/// The member's own list in the shape of `--member-shape` (D6), newest first `[inferred]`, not cut into pages.
async fn notifications(
    State(app): State<Arc<App>>,
    Path(lang): Path<String>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
) -> Answer {
    known(&lang)?;
    let (_, coworker_id) = caller.member()?;
    let switches = app.switches();
    let mut own = vec![Condition::compare("r.coworker_id", "=", coworker_id)];
    if switches.member_list == MemberList::Waiting {
        own.push(Condition::compare("r.is_dismissed", "=", 0));
    }
    let newest_first = Order { expression: "r.created_on", descending: true };
    let zone = switches.zone;
    let listing = app.database.list(&NOTIFICATION, own, newest_first, Page::WHOLE, zone)?;
    let records = Value::from(listing.records);
    Ok(shown(
        &headers,
        match switches.member_shape {
            MemberShape::Array => records,
            MemberShape::Records => json!({ "Records": records }),
            MemberShape::Named => json!({ "Notifications": records }),
            MemberShape::NamedRecords => json!({ "Notifications": { "Records": records } }),
        },
    ))
}

/// Dismisses everything of the member about one entity `[doc]`; the answer's body is `[unknown]`.
async fn dismiss(
    State(app): State<Arc<App>>,
    Path(lang): Path<String>,
    Extension(caller): Extension<Caller>,
    Query(query): Query<Pairs>,
    headers: HeaderMap,
) -> Answer {
    known(&lang)?;
    let (account, coworker_id) = caller.member()?;
    let entity_id = query
        .iter()
        .find(|(name, _)| name == "entityId")
        .and_then(|(_, value)| value.parse().ok())
        .ok_or(Refusal::Status(StatusCode::BAD_REQUEST))?;
    app.database.dismiss(coworker_id, entity_id, account.email)?;
    let zone = app.switches().zone;
    Ok(shown(&headers, envelope::dismissed(account.email, zone)))
}

/// The user, whose `Id` is not the `CoworkerId` `[client]`; further fields are `[inferred]`.
async fn me(Path(lang): Path<String>, Extension(caller): Extension<Caller>, headers: HeaderMap) -> Answer {
    known(&lang)?;
    let (account, _) = caller.member()?;
    let user = json!({
        "Id": account.user_id,
        "FullName": account.full_name,
        "Email": account.email,
        "Active": true,
    });
    Ok(shown(&headers, user))
}

/// The user's customer profiles; `Id` is the `CoworkerId` `[client]`.
async fn profiles(State(app): State<Arc<App>>, Extension(caller): Extension<Caller>) -> Result<Json<Value>, Refusal> {
    let (_, coworker_id) = caller.member()?;
    let zone = app.switches().zone;
    let profile = app.database.get(&COWORKER, coworker_id, zone)?;
    Ok(Json(profile.into_iter().collect()))
}

fn known(lang: &str) -> Result<(), Refusal> {
    match lang.len() == 2 && lang.bytes().all(|byte| byte.is_ascii_lowercase()) {
        true => Ok(()),
        false => Err(Refusal::Status(StatusCode::NOT_FOUND)),
    }
}

/// JSON for a request that says so in `Content-Type` or `Accept` `[client, doc]`, a page otherwise.
fn shown(headers: &HeaderMap, value: Value) -> Response {
    let says_json = |name| {
        headers.get(name).and_then(|value| value.to_str().ok()).is_some_and(|text| text.contains("application/json"))
    };
    if says_json(CONTENT_TYPE) || says_json(ACCEPT) {
        return Json(value).into_response();
    }
    wrong_host::page("Your account", "This page is for people, not for programs.").into_response()
}
