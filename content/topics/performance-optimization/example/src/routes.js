// #region one-by-one
export async function oneByOne(db, date) {
  const stops = await stopsOf(db, date);
  for (const stop of stops) {
    stop.courier = await courierOf(db, stop.courier_id);
  }
  return stops;
}
// #endregion one-by-one

// #region all-at-once
export async function allAtOnce(db, date) {
  const stops = await stopsOf(db, date);
  await Promise.all(
    stops.map(async (stop) => {
      stop.courier = await courierOf(db, stop.courier_id);
    }),
  );
  return stops;
}
// #endregion all-at-once

// #region batched
export async function batched(db, date) {
  const stops = await stopsOf(db, date);
  const ids = [...new Set(stops.map((stop) => stop.courier_id))];
  const { rows } = await db.query(
    'SELECT id, name FROM courier WHERE id = ANY($1)',
    [ids],
  );
  const byId = new Map(rows.map((courier) => [courier.id, courier]));
  for (const stop of stops) stop.courier = byId.get(stop.courier_id);
  return stops;
}
// #endregion batched

async function stopsOf(db, date) {
  const { rows } = await db.query(
    `SELECT id, courier_id, address FROM stop
     WHERE date = $1 ORDER BY id`,
    [date],
  );
  return rows;
}

async function courierOf(db, id) {
  const { rows } = await db.query(
    'SELECT id, name FROM courier WHERE id = $1',
    [id],
  );
  return rows[0];
}
