import { DuplicatePermit } from './errors.js';

const UNIQUE_VIOLATION = '23505';

// #region sql-store
export class SqlStore {
  #pool;

  constructor(pool) {
    this.#pool = pool;
  }

  async createSchema() {
    await this.#pool.query(`
      CREATE TABLE IF NOT EXISTS permit (
        plate text PRIMARY KEY,
        valid daterange NOT NULL
      )`);
  }

  async add({ plate, from, until }) {
    try {
      await this.#pool.query(
        "INSERT INTO permit VALUES ($1, daterange($2, $3, '[]'))",
        [plate, from, until],
      );
    } catch (error) {
      if (error.code === UNIQUE_VIOLATION) throw new DuplicatePermit(plate);
      throw error;
    }
  }

  async isValid(plate, day) {
    const { rows } = await this.#pool.query(
      'SELECT 1 FROM permit WHERE plate = $1 AND valid @> $2::date',
      [plate, day],
    );
    return rows.length > 0;
  }
}
// #endregion sql-store
