use std::io;
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection, PgConnection, PgPool};
use tokio::time::timeout;

// #region migrate
/// The files in `migrations/`, as they were when this was compiled.
pub static MIGRATOR: Migrator = sqlx::migrate!();

/// Brings the tables up to date, on a connection without the service's time limits.
pub async fn migrate(server: &PgConnectOptions) -> Result<(), MigrateError> {
    let mut connection = PgConnection::connect_with(server).await?;
    MIGRATOR.run(&mut connection).await?;
    connection.close().await?;
    Ok(())
}
// #endregion migrate

// #region open
/// The pool of the service.
pub async fn open(server: PgConnectOptions) -> Result<PgPool, sqlx::Error> {
    PgPoolOptions::new()
        .max_connections(8)
        .acquire_timeout(Duration::from_secs(1))
        .after_release(|connection, _| {
            Box::pin(async move {
                // Waits for what still runs, and ends a transaction that was left open.
                let clean = async { connection.begin().await?.rollback().await };
                let done = timeout(Duration::from_secs(3), clean).await;
                done.map_err(io::Error::from)??;
                Ok(true)
            })
        })
        .connect_with(server.options([("statement_timeout", "2s"), ("lock_timeout", "1s")]))
        .await
}
// #endregion open
