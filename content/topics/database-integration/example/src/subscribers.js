// #region repository
export function createSubscribers(pool) {
  return {
    async add({ email, name }) {
      try {
        const { rows } = await pool.query(
          `INSERT INTO subscriber (email, name)
           VALUES ($1, $2)
           RETURNING id, email, name`,
          [email, name],
        );
        return { subscriber: rows[0] };
      } catch (error) {
        const problem = problemOf(error);
        if (!problem) throw error;
        return { problem };
      }
    },

    async find(id) {
      const { rows } = await pool.query(
        'SELECT id, email, name FROM subscriber WHERE id = $1',
        [id],
      );
      return rows[0];
    },

    async findByName(name) {
      const { rows } = await pool.query(
        'SELECT email FROM subscriber WHERE name = $1',
        [name],
      );
      return rows;
    },
    // #region list
    async list(sort) {
      const column = SORT_COLUMNS[sort];
      if (!column) return { problem: 'unknown sort' };
      const { rows } = await pool.query(
        `SELECT id, email, name FROM subscriber ORDER BY ${column}, id LIMIT 100`,
      );
      return { subscribers: rows };
    },
    // #endregion list
  };
}
// #endregion repository

// #region sort-columns
const SORT_COLUMNS = { __proto__: null, email: 'email', newest: 'id DESC' };
// #endregion sort-columns

// #region problems
function problemOf({ code, constraint }) {
  if (code === '23505' && constraint === 'subscriber_email_unique') {
    return 'email taken';
  }
  if (code === '23514' && constraint === 'subscriber_email_check') {
    return 'invalid email';
  }
  if (code === '22021') return 'invalid text'; // contains a NUL character
}
// #endregion problems
