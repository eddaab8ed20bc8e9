//! A shared counter, and a call that waits.

use std::sync::Mutex;
use std::time::Duration;

use tokio::time::sleep;

/// Stands for sending the number to another service.
async fn send(_count: u64) {
    sleep(Duration::from_millis(10)).await;
}

// #region visit
pub async fn visit(counter: &Mutex<u64>) {
    let now = {
        let mut count = counter.lock().unwrap();
        *count += 1;
        *count
    };
    send(now).await;
}
// #endregion visit

/// What the compiler must refuse: the guard exists at the `.await`, also after `drop`.
///
/// ```compile_fail
/// use std::sync::{Arc, Mutex};
///
/// let counter = Arc::new(Mutex::new(0));
/// tokio::spawn(async move {
///     let mut count = counter.lock().unwrap();
///     *count += 1;
///     drop(count);
///     tokio::task::yield_now().await;
/// });
/// ```
///
/// The same with a block is accepted:
///
/// ```no_run
/// use std::sync::{Arc, Mutex};
///
/// let counter = Arc::new(Mutex::new(0));
/// tokio::spawn(async move {
///     {
///         let mut count = counter.lock().unwrap();
///         *count += 1;
///     }
///     tokio::task::yield_now().await;
/// });
/// ```
pub struct Refused;
