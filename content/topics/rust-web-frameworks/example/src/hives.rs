use axum::Json as JsonResponse;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use sqlx::SqlitePool;

use crate::extract::{Json, Path};
use crate::failure::Failure;

// #region weight
/// A plausible weight of a hive.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, sqlx::Type)]
#[serde(try_from = "f64")]
#[sqlx(transparent)]
pub struct Kilograms(f64);

impl TryFrom<f64> for Kilograms {
    type Error = &'static str;

    fn try_from(value: f64) -> Result<Self, Self::Error> {
        if (0.0..=200.0).contains(&value) {
            Ok(Kilograms(value))
        } else {
            Err("a weight must be between 0 and 200 kg")
        }
    }
}
// #endregion weight

// #region report
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    kilograms: Kilograms,
}

pub async fn report(
    State(pool): State<SqlitePool>,
    Path(id): Path<u32>,
    Json(report): Json<Report>,
) -> Result<StatusCode, Failure> {
    sqlx::query(
        "INSERT INTO hives (id, kilograms) VALUES (?, ?)
         ON CONFLICT (id) DO UPDATE SET kilograms = excluded.kilograms",
    )
    .bind(id)
    .bind(report.kilograms)
    .execute(&pool)
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

// #endregion report

#[derive(Serialize, sqlx::FromRow)]
pub struct Hive {
    id: u32,
    kilograms: Kilograms,
}

pub async fn show(
    State(pool): State<SqlitePool>,
    Path(id): Path<u32>,
) -> Result<JsonResponse<Hive>, Failure> {
    sqlx::query_as("SELECT id, kilograms FROM hives WHERE id = ?")
        .bind(id)
        .fetch_optional(&pool)
        .await?
        .map(JsonResponse)
        .ok_or(Failure::NotFound)
}
