//! Axum's extractors, with our own error responses.

use axum::extract::{FromRequest, FromRequestParts};

use crate::failure::Failure;

// #region extract
#[derive(FromRequest)]
#[from_request(via(axum::Json), rejection(Failure))]
pub struct Json<T>(pub T);

#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(Failure))]
pub struct Path<T>(pub T);
// #endregion extract
