import { DatabaseSync } from 'node:sqlite';
import { RentalUnit } from './rental-unit.js';

export class Conflict extends Error {
  name = 'Conflict';
}

export class UnknownUnit extends Error {
  name = 'UnknownUnit';
}

/** The repository: loads and saves whole aggregates. */
export function openRentalUnits(file) {
  const db = new DatabaseSync(file, { timeout: 5_000 }); // wait for other writers
  db.exec(`
    CREATE TABLE IF NOT EXISTS unit (
      id TEXT PRIMARY KEY, version INTEGER NOT NULL, state TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS event (
      number INTEGER PRIMARY KEY, body TEXT NOT NULL
    ) STRICT;`);
  const sql = {
    find: db.prepare('SELECT * FROM unit WHERE id = ?'),
    add: db.prepare('INSERT INTO unit VALUES (?, 1, ?)'),
    save: db.prepare(
      'UPDATE unit SET version = version + 1, state = ? WHERE id = ? AND version = ?',
    ),
    event: db.prepare('INSERT INTO event (body) VALUES (?)'),
    events: db.prepare('SELECT body FROM event ORDER BY number'),
  };

  // #region save
  function load(id) {
    const row = sql.find.get(id);
    if (!row) throw new UnknownUnit(`no unit ${id}`);
    return { unit: RentalUnit.fromState(id, row.state), version: row.version };
  }

  function save(unit, version) {
    if (!unit.hasChanged) return; // a refusal, for example
    db.exec('BEGIN IMMEDIATE');
    try {
      const { changes } = sql.save.run(unit.toState(), unit.id, version);
      if (changes !== 1) throw new Conflict(`${unit.id} has changed`);
      for (const event of unit.events) {
        sql.event.run(JSON.stringify(event));
      }
      db.exec('COMMIT');
      unit.takeEvents(); // only now, so that a failed save can be repeated
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  }
  // #endregion save

  return {
    add: (id) => sql.add.run(id, new RentalUnit(id).toState()),
    load,
    save,
    events: () => sql.events.all().map(({ body }) => JSON.parse(body)),
  };
}

// #region change
/** Loads a unit, changes and saves it; again with the new state if someone was faster. */
export async function changeUnit(units, id, change) {
  for (let attempt = 1; ; attempt += 1) {
    const { unit, version } = units.load(id);
    const result = await change(unit);
    try {
      units.save(unit, version);
      return result;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === 5) throw error;
    }
  }
}
// #endregion change
