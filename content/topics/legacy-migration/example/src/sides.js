import { transaction } from './database.js';

function isoDate(dt) {
  if (!/^\d{8}$/.test(dt)) throw new Error(`The old date ${dt} is unknown.`);
  return `${dt.slice(0, 4)}-${dt.slice(4, 6)}-${dt.slice(6)}`;
}

function side(db, { rows, changes, put, remove, toDate, fromDate }) {
  const read = (sql) =>
    db
      .prepare(sql)
      .all()
      .map((row) => ({ ...row, date: toDate(row.date) }));
  return {
    transaction: (work) => transaction(db, work),
    state: () => db.prepare('SELECT state FROM move').get().state,
    setState: (state) => db.prepare('UPDATE move SET state = ?').run(state),
    rows: () => read(rows),
    changes: () => read(changes),
    forget: (seq) => db.prepare('DELETE FROM change WHERE seq <= ?').run(seq),
    apply: ({ meter, date, kwh }) =>
      kwh === null
        ? db.prepare(remove).run(meter, fromDate(date))
        : db.prepare(put).run(meter, fromDate(date), kwh),
  };
}

// Both sides give and take { meter, date: '2026-11-03', kwh }.
export const oldSide = (db) =>
  side(db, {
    rows: `SELECT MTR AS meter, DT AS date, VAL AS kwh
           FROM MTR_RD ORDER BY MTR, DT`,
    changes: `SELECT seq, meter, date, VAL AS kwh
              FROM change LEFT JOIN MTR_RD ON MTR = meter AND DT = date
              ORDER BY seq`,
    put: `INSERT INTO MTR_RD VALUES (?, ?, ?)
          ON CONFLICT DO UPDATE SET VAL = excluded.VAL`,
    remove: 'DELETE FROM MTR_RD WHERE MTR = ? AND DT = ?',
    toDate: isoDate,
    fromDate: (date) => date.replaceAll('-', ''),
  });

export const newSide = (db) =>
  side(db, {
    rows: 'SELECT meter, date, kwh FROM reading ORDER BY meter, date',
    changes: `SELECT seq, meter, date, kwh
              FROM change LEFT JOIN reading USING (meter, date)
              ORDER BY seq`,
    put: `INSERT INTO reading VALUES (?, ?, ?)
          ON CONFLICT DO UPDATE SET kwh = excluded.kwh`,
    remove: 'DELETE FROM reading WHERE meter = ? AND date = ?',
    toDate: (date) => date,
    fromDate: (date) => date,
  });
