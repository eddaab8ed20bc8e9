use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::sleep;
use upcheck::limited::limited;

#[tokio::test]
async fn callers_that_leave_do_not_free_a_permit_early() {
    static RUNNING: AtomicUsize = AtomicUsize::new(0);
    static MOST: AtomicUsize = AtomicUsize::new(0);
    fn work() {
        MOST.fetch_max(RUNNING.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        thread::sleep(Duration::from_millis(100));
        RUNNING.fetch_sub(1, Ordering::SeqCst);
    }
    let permits = Arc::new(Semaphore::new(2));

    let mut callers = JoinSet::new();
    for _ in 0..4 {
        callers.spawn(limited(Arc::clone(&permits), work));
    }
    sleep(Duration::from_millis(50)).await;
    callers.abort_all();
    limited(Arc::clone(&permits), work).await.unwrap();

    assert_eq!(MOST.load(Ordering::SeqCst), 2);
    assert_eq!(permits.available_permits(), 2);
}
