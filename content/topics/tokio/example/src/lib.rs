//! Checks which servers accept connections.

pub mod limited;

use std::collections::HashMap;
use std::fmt;
use std::io::ErrorKind;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};
use tokio_util::sync::CancellationToken;

#[derive(Debug, Clone, PartialEq)]
pub enum Status {
    Open(Duration),
    Refused,
    TimedOut,
    Failed(String),
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Status::Open(time) => write!(f, "open after {} ms", time.as_millis()),
            Status::Refused => write!(f, "refused"),
            Status::TimedOut => write!(f, "timed out"),
            Status::Failed(reason) => write!(f, "failed: {reason}"),
        }
    }
}

// #region check
/// Connects to an address such as `localhost:5432`.
pub async fn check(address: String) -> Status {
    let start = Instant::now();
    match timeout(Duration::from_secs(2), TcpStream::connect(address)).await {
        Err(_) => Status::TimedOut,
        Ok(Ok(_connection)) => Status::Open(start.elapsed()),
        Ok(Err(error)) if error.kind() == ErrorKind::ConnectionRefused => Status::Refused,
        Ok(Err(error)) => Status::Failed(error.to_string()),
    }
}
// #endregion check

// #region check-all
/// Checks all addresses, at most `at_once` at a time, and reports each result when it's there.
/// After `stop` it starts no more checks and waits for those that are running.
pub async fn check_all<F>(
    addresses: Vec<String>,
    at_once: usize,
    stop: &CancellationToken,
    check: impl Fn(String) -> F,
    mut report: impl FnMut(&str, Status),
) where
    F: Future<Output = Status> + Send + 'static,
{
    assert!(at_once > 0, "nothing would ever be checked");
    let mut addresses = addresses.into_iter();
    let mut tasks = JoinSet::new();
    let mut names = HashMap::new();
    loop {
        while tasks.len() < at_once && !stop.is_cancelled() {
            let Some(address) = addresses.next() else {
                break;
            };
            let task = tasks.spawn(check(address.clone()));
            names.insert(task.id(), address);
        }
        let Some(joined) = tasks.join_next_with_id().await else {
            return;
        };
        let (id, status) = match joined {
            Ok((id, status)) => (id, status),
            Err(error) => (error.id(), Status::Failed(error.to_string())),
        };
        if let Some(address) = names.remove(&id) {
            report(&address, status);
        }
    }
}
// #endregion check-all
