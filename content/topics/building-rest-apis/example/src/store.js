// #region store
// The driver would turn a date into a time in the server's time zone.
const columns = 'id, hive, day::text, mites';

export function createStore(pool) {
  return {
    async add(keeper, { hive, day, mites }) {
      const { rows } = await pool.query(
        `INSERT INTO inspection (keeper, hive, day, mites)
         VALUES ($1, $2, $3, $4)
         ON CONFLICT (keeper, hive, day) DO NOTHING
         RETURNING ${columns}`,
        [keeper, hive, day, mites],
      );
      return rows[0];
    },

    async get(keeper, id) {
      const { rows } = await pool.query(
        `SELECT ${columns} FROM inspection WHERE id = $1 AND keeper = $2`,
        [id, keeper],
      );
      return rows[0];
    },

    async list(keeper, { hive = null, before = null, limit }) {
      const { rows } = await pool.query(
        `SELECT ${columns} FROM inspection
         WHERE keeper = $1
           AND ($2::text IS NULL OR hive = $2)
           AND ($3::bigint IS NULL OR id < $3)
         ORDER BY id DESC
         LIMIT $4`,
        [keeper, hive, before, limit],
      );
      return rows;
    },
  };
}
// #endregion store
