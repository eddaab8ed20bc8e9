use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::{self, JoinError};

// #region limited
/// Runs blocking work in the blocking pool when one of the permits is free.
pub async fn limited<T: Send + 'static>(
    permits: Arc<Semaphore>,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, JoinError> {
    let permit = permits.acquire_owned().await.expect("never closed");
    task::spawn_blocking(move || {
        let _permit = permit; // kept until the work ends, also if the caller is gone
        work()
    })
    .await
}
// #endregion limited
