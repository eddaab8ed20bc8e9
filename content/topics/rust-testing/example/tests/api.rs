use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use sqlx::SqlitePool;
use tower::ServiceExt;

// #region send
/// Sends one request to the router, without a network.
async fn send(app: &Router, method: &str, path: &str, body: Value) -> (StatusCode, Value) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("content-type", "application/json")
        .body(Body::from(body.to_string()))
        .unwrap();
    let response = app.clone().oneshot(request).await.unwrap();
    let status = response.status();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    (
        status,
        serde_json::from_slice(&bytes).unwrap_or(Value::Null),
    )
}
// #endregion send

// #region tests
#[sqlx::test]
async fn a_started_ride_can_be_read(pool: SqlitePool) {
    let app = rides::api::router(pool);
    send(&app, "POST", "/rides", json!({ "bike": "A1" })).await;

    let (status, ride) = send(&app, "POST", "/rides", json!({ "bike": "B7" })).await;
    assert_eq!(status, StatusCode::CREATED);

    let path = format!("/rides/{}", ride["id"]);
    let (status, read) = send(&app, "GET", &path, Value::Null).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(read["bike"], "B7");
}

#[sqlx::test]
async fn of_two_starts_at_once_one_wins(pool: SqlitePool) {
    let app = rides::api::router(pool);
    let start = || send(&app, "POST", "/rides", json!({ "bike": "B7" }));

    let ((one, _), (two, _)) = tokio::join!(start(), start());

    let mut both = [one, two];
    both.sort();
    assert_eq!(both, [StatusCode::CREATED, StatusCode::CONFLICT]);
}
// #endregion tests

#[sqlx::test]
async fn an_unknown_ride_is_not_found(pool: SqlitePool) {
    let app = rides::api::router(pool);
    let (status, _) = send(&app, "GET", "/rides/1", Value::Null).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[sqlx::test]
async fn a_body_without_a_bike_is_refused(pool: SqlitePool) {
    let app = rides::api::router(pool);
    let (status, _) = send(&app, "POST", "/rides", json!({ "bicycle": "B7" })).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
}
