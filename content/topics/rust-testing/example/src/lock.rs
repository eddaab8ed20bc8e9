use std::time::Duration;

use tokio::time::{sleep, timeout};

// #region lock
#[derive(Debug, PartialEq)]
pub struct NoSignal;

/// The lock of a bike, somewhere in the city.
pub trait Lock {
    fn open(&self) -> impl Future<Output = Result<(), NoSignal>> + Send;
}

/// Tries three times, five seconds each, with a pause of two seconds between.
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

    /// Doesn't respond before the given attempt.
    struct SlowLock {
        opens_at: u32,
        attempts: AtomicU32,
    }

    impl Lock for SlowLock {
        async fn open(&self) -> Result<(), NoSignal> {
            let attempt = self.attempts.fetch_add(1, Ordering::Relaxed) + 1;
            if attempt < self.opens_at {
                std::future::pending::<()>().await;
            }
            Ok(())
        }
    }

    fn lock(opens_at: u32) -> SlowLock {
        SlowLock {
            opens_at,
            attempts: AtomicU32::new(0),
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_lock_that_hangs_once_is_asked_again() {
        let start = Instant::now();
        assert_eq!(open(&lock(2)).await, Ok(()));
        assert_eq!(start.elapsed(), Duration::from_secs(7));
    }

    #[tokio::test(start_paused = true)]
    async fn a_lock_that_never_responds_is_given_up() {
        let start = Instant::now();
        let lock = lock(4);
        assert_eq!(open(&lock).await, Err(NoSignal));
        assert_eq!(start.elapsed(), Duration::from_secs(19));
        assert_eq!(lock.attempts.load(Ordering::Relaxed), 3);
    }
}
// #endregion tests
