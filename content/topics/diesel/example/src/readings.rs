//! Glaciers, their readings, and the queries.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DbError};
use diesel::sqlite::Sqlite;

use crate::schema::{glaciers, readings};

// #region rows
#[derive(Queryable, Selectable, Identifiable, Debug, PartialEq)]
#[diesel(table_name = glaciers, check_for_backend(Sqlite))]
pub struct Glacier {
    pub id: i32,
    pub name: String,
}

#[derive(Queryable, Selectable, Identifiable, Associations, Debug, PartialEq)]
#[diesel(table_name = readings, belongs_to(Glacier), check_for_backend(Sqlite))]
pub struct Reading {
    pub id: i32,
    pub glacier_id: i32,
    pub year: i32,
    pub meters: Option<f64>,
}

#[derive(Insertable)]
#[diesel(table_name = readings)]
pub struct NewReading {
    pub glacier_id: i32,
    pub year: i32,
    pub meters: Option<f64>,
}
// #endregion rows

// #region error
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("this year has been measured already")]
    AlreadyMeasured,
    #[error("there is a glacier of this name already")]
    NameTaken,
    #[error("no such glacier or reading")]
    NotFound,
    #[error(transparent)]
    Pool(#[from] diesel::r2d2::PoolError),
    #[error(transparent)]
    Database(DbError),
}

impl From<DbError> for Error {
    fn from(error: DbError) -> Self {
        match error {
            DbError::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _) => Self::NotFound,
            other => Self::Database(other),
        }
    }
}

/// Which error a violated unique constraint means depends on the statement.
fn unique(error: DbError, meaning: Error) -> Error {
    match error {
        DbError::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => meaning,
        other => other.into(),
    }
}
// #endregion error

// #region insert
pub fn add_glacier(db: &mut SqliteConnection, name: &str) -> Result<Glacier, Error> {
    diesel::insert_into(glaciers::table)
        .values(glaciers::name.eq(name))
        .returning(Glacier::as_returning())
        .get_result(db)
        .map_err(|error| unique(error, Error::NameTaken))
}

pub fn add_reading(db: &mut SqliteConnection, reading: NewReading) -> Result<Reading, Error> {
    diesel::insert_into(readings::table)
        .values(reading)
        .returning(Reading::as_returning())
        .get_result(db)
        .map_err(|error| unique(error, Error::AlreadyMeasured))
}
// #endregion insert

// #region worst
/// The years in which a glacier lost more than so many meters, worst first.
pub fn worst_years(
    db: &mut SqliteConnection,
    glacier: &str,
    more_than: f64,
) -> Result<Vec<(i32, Option<f64>)>, Error> {
    let query = readings::table
        .inner_join(glaciers::table)
        .filter(glaciers::name.eq(glacier))
        .filter(readings::meters.lt(-more_than))
        .order(readings::meters.asc())
        .select((readings::year, readings::meters));
    println!("{}", diesel::debug_query::<Sqlite, _>(&query)); // here, to see it
    Ok(query.load(db)?)
}
// #endregion worst

// #region update
#[derive(AsChangeset)]
#[diesel(table_name = readings)]
pub struct Correction {
    pub year: Option<i32>,
    pub meters: Option<Option<f64>>,
}

pub fn correct(db: &mut SqliteConnection, id: i32, correction: Correction) -> Result<(), Error> {
    let changed = diesel::update(readings::table.find(id))
        .set(correction)
        .execute(db)
        .optional_empty_changeset()
        .map_err(|error| unique(error, Error::AlreadyMeasured))?;
    match changed {
        Some(0) => Err(Error::NotFound),
        _ => Ok(()), // one row, or there was nothing to set
    }
}
// #endregion update

// #region report
/// Every glacier with its readings since a year, newest first, in two queries.
pub fn report(
    db: &mut SqliteConnection,
    since: i32,
) -> Result<Vec<(Glacier, Vec<Reading>)>, Error> {
    let glaciers = glaciers::table
        .order(glaciers::name)
        .select(Glacier::as_select())
        .load(db)?;
    let readings = Reading::belonging_to(&glaciers)
        .filter(readings::year.ge(since))
        .order(readings::year.desc())
        .select(Reading::as_select())
        .load(db)?
        .grouped_by(&glaciers);
    Ok(glaciers.into_iter().zip(readings).collect())
}
// #endregion report

// #region transaction
/// Adds all readings of a survey, or none of them.
pub fn add_survey(db: &mut SqliteConnection, survey: Vec<NewReading>) -> Result<usize, Error> {
    db.immediate_transaction(|db| {
        let count = survey.len();
        for reading in survey {
            add_reading(db, reading)?;
        }
        Ok(count)
    })
}
// #endregion transaction

// #region search
/// Readings of a glacier, of a year, of both, or any; at most 100.
pub fn search(
    db: &mut SqliteConnection,
    glacier: Option<i32>,
    year: Option<i32>,
) -> Result<Vec<Reading>, Error> {
    let mut query = readings::table
        .select(Reading::as_select())
        .order(readings::id)
        .limit(100)
        .into_boxed();
    if let Some(glacier) = glacier {
        query = query.filter(readings::glacier_id.eq(glacier));
    }
    if let Some(year) = year {
        query = query.filter(readings::year.eq(year));
    }
    Ok(query.load(db)?)
}
// #endregion search
