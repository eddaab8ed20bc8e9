use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

// #region failure
/// Everything that can go wrong in a request.
pub enum Failure {
    Unauthorized,
    NotFound,
    MethodNotAllowed,
    /// An extractor refused the request.
    Refused(StatusCode, String),
    /// Not the client's fault. The details go into the log only.
    Internal(anyhow::Error),
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (status, title) = match self {
            Failure::Unauthorized => (StatusCode::UNAUTHORIZED, "token missing or wrong".into()),
            Failure::NotFound => (StatusCode::NOT_FOUND, "not found".into()),
            Failure::MethodNotAllowed => {
                (StatusCode::METHOD_NOT_ALLOWED, "method not allowed".into())
            }
            Failure::Refused(status, reason) => (status, reason),
            Failure::Internal(error) => {
                tracing::error!("{error:#}");
                (StatusCode::INTERNAL_SERVER_ERROR, "internal error".into())
            }
        };
        let body = Json(json!({ "status": status.as_u16(), "title": title }));
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        let mut response = (status, kind, body).into_response();
        if status == StatusCode::UNAUTHORIZED {
            let scheme = HeaderValue::from_static("Bearer");
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, scheme);
        }
        response
    }
}
// #endregion failure

// #region sqlx
impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Failure::Internal(error.into())
    }
}
// #endregion sqlx

impl From<JsonRejection> for Failure {
    fn from(rejection: JsonRejection) -> Self {
        Failure::Refused(rejection.status(), rejection.body_text())
    }
}

impl From<PathRejection> for Failure {
    fn from(rejection: PathRejection) -> Self {
        Failure::Refused(rejection.status(), rejection.body_text())
    }
}
