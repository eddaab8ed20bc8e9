import { DatabaseSync } from 'node:sqlite';

export function openAppointments(file) {
  const database = new DatabaseSync(file);
  database.exec(
    'CREATE TABLE IF NOT EXISTS appointments (phone TEXT NOT NULL, at INTEGER NOT NULL)',
  );
  const insert = database.prepare('INSERT INTO appointments VALUES (?, ?)');
  const between = database.prepare(
    'SELECT phone, at FROM appointments WHERE at >= ? AND at < ? ORDER BY at',
  );
  return {
    add: (phone, at) => insert.run(phone, at),
    between: (from, until) => between.all(from, until),
    close: () => database.close(),
  };
}
