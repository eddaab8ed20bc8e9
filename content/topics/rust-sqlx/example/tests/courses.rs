//! Each test gets an empty, migrated database of its own on the server in DATABASE_URL.

use std::sync::Arc;
use std::time::{Duration, Instant};

use courses::courses::{Course, Error, add, book, list, search};
use courses::db;
use sqlx::migrate::Migrate;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection, PgConnection, PgPool};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio::time::timeout;

/// Free seats of a course, and how many have booked it.
async fn seats(db: &PgPool, course: i64) -> (i32, i64) {
    sqlx::query_as(
        "SELECT free_seats, (SELECT count(*) FROM bookings WHERE course_id = courses.id)
        FROM courses WHERE id = $1",
    )
    .bind(course)
    .fetch_one(db)
    .await
    .unwrap()
}

#[sqlx::test]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn a_booking_takes_one_seat(db: PgPool) {
    let crawl = add(&db, "Crawl", None, 2).await.unwrap();
    book(&db, crawl, 7).await.unwrap();
    assert_eq!(seats(&db, crawl).await, (1, 1));
}

// #region refused
#[sqlx::test]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn a_refused_booking_changes_nothing(db: PgPool) {
    let crawl = add(&db, "Crawl", None, 1).await.unwrap();
    book(&db, crawl, 7).await.unwrap();

    let again = book(&db, crawl, 7).await; // as after a lost response
    assert!(matches!(again, Err(Error::AlreadyBooked)), "{again:?}");
    let late = book(&db, crawl, 8).await;
    assert!(matches!(late, Err(Error::Full)), "{late:?}");
    let nowhere = book(&db, crawl + 1, 8).await;
    assert!(matches!(nowhere, Err(Error::NoCourse)), "{nowhere:?}");
    assert_eq!(seats(&db, crawl).await, (0, 1));
}
// #endregion refused

/// Bookings that meet: as many as the pool allows wait for the course's lock, then go on together.
async fn book_at_once(
    db: &PgPool,
    course: i64,
    members: impl IntoIterator<Item = i64>,
) -> Vec<Result<(), Error>> {
    let mut lock = db.begin().await.unwrap();
    sqlx::query("SELECT FROM courses FOR UPDATE")
        .execute(&mut *lock)
        .await
        .unwrap();
    let mut tasks = JoinSet::new();
    for member in members {
        let db = db.clone();
        tasks.spawn(async move { book(&db, course, member).await });
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    lock.rollback().await.unwrap();
    tasks.join_all().await
}

#[sqlx::test]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn thirty_members_get_two_seats(db: PgPool) {
    let crawl = add(&db, "Crawl", None, 2).await.unwrap();
    let mut booked = 0;
    for result in book_at_once(&db, crawl, 0..30).await {
        match result {
            Ok(()) => booked += 1,
            Err(error) => assert!(matches!(error, Error::Full), "{error:?}"),
        }
    }
    assert_eq!(booked, 2);
    assert_eq!(seats(&db, crawl).await, (0, 2));
}

#[sqlx::test]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn the_same_member_books_once(db: PgPool) {
    let crawl = add(&db, "Crawl", None, 5).await.unwrap();
    let results = book_at_once(&db, crawl, [7; 10]).await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    for error in results.into_iter().filter_map(Result::err) {
        assert!(matches!(error, Error::AlreadyBooked), "{error:?}");
    }
    assert_eq!(seats(&db, crawl).await, (4, 1));
}

/// A statement that went to the pool instead of the transaction would wait for a second connection.
#[sqlx::test]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn a_booking_needs_one_connection(_: PgPoolOptions, server: PgConnectOptions) {
    let one = PgPoolOptions::new()
        .max_connections(1)
        .acquire_timeout(Duration::from_millis(500))
        .connect_with(server)
        .await
        .unwrap();
    let crawl = add(&one, "Crawl", None, 1).await.unwrap();
    book(&one, crawl, 7).await.unwrap();
    one.close().await;
}

#[sqlx::test]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn a_dropped_transaction_rolls_back(db: PgPool) {
    let mut tx = db.begin().await.unwrap();
    add(&mut *tx, "Crawl", None, 1).await.unwrap();
    assert_eq!(list(&mut *tx, 0).await.unwrap().len(), 1);
    drop(tx);
    assert_eq!(list(&db, 0).await.unwrap(), []);
}

// #region cancelled
#[sqlx::test]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn a_cancelled_booking_leaves_no_trace(db: PgPool) {
    let crawl = add(&db, "Crawl", None, 1).await.unwrap();
    let mut other = db.begin().await.unwrap();
    sqlx::query("SELECT FROM courses FOR UPDATE")
        .execute(&mut *other)
        .await
        .unwrap();

    let deadline = Duration::from_millis(200);
    assert!(timeout(deadline, book(&db, crawl, 7)).await.is_err());
    other.rollback().await.unwrap();

    book(&db, crawl, 8).await.unwrap();
    assert_eq!(seats(&db, crawl).await, (0, 1));
}
// #endregion cancelled

/// In SQLx 0.9.0, the connection stays in the transaction that `begin` started.
#[sqlx::test]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn a_cancelled_begin_leaves_no_transaction(_: PgPoolOptions, server: PgConnectOptions) {
    let db = db::open(server.clone()).await.unwrap();
    let mut taken = Vec::new();
    for _ in 0..8 {
        taken.push(db.acquire().await.unwrap());
    }
    let mut last = taken.pop().unwrap();
    // Sends BEGIN, but doesn't wait for the answer, unless it's there at once.
    while timeout(Duration::ZERO, last.begin()).await.is_ok() {}
    drop(last);

    let crawl = add(&db, "Crawl", None, 1).await.unwrap();
    let mut other = PgConnection::connect_with(&server).await.unwrap();
    assert_eq!(list(&mut other, 0).await.unwrap()[0].id, crawl);
    other.close().await.unwrap();
    drop(taken);
    db.close().await;
}

/// Dropping the future doesn't stop the statement, and the connection isn't free before it ends.
#[sqlx::test]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn a_cancelled_statement_goes_on(_: PgPoolOptions, server: PgConnectOptions) {
    let one = PgPoolOptions::new()
        .max_connections(1)
        .acquire_timeout(Duration::from_millis(500))
        .connect_with(server)
        .await
        .unwrap();
    let slow = sqlx::query("SELECT pg_sleep(1.5)").execute(&one);
    assert!(timeout(Duration::from_millis(100), slow).await.is_err());

    let taken = one.acquire().await.err();
    assert!(
        matches!(taken, Some(sqlx::Error::PoolTimedOut)),
        "{taken:?}"
    );
    tokio::time::sleep(Duration::from_millis(1500)).await;
    drop(one.acquire().await.unwrap());
    one.close().await;
}

#[sqlx::test]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn the_ninth_waits_one_second(_: PgPoolOptions, server: PgConnectOptions) {
    let db = db::open(server).await.unwrap();
    let mut taken = Vec::new();
    for _ in 0..8 {
        taken.push(db.acquire().await.unwrap());
    }
    let start = Instant::now();
    let ninth = list(&db, 0).await;
    assert!(matches!(ninth, Err(Error::Busy)), "{ninth:?}");
    assert!(start.elapsed() < Duration::from_secs(3));

    drop(taken);
    assert_eq!(list(&db, 0).await.unwrap(), []);
    db.close().await;
}

#[sqlx::test]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn the_server_stops_slow_statements(_: PgPoolOptions, server: PgConnectOptions) {
    let db = db::open(server).await.unwrap();
    let start = Instant::now();
    let slow = sqlx::query("SELECT pg_sleep(10)").execute(&db).await;
    let error = Error::from(slow.unwrap_err());
    assert!(matches!(error, Error::Busy), "{error:?}");
    assert!(start.elapsed() < Duration::from_secs(3));
    db.close().await;
}

#[sqlx::test]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn a_booking_waits_one_second_for_a_lock(_: PgPoolOptions, server: PgConnectOptions) {
    let db = db::open(server).await.unwrap();
    let crawl = add(&db, "Crawl", None, 1).await.unwrap();
    let mut other = db.begin().await.unwrap();
    sqlx::query("SELECT FROM courses FOR UPDATE")
        .execute(&mut *other)
        .await
        .unwrap();
    let start = Instant::now();
    let blocked = book(&db, crawl, 7).await;
    assert!(matches!(blocked, Err(Error::Busy)), "{blocked:?}");
    assert!(start.elapsed() < Duration::from_millis(1900));

    other.rollback().await.unwrap();
    book(&db, crawl, 7).await.unwrap();
    db.close().await;
}

#[sqlx::test]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn filters_can_be_combined(db: PgPool) {
    let crawl = add(&db, "Crawl", Some("Mo"), 1).await.unwrap();
    let dive = add(&db, "Diving", Some("Mo"), 3).await.unwrap();
    let float = add(&db, "Floating", None, 5).await.unwrap();
    book(&db, dive, 7).await.unwrap();
    let ids = |courses: Vec<Course>| courses.iter().map(|course| course.id).collect::<Vec<_>>();

    let all = search(&db, None, None).await.unwrap();
    assert_eq!(all, list(&db, 0).await.unwrap());
    assert_eq!(all[1].booked, 1);
    assert_eq!(
        ids(search(&db, Some("Mo"), None).await.unwrap()),
        [crawl, dive]
    );
    assert_eq!(
        ids(search(&db, None, Some(2)).await.unwrap()),
        [dive, float]
    );
    assert_eq!(ids(search(&db, Some("Mo"), Some(2)).await.unwrap()), [dive]);
    let hostile = "' OR true --";
    assert_eq!(search(&db, Some(hostile), None).await.unwrap(), []);
}

#[sqlx::test]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn a_list_continues_after_an_id(db: PgPool) {
    let crawl = add(&db, "Crawl", Some("Mo"), 1).await.unwrap();
    let dive = add(&db, "Diving", None, 3).await.unwrap();
    let rest = list(&db, crawl).await.unwrap();
    let expected = Course {
        id: dive,
        title: "Diving".into(),
        teacher: None,
        booked: 0,
    };
    assert_eq!(rest, [expected]);
}

/// Forwards to the server. Connections that are open when it's told to freeze stay open, but silent.
async fn proxy(server: &PgConnectOptions, freeze: Arc<Notify>) -> PgConnectOptions {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let target = (server.get_host().to_owned(), server.get_port());
    tokio::spawn(async move {
        while let Ok((mut client, _)) = listener.accept().await {
            let (target, freeze) = (target.clone(), freeze.clone());
            tokio::spawn(async move {
                let mut server = TcpStream::connect(target).await.unwrap();
                tokio::select! {
                    _ = copy_bidirectional(&mut client, &mut server) => {}
                    _ = freeze.notified() => std::future::pending().await,
                }
            });
        }
    });
    server.clone().host("127.0.0.1").port(port)
}

#[sqlx::test]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn silent_connections_are_replaced(_: PgPoolOptions, server: PgConnectOptions) {
    let freeze = Arc::new(Notify::new());
    let db = db::open(proxy(&server, freeze.clone()).await)
        .await
        .unwrap();
    let mut taken = Vec::new();
    for _ in 0..8 {
        taken.push(db.acquire().await.unwrap());
    }
    freeze.notify_waiters();
    for connection in &mut taken {
        let silent = timeout(Duration::from_millis(20), list(&mut **connection, 0)).await;
        assert!(silent.is_err());
    }
    drop(taken);
    let busy = list(&db, 0).await;
    assert!(matches!(busy, Err(Error::Busy)), "{busy:?}");

    let replaced = async { while list(&db, 0).await.is_err() {} };
    timeout(Duration::from_secs(10), replaced).await.unwrap();
    db.close().await;
}

#[sqlx::test(migrations = false)]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn two_releases_migrate_at_once(_: PgPoolOptions, server: PgConnectOptions) {
    let (first, second) = tokio::join!(db::migrate(&server), db::migrate(&server));
    first.unwrap();
    second.unwrap();
    db::migrate(&server).await.unwrap();
    let db = db::open(server).await.unwrap();
    assert_eq!(list(&db, 0).await.unwrap(), []);
    db.close().await;
}

/// The limits of the service's connections don't apply to a migration.
#[sqlx::test(migrations = false)]
#[cfg_attr(no_database, ignore = "set DATABASE_URL")]
async fn a_migration_may_take_longer_than_a_query(_: PgPoolOptions, server: PgConnectOptions) {
    let mut other = PgConnection::connect_with(&server).await.unwrap();
    other.lock().await.unwrap();
    let unlock = async {
        tokio::time::sleep(Duration::from_millis(2500)).await;
        other.unlock().await.unwrap();
    };
    let (migrated, ()) = tokio::join!(db::migrate(&server), unlock);
    migrated.unwrap();
    other.close().await.unwrap();
}
