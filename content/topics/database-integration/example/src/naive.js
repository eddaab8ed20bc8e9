// #region naive
export function naiveSubscribers(pool) {
  return {
    async add({ email, name }) {
      const { rows } = await pool.query(
        `INSERT INTO subscriber (email, name)
         VALUES ('${email}', '${name}')
         RETURNING id, email, name`,
      );
      return rows[0];
    },

    async findByName(name) {
      const { rows } = await pool.query(
        `SELECT email FROM subscriber WHERE name = '${name}'`,
      );
      return rows;
    },
  };
}
// #endregion naive
