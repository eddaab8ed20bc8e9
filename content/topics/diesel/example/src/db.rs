//! The pool, the migrations, and the way from async code to the database.

use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::r2d2::{ConnectionManager, CustomizeConnection, Pool};
use diesel::sqlite::SqliteConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::readings::Error;

pub type Db = Pool<ConnectionManager<SqliteConnection>>;

pub const MIGRATIONS: EmbeddedMigrations = embed_migrations!();

// #region pool
/// Opens the database, and brings its tables up to date.
pub fn open(path: &str) -> Result<Db, Box<dyn std::error::Error + Send + Sync>> {
    let pool = Pool::builder()
        .max_size(4)
        .connection_timeout(Duration::from_secs(2))
        .connection_customizer(Box::new(Pragmas))
        .build(ConnectionManager::new(path))?;
    pool.get()?.run_pending_migrations(MIGRATIONS)?;
    Ok(pool)
}

const PRAGMAS: &str = "
    PRAGMA busy_timeout = 2000;
    PRAGMA journal_mode = WAL;
    PRAGMA foreign_keys = ON;
";

/// Runs the pragmas on each new connection.
#[derive(Debug)]
struct Pragmas;

impl CustomizeConnection<SqliteConnection, diesel::r2d2::Error> for Pragmas {
    fn on_acquire(&self, db: &mut SqliteConnection) -> Result<(), diesel::r2d2::Error> {
        db.batch_execute(PRAGMAS)
            .map_err(diesel::r2d2::Error::QueryError)
    }
}
// #endregion pool

// #region run
/// Runs a job with a connection on the blocking pool, the waiting for the connection included.
pub async fn run<T: Send + 'static>(
    db: &Db,
    job: impl FnOnce(&mut SqliteConnection) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let db = db.clone();
    tokio::task::spawn_blocking(move || job(&mut *db.get()?))
        .await
        .expect("a job that panics ends the task, too")
}
// #endregion run
