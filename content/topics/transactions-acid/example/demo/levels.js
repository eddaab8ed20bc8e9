import { openCinema, reset } from '../dev/cinema.js';

const { pool, close } = await openCinema();

// #region interleave
// Runs both transactions up to their write, then lets each write and commit.
async function interleave(level, { read, write }) {
  const a = await pool.connect();
  const b = await pool.connect();
  try {
    for (const session of [a, b]) {
      await session.query(`BEGIN ISOLATION LEVEL ${level}`);
      await session.query(read);
    }
    await a.query(write('a'));
    await a.query('COMMIT');
    await b.query(write('b'));
    await b.query('COMMIT');
    return 'both committed';
  } catch (error) {
    await b.query('ROLLBACK');
    return `${error.code} ${error.message}`;
  } finally {
    a.release();
    b.release();
  }
}
// #endregion interleave

// #region scenarios
const lostUpdate = {
  read: 'SELECT seats_left FROM show WHERE id = 7',
  write: () => 'UPDATE show SET seats_left = 0 WHERE id = 7',
};
const writeSkew = {
  read: 'SELECT count(*) FROM projectionist WHERE on_duty',
  write: (name) =>
    `UPDATE projectionist SET on_duty = false WHERE name = '${name}'`,
};
// #endregion scenarios

for (const level of ['READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE']) {
  await reset(pool, { seats: 1 });
  await pool.query("INSERT INTO projectionist VALUES ('a', true), ('b', true)");
  console.log(level);
  console.log('  lost update:', await interleave(level, lostUpdate));
  console.log('  write skew: ', await interleave(level, writeSkew));
}

await close();
