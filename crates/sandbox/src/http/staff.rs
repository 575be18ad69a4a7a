//! The staff API: the same routes for every entity.

use std::sync::Arc;

use axum::{
    Extension, Router,
    body::Bytes,
    extract::{Path, Query, State},
    http::HeaderMap,
    routing::{MethodRouter, delete, get, post, put},
};

use super::{
    auth::Caller,
    list, read,
    write::{self, Sent},
};
use crate::{
    db::{
        entities::{AUDIT, COWORKER, NOTIFICATION, REMINDER},
        entity::Entity,
    },
    state::App,
};

type Shared = State<Arc<App>>;
/// The query in the order it was sent.
pub type Pairs = Vec<(String, String)>;

/// Whether a path belongs to the staff API.
pub fn owns(path: &str) -> bool {
    path.starts_with("/api/") && !path.starts_with("/api/public/")
}

/// All entities; reminders and customers can only be read `[doc]`.
pub fn routes() -> Router<Arc<App>> {
    let mut router = Router::new();
    for entity in [&COWORKER, &REMINDER] {
        router = place(router, entity, collection(entity), one(entity));
    }
    for entity in [&NOTIFICATION, &AUDIT] {
        let writable = collection(entity).merge(writes(entity));
        let removable = one(entity).merge(removal(entity));
        router = place(router, entity, writable, removable);
    }
    router
}

/// The collection answers with and without a slash at its end.
fn place(
    router: Router<Arc<App>>,
    entity: &'static Entity,
    collection: MethodRouter<Arc<App>>,
    one: MethodRouter<Arc<App>>,
) -> Router<Arc<App>> {
    router
        .route(entity.path, collection.clone())
        .route(&format!("{}/", entity.path), collection)
        .route(&format!("{}/{{id}}", entity.path), one)
}

fn collection(entity: &'static Entity) -> MethodRouter<Arc<App>> {
    get(move |State(app): Shared, Extension(caller): Extension<Caller>, Query(query): Query<Pairs>| async move {
        match query.iter().find(|(name, _)| name == "id") {
            Some((_, ids)) => read::several(&app, entity, caller, ids),
            None => list::answer(&app, entity, caller, &query),
        }
    })
}

fn one(entity: &'static Entity) -> MethodRouter<Arc<App>> {
    get(move |State(app): Shared, Extension(caller): Extension<Caller>, Path(id): Path<String>| async move {
        read::one(&app, entity, caller, &id)
    })
}

fn writes(entity: &'static Entity) -> MethodRouter<Arc<App>> {
    let create = move |State(app): Shared, Extension(caller): Extension<Caller>, headers: HeaderMap, body: Bytes| async move {
        write::create(&app, entity, caller, Sent { headers, body })
    };
    let update = move |State(app): Shared, Extension(caller): Extension<Caller>, headers: HeaderMap, body: Bytes| async move {
        write::update(&app, entity, caller, Sent { headers, body })
    };
    post(create).merge(put(update))
}

fn removal(entity: &'static Entity) -> MethodRouter<Arc<App>> {
    delete(move |State(app): Shared, Extension(caller): Extension<Caller>, Path(id): Path<String>| async move {
        write::remove(&app, entity, caller, &id)
    })
}
