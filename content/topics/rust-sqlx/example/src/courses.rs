use sqlx::{PgExecutor, PgPool, Postgres, QueryBuilder};

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("there is no such course")]
    NoCourse,
    #[error("the course is full")]
    Full,
    #[error("this member has booked the course already")]
    AlreadyBooked,
    #[error("the database is busy")]
    Busy,
    #[error(transparent)]
    Database(sqlx::Error),
}

// #region error
impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let Some(refused) = error.as_database_error() else {
            return match error {
                sqlx::Error::PoolTimedOut => Self::Busy,
                other => Self::Database(other),
            };
        };
        match (refused.constraint(), refused.code().as_deref()) {
            (Some("booked_course_exists"), _) => Self::NoCourse,
            (Some("seats_left"), _) => Self::Full,
            (Some("one_booking_per_member"), _) => Self::AlreadyBooked,
            (_, Some("57014" | "55P03")) => Self::Busy, // statement_timeout, lock_timeout
            _ => Self::Database(error),
        }
    }
}
// #endregion error

// #region list
#[derive(Debug, PartialEq, sqlx::FromRow)]
pub struct Course {
    pub id: i64,
    pub title: String,
    pub teacher: Option<String>,
    pub booked: i64,
}

/// The courses after an ID, a page at a time.
pub async fn list(db: impl PgExecutor<'_>, after: i64) -> Result<Vec<Course>, Error> {
    let courses = sqlx::query_as!(
        Course,
        r#"
        SELECT id, title, teacher,
            (SELECT count(*) FROM bookings WHERE course_id = courses.id) AS "booked!"
        FROM courses WHERE id > $1 ORDER BY id LIMIT 50
        "#,
        after,
    )
    .fetch_all(db)
    .await?;
    Ok(courses)
}
// #endregion list

/// Courses of a teacher, with so many free seats, both, or all of them.
pub async fn search(
    db: impl PgExecutor<'_>,
    teacher: Option<&str>,
    seats: Option<i32>,
) -> Result<Vec<Course>, Error> {
    let mut sql = QueryBuilder::<Postgres>::new(
        "SELECT id, title, teacher,
            (SELECT count(*) FROM bookings WHERE course_id = courses.id) AS booked
        FROM courses WHERE true",
    );
    // #region search
    if let Some(teacher) = teacher {
        sql.push(" AND teacher = ").push_bind(teacher);
    }
    if let Some(seats) = seats {
        sql.push(" AND free_seats >= ").push_bind(seats);
    }
    sql.push(" ORDER BY id LIMIT 50");
    Ok(sql.build_query_as::<Course>().fetch_all(db).await?)
    // #endregion search
}

pub async fn add(
    db: impl PgExecutor<'_>,
    title: &str,
    teacher: Option<&str>,
    seats: u16,
) -> Result<i64, Error> {
    let id = sqlx::query_scalar!(
        "INSERT INTO courses (title, teacher, free_seats) VALUES ($1, $2, $3) RETURNING id",
        title,
        teacher,
        i32::from(seats),
    )
    .fetch_one(db)
    .await?;
    Ok(id)
}

// #region book
/// Books a seat: both statements, or neither.
pub async fn book(db: &PgPool, course: i64, member: i64) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    sqlx::query!(
        "INSERT INTO bookings (course_id, member) VALUES ($1, $2)",
        course,
        member,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "UPDATE courses SET free_seats = free_seats - 1 WHERE id = $1",
        course,
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(())
}
// #endregion book
