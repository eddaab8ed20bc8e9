use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use sqlx::SqlitePool;
use tower::ServiceExt;

const TOKEN: &str = "a-token-for-tests";

fn app(pool: SqlitePool) -> Router {
    hives::router(hives::App {
        pool,
        token: TOKEN.into(),
    })
}

// #region send
/// Sends one request to the router, without a network.
async fn send(app: &Router, method: &str, path: &str, body: &str) -> (StatusCode, Value) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("authorization", format!("Bearer {TOKEN}"))
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
async fn the_last_report_is_shown(pool: SqlitePool) {
    let app = app(pool);
    for body in [r#"{"kilograms": 40}"#, r#"{"kilograms": 41.5}"#] {
        let (status, _) = send(&app, "PUT", "/hives/7", body).await;
        assert_eq!(status, StatusCode::NO_CONTENT);
    }
    send(&app, "PUT", "/hives/8", r#"{"kilograms": 12}"#).await;

    let (status, hive) = send(&app, "GET", "/hives/7", "").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(hive, json!({ "id": 7, "kilograms": 41.5 }));
}

#[sqlx::test]
async fn refused_requests_say_why_and_store_nothing(pool: SqlitePool) {
    let app = app(pool);
    let long = format!(r#"{{"kilograms": 41.5{}}}"#, " ".repeat(4096));
    let cases = [
        ("PUT", "/hives/7", r#"{"kilograms": "41.5"}"#, 422),
        ("PUT", "/hives/7", r#"{"kilograms": -1}"#, 422),
        ("PUT", "/hives/7", r#"{"kilograms": 200.1}"#, 422),
        ("PUT", "/hives/7", r#"{"kilo": 41.5}"#, 422),
        ("PUT", "/hives/7", r#"{"kilograms": 41.5, "lid": 1}"#, 422),
        ("PUT", "/hives/7", "{", 400),
        ("PUT", "/hives/7", "", 400),
        ("PUT", "/hives/7", &long, 413),
        ("PUT", "/hives/seven", r#"{"kilograms": 41.5}"#, 400),
        ("DELETE", "/hives/7", "", 405),
        ("GET", "/hives/7", "", 404),
        ("GET", "/bees", "", 404),
    ];
    for (method, path, body, expected) in cases {
        let (status, problem) = send(&app, method, path, body).await;
        assert_eq!(status.as_u16(), expected, "{method} {path} {body}");
        assert_eq!(problem["status"], expected, "{method} {path} {body}");
        assert!(problem["title"].is_string(), "{method} {path} {body}");
    }
}
// #endregion tests

async fn status(app: &Router, request: axum::http::request::Builder) -> StatusCode {
    let request = request.body(Body::from(r#"{"kilograms": 1}"#)).unwrap();
    app.clone().oneshot(request).await.unwrap().status()
}

#[sqlx::test]
async fn hives_need_the_token_and_the_health_check_does_not(pool: SqlitePool) {
    let app = app(pool);
    for header in ["", "Bearer", "Bearer x", "Basic a-token-for-tests"] {
        for method in ["GET", "PUT"] {
            let request = Request::builder()
                .method(method)
                .uri("/hives/7")
                .header("content-type", "application/json")
                .header("authorization", header);
            assert_eq!(status(&app, request).await, 401, "{method} {header}");
        }
    }
    let request = Request::builder().uri("/health");
    assert_eq!(status(&app, request).await, 200);
}

#[sqlx::test]
async fn a_body_that_is_not_declared_as_json_is_refused(pool: SqlitePool) {
    let request = Request::builder()
        .method("PUT")
        .uri("/hives/7")
        .header("authorization", format!("Bearer {TOKEN}"));
    assert_eq!(status(&app(pool), request).await, 415);
}

#[sqlx::test]
async fn a_problem_has_its_media_type_and_a_401_names_the_scheme(pool: SqlitePool) {
    let request = Request::builder()
        .uri("/hives/7")
        .body(Body::empty())
        .unwrap();
    let response = app(pool).oneshot(request).await.unwrap();
    let headers = response.headers();
    assert_eq!(headers["content-type"], "application/problem+json");
    assert_eq!(headers["www-authenticate"], "Bearer");
}

#[sqlx::test]
async fn a_lost_database_is_an_internal_error_without_details(pool: SqlitePool) {
    pool.close().await;
    let (status, problem) = send(&app(pool), "GET", "/hives/7", "").await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(problem["title"], "internal error");
}

#[tokio::test(start_paused = true)]
async fn a_body_that_never_ends_is_given_up() {
    let pool = SqlitePool::connect_lazy("sqlite::memory:").unwrap();
    let request = Request::builder()
        .method("PUT")
        .uri("/hives/7")
        .header("authorization", format!("Bearer {TOKEN}"))
        .header("content-type", "application/json")
        .body(Body::from_stream(futures_util::stream::pending::<
            Result<Vec<u8>, std::io::Error>,
        >()))
        .unwrap();
    let response = app(pool).oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
}
