//! Displays that show every event, as long as they keep up, and a setting of which only the newest value counts.

use tokio::sync::broadcast::{self, error::RecvError};
use tokio::sync::watch;

// #region display
/// Shows events until there are no more. `limit` is the magnitude in tenths from which on it shows them.
pub async fn display(
    mut events: broadcast::Receiver<u32>,
    mut limit: watch::Receiver<u32>,
    mut show: impl FnMut(String),
) {
    loop {
        tokio::select! {
            event = events.recv() => match event {
                Ok(magnitude) if magnitude >= *limit.borrow() => show(format!("M {magnitude}")),
                Ok(_) => {}
                Err(RecvError::Lagged(missed)) => show(format!("{missed} missed, reload")),
                Err(RecvError::Closed) => return,
            },
            Ok(()) = limit.changed() => {
                let limit = *limit.borrow_and_update();
                show(format!("from M {limit}"));
            }
        }
    }
}
// #endregion display
