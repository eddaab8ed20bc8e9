use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;
use upcheck::{Status, check, check_all};

fn addresses(count: usize) -> Vec<String> {
    (0..count)
        .map(|number| format!("host{number}:80"))
        .collect()
}

async fn takes_a_second(_address: String) -> Status {
    sleep(Duration::from_secs(1)).await;
    Status::Open(Duration::from_secs(1))
}

// #region limit
#[tokio::test(start_paused = true)]
async fn never_more_than_twenty_at_a_time_and_never_idle() {
    static RUNNING: AtomicUsize = AtomicUsize::new(0);
    static MOST: AtomicUsize = AtomicUsize::new(0);
    let check = async |_: String| {
        MOST.fetch_max(RUNNING.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        sleep(Duration::from_secs(1)).await;
        RUNNING.fetch_sub(1, Ordering::SeqCst);
        Status::Refused
    };
    let start = Instant::now();
    let mut checked = Vec::new();
    check_all(
        addresses(1000),
        20,
        &CancellationToken::new(),
        check,
        |address, _| checked.push(address.to_string()),
    )
    .await;

    assert_eq!(MOST.load(Ordering::SeqCst), 20);
    assert_eq!(start.elapsed(), Duration::from_secs(50));
    checked.sort();
    checked.dedup();
    assert_eq!(checked.len(), 1000);
}
// #endregion limit

// #region stop
#[tokio::test(start_paused = true)]
async fn after_a_stop_nothing_new_starts_and_what_runs_is_reported() {
    let stop = CancellationToken::new();
    let signal = stop.clone();
    tokio::spawn(async move {
        sleep(Duration::from_millis(1500)).await;
        signal.cancel();
    });
    let start = Instant::now();
    let mut reported = 0;
    check_all(addresses(1000), 20, &stop, takes_a_second, |_, _| {
        reported += 1
    })
    .await;

    assert_eq!(reported, 40);
    assert_eq!(start.elapsed(), Duration::from_secs(2));
}
// #endregion stop

// #region panic
#[tokio::test]
async fn a_panic_is_reported_with_its_address_and_the_others_go_on() {
    let check = async |address: String| {
        assert_ne!(address, "host3:80", "no such host");
        Status::Refused
    };
    let (mut refused, mut failed) = (0, Vec::new());
    check_all(
        addresses(10),
        4,
        &CancellationToken::new(),
        check,
        |address, status| match status {
            Status::Refused => refused += 1,
            _ => failed.push(address.to_string()),
        },
    )
    .await;

    assert_eq!(refused, 9);
    assert_eq!(failed, ["host3:80"]);
}
// #endregion panic

#[tokio::test]
async fn no_addresses_and_a_stop_before_the_start_end_at_once() {
    let stop = CancellationToken::new();
    check_all(vec![], 20, &stop, takes_a_second, |_, _| {
        panic!("nothing to report")
    })
    .await;
    stop.cancel();
    check_all(addresses(5), 20, &stop, takes_a_second, |_, _| {
        panic!("nothing to report")
    })
    .await;
}

#[tokio::test]
async fn a_real_port_is_open_or_refused() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    assert!(matches!(check(address.clone()).await, Status::Open(_)));
    drop(listener);
    assert_eq!(check(address).await, Status::Refused);
    assert!(matches!(
        check("no port".to_string()).await,
        Status::Failed(_)
    ));
}

#[tokio::test(start_paused = true)]
async fn a_server_that_accepts_no_connection_times_out() {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut queue = Vec::new(); // fills up, and then the system takes no more
    while let Ok(connection) = timeout(Duration::from_secs(1), TcpStream::connect(address)).await {
        queue.push(connection.unwrap());
    }

    let start = Instant::now();
    assert_eq!(check(address.to_string()).await, Status::TimedOut);
    assert_eq!(start.elapsed(), Duration::from_secs(2));
}
