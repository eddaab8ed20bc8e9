use std::time::Duration;

use tokio::time::{sleep, timeout};

// #region lock
#[derive(Debug, PartialEq)]
pub struct NoSignal;

/// The lock of a bike.
pub trait Lock {
    fn open(&self) -> impl Future<Output = Result<(), NoSignal>> + Send;
}

/// Tries three times, for five seconds each, with pauses of two seconds.
pub async fn open(lock: &impl Lock) -> Result<(), NoSignal> {
    for attempt in 1..=3 {
        if let Ok(Ok(())) = timeout(Duration::from_secs(5), lock.open()).await {
            return Ok(());
        }
        if attempt < 3 {
            sleep(Duration::from_secs(2)).await;
        }
    }
    Err(NoSignal)
}
// #endregion lock

// #region tests
#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use tokio::time::Instant;

    use super::*;

    /// Opens at the given attempt. Before that, it hangs or has no signal.
    struct FakeLock {
        opens_at: u32,
        hangs: bool,
        attempts: AtomicU32,
    }

    impl Lock for FakeLock {
        async fn open(&self) -> Result<(), NoSignal> {
            let attempt = self.attempts.fetch_add(1, Ordering::Relaxed) + 1;
            if attempt >= self.opens_at {
                return Ok(());
            }
            if self.hangs {
                std::future::pending::<()>().await;
            }
            Err(NoSignal)
        }
    }

    fn lock(opens_at: u32, hangs: bool) -> FakeLock {
        FakeLock {
            opens_at,
            hangs,
            attempts: AtomicU32::new(0),
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_lock_that_hangs_once_is_asked_again() {
        let start = Instant::now();
        assert_eq!(open(&lock(2, true)).await, Ok(()));
        assert_eq!(start.elapsed(), Duration::from_secs(7));
    }

    #[tokio::test(start_paused = true)]
    async fn a_lock_without_signal_is_asked_again() {
        let start = Instant::now();
        assert_eq!(open(&lock(2, false)).await, Ok(()));
        assert_eq!(start.elapsed(), Duration::from_secs(2));
    }

    #[tokio::test(start_paused = true)]
    async fn a_lock_that_never_responds_is_given_up() {
        let start = Instant::now();
        let lock = lock(4, true);
        assert_eq!(open(&lock).await, Err(NoSignal));
        assert_eq!(start.elapsed(), Duration::from_secs(19));
        assert_eq!(lock.attempts.load(Ordering::Relaxed), 3);
    }
}
// #endregion tests
