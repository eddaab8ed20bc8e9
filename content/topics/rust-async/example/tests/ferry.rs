use std::sync::{Arc, Mutex};
use std::time::Duration;

use ferry::booking::{Booking, Harbor, book, book_within};
use ferry::prices::{Company, all, fastest, one_by_one, together};
use ferry::records::read_records;
use ferry::visits::visit;
use tokio::io::AsyncWriteExt;
use tokio::time::{Instant, sleep, timeout};

const MS: Duration = Duration::from_millis(1);

#[tokio::test(start_paused = true)]
async fn a_future_that_no_one_polls_does_nothing() {
    let harbor = Arc::new(Harbor::default());
    let booking = book(harbor.clone());
    sleep(5000 * MS).await;
    assert!(harbor.log().is_empty());
    drop(booking);
    assert!(harbor.log().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_limit_around_the_work_loses_the_ticket() {
    let harbor = Arc::new(Harbor::default());
    assert!(timeout(1000 * MS, book(harbor.clone())).await.is_err());
    sleep(5000 * MS).await;
    assert_eq!(
        harbor.log(),
        ["space reserved", "card charged", "space released"]
    );
}

// #region within-test
#[tokio::test(start_paused = true)]
async fn a_limit_around_the_waiting_loses_nothing() {
    let harbor = Arc::new(Harbor::default());
    let booking = book_within(1000 * MS, harbor.clone()).await;
    assert!(matches!(booking, Booking::StillRunning));
    assert_eq!(harbor.log(), ["space reserved", "card charged"]);

    sleep(1000 * MS).await;
    assert_eq!(
        harbor.log(),
        ["space reserved", "card charged", "ticket written"]
    );
}
// #endregion within-test

#[tokio::test(start_paused = true)]
async fn a_caller_that_is_gone_loses_nothing_either() {
    let harbor = Arc::new(Harbor::default());
    let caller = tokio::spawn(book_within(5000 * MS, harbor.clone()));
    sleep(700 * MS).await;
    caller.abort();
    sleep(1000 * MS).await;
    assert_eq!(harbor.log().last(), Some(&"ticket written"));
}

#[tokio::test(start_paused = true)]
async fn enough_time_brings_the_ticket() {
    let harbor = Arc::new(Harbor::default());
    let booking = book_within(5000 * MS, harbor.clone()).await;
    assert!(matches!(booking, Booking::Done(204)));
    assert_eq!(harbor.log().len(), 3);
}

fn company(euros: u32, delay: u32) -> Company {
    Company {
        euros,
        delay: delay * MS,
    }
}

// #region together-test
#[tokio::test(start_paused = true)]
async fn three_prices_take_as_long_as_the_slowest_one() {
    let (north, east) = (company(80, 300), company(75, 400));
    let coast = company(60, 60_000);

    let start = Instant::now();
    let prices = one_by_one(&north, &east, &coast).await;
    assert_eq!(prices, [Some(80), Some(75), None]);
    assert_eq!(start.elapsed(), 1700 * MS);

    let start = Instant::now();
    let prices = together(&north, &east, &coast).await;
    assert_eq!(prices, [Some(80), Some(75), None]);
    assert_eq!(start.elapsed(), 1000 * MS);
}
// #endregion together-test

#[tokio::test(start_paused = true)]
async fn many_companies_ten_at_a_time() {
    let mut companies: Vec<_> = (0..119).map(|n| company(n, 500)).collect();
    companies.push(company(1000, 60_000));
    let start = Instant::now();
    let mut prices = all(&companies).await;
    assert_eq!(start.elapsed(), 6500 * MS);
    prices.sort_unstable();
    assert_eq!(prices, Vec::from_iter(0..119));
    let in_order_of_arrival = all(&[company(1, 900), company(2, 200)]).await;
    assert_eq!(in_order_of_arrival, [2, 1]);
    assert!(all(&[]).await.is_empty());
    tokio::spawn(async move { all(&companies).await })
        .await
        .unwrap();
}

#[tokio::test(start_paused = true)]
async fn the_faster_of_two_wins() {
    let start = Instant::now();
    assert_eq!(fastest(&company(1, 900), &company(2, 200)).await, 2);
    assert_eq!(start.elapsed(), 200 * MS);
}

#[tokio::test(start_paused = true)]
async fn a_report_in_the_middle_of_a_record_loses_no_bytes() {
    let (mut connection, input) = tokio::io::duplex(64);
    let records = Arc::new(Mutex::new(Vec::new()));
    let received = records.clone();
    let reader = tokio::spawn(read_records(input, move |record| {
        received.lock().unwrap().push(record)
    }));
    for byte in 1..=8 {
        connection.write_all(&[byte]).await.unwrap();
        sleep(700 * MS).await;
    }
    assert_eq!(*records.lock().unwrap(), [[1, 2, 3, 4], [5, 6, 7, 8]]);
    drop(connection);
    let end = reader.await.unwrap().unwrap_err();
    assert_eq!(end.kind(), std::io::ErrorKind::UnexpectedEof);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn visits_from_many_tasks_are_all_counted() {
    let counter = Arc::new(Mutex::new(0));
    let tasks: tokio::task::JoinSet<()> = (0..100)
        .map(|_| counter.clone())
        .map(|counter| async move { visit(&counter).await })
        .collect();
    tasks.join_all().await;
    assert_eq!(*counter.lock().unwrap(), 100);
}
