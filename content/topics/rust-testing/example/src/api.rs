use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use sqlx::SqlitePool;

#[derive(Deserialize)]
struct Start {
    bike: String,
}

#[derive(Serialize, sqlx::FromRow)]
struct Ride {
    id: i64,
    bike: String,
}

// #region router
pub fn router(pool: SqlitePool) -> Router {
    Router::new()
        .route("/rides", post(start))
        .route("/rides/{id}", get(show))
        .with_state(pool)
}

async fn start(
    State(pool): State<SqlitePool>,
    Json(body): Json<Start>,
) -> Result<(StatusCode, Json<Ride>), StatusCode> {
    let ride = sqlx::query_as("INSERT INTO rides (bike) VALUES (?) RETURNING id, bike")
        .bind(body.bike)
        .fetch_one(&pool)
        .await
        .map_err(|error| match error.as_database_error() {
            Some(cause) if cause.is_unique_violation() => StatusCode::CONFLICT,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        })?;
    Ok((StatusCode::CREATED, Json(ride)))
}
// #endregion router

async fn show(
    State(pool): State<SqlitePool>,
    Path(id): Path<i64>,
) -> Result<Json<Ride>, StatusCode> {
    sqlx::query_as("SELECT id, bike FROM rides WHERE id = ?")
        .bind(id)
        .fetch_optional(&pool)
        .await
        .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?
        .map(Json)
        .ok_or(StatusCode::NOT_FOUND)
}
