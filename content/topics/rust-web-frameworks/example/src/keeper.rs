use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum_extra::TypedHeader;
use axum_extra::headers::Authorization;
use axum_extra::headers::authorization::Bearer;
use subtle::ConstantTimeEq;

use crate::App;
use crate::failure::Failure;

// #region keeper
/// Proof that the request has the right token.
pub struct Keeper;

impl FromRequestParts<App> for Keeper {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let expected = &app.token;
        let TypedHeader(Authorization(token)) =
            TypedHeader::<Authorization<Bearer>>::from_request_parts(parts, app)
                .await
                .map_err(|_| Failure::Unauthorized)?;
        if bool::from(token.token().as_bytes().ct_eq(expected.as_bytes())) {
            Ok(Keeper)
        } else {
            Err(Failure::Unauthorized)
        }
    }
}
// #endregion keeper
