use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::{InstrumentationEvent, SimpleConnection};
use diesel::prelude::*;
use diesel_migrations::MigrationHarness;
use glaciers::db::{self, Db};
use glaciers::readings::*;

struct Database {
    pool: Db,
    _folder: tempfile::TempDir,
}

fn database() -> Database {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.db");
    Database {
        pool: db::open(path.to_str().unwrap()).unwrap(),
        _folder: folder,
    }
}

fn new_reading(glacier_id: i32, year: i32, meters: Option<f64>) -> NewReading {
    NewReading {
        glacier_id,
        year,
        meters,
    }
}

#[test]
fn the_worst_years_come_first_and_missing_readings_are_left_out() {
    let database = database();
    let db = &mut database.pool.get().unwrap();
    let id = add_glacier(db, "Aletsch").unwrap().id;
    let other = add_glacier(db, "Rhone").unwrap().id;
    for (year, meters) in [
        (2022, Some(-61.0)),
        (2023, Some(-40.0)),
        (2024, Some(-52.0)),
        (2025, None),
    ] {
        add_reading(db, new_reading(id, year, meters)).unwrap();
        add_reading(db, new_reading(other, year, Some(-99.0))).unwrap();
    }
    let years = worst_years(db, "Aletsch", 40.0).unwrap();
    assert_eq!(years, [(2022, Some(-61.0)), (2024, Some(-52.0))]);
}

#[test]
fn a_survey_is_added_as_a_whole_or_not_at_all() {
    let database = database();
    let db = &mut database.pool.get().unwrap();
    let id = add_glacier(db, "Aletsch").unwrap().id;
    let twice = vec![
        new_reading(id, 2024, Some(-1.0)),
        new_reading(id, 2024, Some(-2.0)),
    ];
    assert!(matches!(add_survey(db, twice), Err(Error::AlreadyMeasured)));
    assert!(search(db, None, None).unwrap().is_empty());

    let unknown = vec![
        new_reading(id, 2024, Some(-1.0)),
        new_reading(99, 2024, None),
    ];
    assert!(matches!(add_survey(db, unknown), Err(Error::NotFound)));
    assert!(search(db, None, None).unwrap().is_empty());

    assert_eq!(
        add_survey(db, vec![new_reading(id, 2024, None)]).unwrap(),
        1
    );
    assert_eq!(search(db, Some(id), Some(2024)).unwrap().len(), 1);
}

#[test]
fn a_correction_sets_clears_or_leaves_a_value() {
    let database = database();
    let db = &mut database.pool.get().unwrap();
    let id = add_glacier(db, "Aletsch").unwrap().id;
    let reading = add_reading(db, new_reading(id, 2024, Some(-52.0))).unwrap();
    let mut after = |meters, year| {
        correct(db, reading.id, Correction { year, meters })?;
        let all = search(db, Some(id), None)?;
        Ok::<_, Error>((all[0].year, all[0].meters))
    };
    assert_eq!(after(None, Some(2023)).unwrap(), (2023, Some(-52.0)));
    assert_eq!(after(Some(Some(-50.0)), None).unwrap(), (2023, Some(-50.0)));
    assert_eq!(after(Some(None), None).unwrap(), (2023, None));
    assert_eq!(after(None, None).unwrap(), (2023, None));
    add_reading(db, new_reading(id, 2020, None)).unwrap();

    let correction = Correction {
        year: Some(2022),
        meters: None,
    };
    assert!(matches!(correct(db, 99, correction), Err(Error::NotFound)));
    let correction = Correction {
        year: Some(2020),
        meters: None,
    };
    let result = correct(db, reading.id, correction);
    assert!(matches!(result, Err(Error::AlreadyMeasured)));
    assert!(matches!(add_glacier(db, "Aletsch"), Err(Error::NameTaken)));
}

// #region two-queries
#[test]
fn a_report_takes_two_queries_however_many_glaciers_there_are() {
    let database = database();
    let db = &mut database.pool.get().unwrap();
    for number in (0..200).rev() {
        let id = add_glacier(db, &format!("G{number:03}")).unwrap().id;
        if number > 0 {
            for year in 2023..=2025 {
                add_reading(db, new_reading(id, year, Some(-1.0))).unwrap();
            }
        }
    }
    let queries = count_queries(db);
    let report = report(db, 2024).unwrap();
    assert_eq!(queries.load(Ordering::Relaxed), 2);

    assert_eq!(report.len(), 200);
    assert!(report[0].1.is_empty());
    let years: Vec<i32> = report[199].1.iter().map(|reading| reading.year).collect();
    assert_eq!(years, [2025, 2024]);
}
// #endregion two-queries

fn count_queries(db: &mut SqliteConnection) -> Arc<AtomicUsize> {
    let count = Arc::new(AtomicUsize::new(0));
    let counter = count.clone();
    db.set_instrumentation(move |event: InstrumentationEvent<'_>| {
        if matches!(event, InstrumentationEvent::StartQuery { .. }) {
            counter.fetch_add(1, Ordering::Relaxed);
        }
    });
    count
}

// #region pool
#[tokio::test(flavor = "current_thread")]
async fn waiting_for_a_connection_stops_no_other_task() {
    let database = database();
    let taken: Vec<_> = (0..4).map(|_| database.pool.get().unwrap()).collect();
    let waiting = tokio::spawn({
        let pool = database.pool.clone();
        async move { db::run(&pool, |db| search(db, None, None)).await }
    });
    let start = Instant::now();
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(start.elapsed() < Duration::from_millis(1000));

    drop(taken);
    assert!(waiting.await.unwrap().unwrap().is_empty());
}
// #endregion pool

#[tokio::test]
async fn when_no_connection_gets_free_there_is_an_error_after_two_seconds() {
    let database = database();
    let _taken: Vec<_> = (0..4).map(|_| database.pool.get().unwrap()).collect();
    let start = Instant::now();
    let result = db::run(&database.pool, |db| search(db, None, None)).await;
    assert!(matches!(result, Err(Error::Pool(_))));
    assert!(start.elapsed() < Duration::from_secs(4));
}

#[test]
fn a_write_waits_for_another_one_to_end() {
    let database = database();
    let db = &mut database.pool.get().unwrap();
    db.batch_execute("BEGIN IMMEDIATE").unwrap();
    let pool = database.pool.clone();
    let waiting = thread::spawn(move || add_glacier(&mut pool.get().unwrap(), "Rhone"));
    thread::sleep(Duration::from_millis(200));
    db.batch_execute("COMMIT").unwrap();
    waiting.join().unwrap().unwrap();
}

#[test]
fn a_reader_does_not_block_the_writer() {
    let database = database();
    let reader = &mut database.pool.get().unwrap();
    let writer = &mut database.pool.get().unwrap();
    reader.batch_execute("BEGIN").unwrap();
    assert!(search(reader, None, None).unwrap().is_empty());
    let id = add_glacier(writer, "Rhone").unwrap().id;
    reader.batch_execute("COMMIT").unwrap();
    add_reading(reader, new_reading(id, 2024, None)).unwrap(); // it's really there
}

#[test]
fn a_search_filters_by_glacier_by_year_by_both_and_ends_at_100() {
    let database = database();
    let db = &mut database.pool.get().unwrap();
    let ids = ["Aletsch", "Rhone"].map(|name| add_glacier(db, name).unwrap().id);
    for id in ids {
        for year in 1950..2020 {
            add_reading(db, new_reading(id, year, None)).unwrap();
        }
    }
    let mut found = |glacier, year| {
        let readings = search(db, glacier, year).unwrap();
        let keys = readings.iter().map(|r| (r.glacier_id, r.year));
        keys.collect::<Vec<_>>()
    };
    assert_eq!(found(None, None).len(), 100);
    assert_eq!(found(Some(ids[1]), None).len(), 70);
    assert_eq!(found(None, Some(1999)), ids.map(|id| (id, 1999)));
    assert_eq!(found(Some(ids[1]), Some(1999)), [(ids[1], 1999)]);
}

#[test]
fn migrations_go_down_and_up_again() {
    let database = database();
    let db = &mut database.pool.get().unwrap();
    db.revert_all_migrations(db::MIGRATIONS).unwrap();
    assert!(search(db, None, None).is_err());
    db.run_pending_migrations(db::MIGRATIONS).unwrap();
    assert!(search(db, None, None).unwrap().is_empty());
}
