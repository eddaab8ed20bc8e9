use std::sync::{Arc, Mutex};
use std::time::Duration;

async fn send(_count: u64) {
    tokio::time::sleep(Duration::from_millis(10)).await;
}

// #region visit
async fn visit(counter: Arc<Mutex<u64>>) {
    let mut count = counter.lock().unwrap();
    *count += 1;
    send(*count).await;
}

#[tokio::main]
async fn main() {
    let counter = Arc::new(Mutex::new(0));
    tokio::spawn(visit(counter)).await.unwrap();
}
// #endregion visit
