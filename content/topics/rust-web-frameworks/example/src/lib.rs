//! The API to which scales under beehives report weights.

mod extract;
mod failure;
mod hives;
mod keeper;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRef};
use axum::http::StatusCode;
use axum::middleware::from_extractor_with_state;
use axum::routing::get;
use sqlx::SqlitePool;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use failure::Failure;
use keeper::Keeper;

// #region state
/// What all handlers share. Cloning it is cheap.
#[derive(Clone, FromRef)]
pub struct App {
    pub pool: SqlitePool,
    pub token: Arc<str>,
}
// #endregion state

// #region router
pub fn router(app: App) -> Router {
    let hives = Router::new()
        .route("/hives/{id}", get(hives::show).put(hives::report))
        .route_layer(from_extractor_with_state::<Keeper, _>(app.clone()));

    Router::new()
        .route("/health", get(|| async { "ok" }))
        .merge(hives)
        .fallback(|| async { Failure::NotFound })
        .method_not_allowed_fallback(|| async { Failure::MethodNotAllowed })
        .layer(DefaultBodyLimit::max(4096))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            Duration::from_secs(5),
        ))
        .layer(TraceLayer::new_for_http())
        .with_state(app)
}
// #endregion router
