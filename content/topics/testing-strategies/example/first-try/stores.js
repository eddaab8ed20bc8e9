export class FakeStore {
  #permits = new Map();

  // #region fake
  async add(permit) {
    this.#permits.set(permit.plate, permit);
  }
  // #endregion fake

  async isValid(plate, day) {
    const permit = this.#permits.get(plate);
    if (!permit) return false;
    return permit.from <= day && day <= permit.until;
  }
}

export class SqlStore {
  constructor(pool) {
    this.pool = pool;
  }

  // #region sql
  async add({ plate, from, until }) {
    await this.pool.query('INSERT INTO permit VALUES ($1, daterange($2, $3))', [
      plate,
      from,
      until,
    ]);
  }
  // #endregion sql

  async isValid(plate, day) {
    const { rows } = await this.pool.query(
      'SELECT 1 FROM permit WHERE plate = $1 AND valid @> $2::date',
      [plate, day],
    );
    return rows.length > 0;
  }
}
