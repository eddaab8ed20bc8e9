// A solution of the runner of Database Migrations without packages. Its database is a file, and understands only the statements that
// the tests use; where the project asks for PostgreSQL, `Database` is the part to exchange.
import { createHash } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.MIGRATIONS_DIR ?? 'migrations';
const file = process.env.DATABASE_FILE ?? 'database.json';
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const stop = (code, message) => {
  console.error(message);
  process.exit(code);
};

class Database {
  state = { tables: {}, indexes: [] };
  read() {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '{ "tables": {}, "indexes": [] }';
    }
  }
  load() {
    this.seen = this.read();
    this.state = JSON.parse(this.seen);
  }
  /** Writes all or nothing, as a commit does; what someone else has written meanwhile is a conflict. */
  commit() {
    if (this.read() !== this.seen) fail('the database was changed by another run');
    this.seen = JSON.stringify(this.state);
    writeFileSync(`${file}.${process.pid}`, this.seen);
    renameSync(`${file}.${process.pid}`, file);
  }
  async execute(statement) {
    const { tables, indexes } = this.state;
    const rowsOf = (name) => tables[name] ?? fail(`relation "${name}" does not exist`);
    const [, created] = /^CREATE TABLE (\w+)/.exec(statement) ?? [];
    const [, target, id] = /^INSERT INTO (\w+) VALUES \((\d+)/.exec(statement) ?? [];
    const [, counted, wanted] = /count\(\*\) FROM (\w+)\) = (\d+)/.exec(statement) ?? [];
    const [, seconds] = /pg_sleep\(([\d.]+)\)/.exec(statement) ?? [];
    const [, index] = /^CREATE INDEX CONCURRENTLY (\w+)/.exec(statement) ?? [];
    if (created) tables[created] = created in tables ? fail(`relation "${created}" already exists`) : [];
    else if (target) rowsOf(target).includes(id) ? fail('duplicate key value violates unique constraint') : rowsOf(target).push(id);
    else if (counted) rowsOf(counted).length === Number(wanted) || fail('division by zero');
    else if (seconds) await pause(Number(seconds) * 1000);
    else if (index) indexes.push(index);
    else fail(`syntax error at "${statement}"`);
  }
}
function fail(message) {
  throw new Error(message);
}

const checksumOf = (text) => createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
const statementsOf = (text) => text.replaceAll(/--.*$/gm, '').split(';').map((statement) => statement.trim()).filter(Boolean);

/** The migrations by number; it needs no connection. */
function readFiles() {
  const files = readdirSync(folder)
    .filter((name) => /^\d+-.*\.sql$/.test(name))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  const all = files.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return { name, number: Number.parseInt(name, 10), text, checksum: checksumOf(text) };
  });
  for (const [index, { number }] of all.entries()) if (all[index + 1]?.number === number) stop(2, `Two files have the number ${number}.`);
  return all;
}

/** What is pending, after a look at what was applied. */
function pendingOf(files, ledger = []) {
  for (const { number, checksum } of ledger) {
    const found = files.find((each) => each.number === number);
    if (!found) stop(4, `Version ${number} was applied, and its file is not there.`);
    if (found.checksum !== checksum) stop(4, `${found.name} was changed after it was applied.`);
  }
  const pending = files.filter(({ number }) => !ledger.some((entry) => entry.number === number));
  const highest = Math.max(0, ...ledger.map(({ number }) => number));
  for (const { name, number } of pending) if (number < highest) stop(4, `${name} comes before version ${highest}, which was applied.`);
  return pending;
}

/** A lock that vanishes with the process that holds it. */
async function lock() {
  const own = `${file}.owner-${process.pid}`;
  writeFileSync(own, String(process.pid));
  for (const end = Date.now() + 30_000; ; await pause(50)) {
    try {
      linkSync(own, `${file}.lock`);
      rmSync(own);
      process.on('exit', () => rmSync(`${file}.lock`, { force: true }));
      return;
    } catch {
      if (isAbandoned()) rmSync(`${file}.lock`, { force: true });
      else if (Date.now() > end) stop(5, 'Another run is active.');
    }
  }
}
function isAbandoned() {
  try {
    process.kill(Number(readFileSync(`${file}.lock`, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

async function up(database, most) {
  const files = readFiles();
  await lock();
  database.load();
  const pending = pendingOf(files, database.state.ledger).filter(({ number }) => number <= most);
  for (const { name, text } of pending)
    if (text.startsWith('-- no transaction') && statementsOf(text).length !== 1) stop(2, `${name} has more than one statement without a transaction.`);
  for (const migration of pending) {
    const statements = statementsOf(migration.text);
    try {
      for (const statement of statements) await database.execute(statement);
    } catch (error) {
      stop(1, `${migration.name}: ${error.message}`);
    }
    const { number, checksum } = migration;
    database.state.ledger = [...(database.state.ledger ?? []), { number, checksum }];
    database.commit();
    console.log(`applied ${migration.name}`);
  }
}

async function verify(database) {
  database.load();
  const fresh = new Database();
  const files = readFiles();
  pendingOf(files, database.state.ledger);
  for (const { number, text } of files)
    if (database.state.ledger?.some((entry) => entry.number === number)) for (const statement of statementsOf(text)) await fresh.execute(statement);
  const namesOf = ({ state }) => [...Object.keys(state.tables), ...state.indexes];
  const differences = [...new Set([...namesOf(fresh), ...namesOf(database)])].filter((name) => namesOf(fresh).includes(name) !== namesOf(database).includes(name));
  if (differences.length > 0) stop(6, `The schema differs in ${differences.join(', ')}.`);
}

const numberOf = (text) => (/^\d+$/.test(text ?? '') ? Number(text) : stop(2, 'A version is a number.'));
const [command, ...args] = process.argv.slice(2);
const database = new Database();
const commands = {
  up: () => up(database, args[0] === '--to' ? numberOf(args[1]) : Number.POSITIVE_INFINITY),
  status: () => {
    const files = readFiles();
    database.load();
    const pending = pendingOf(files, database.state.ledger);
    for (const { name } of files) console.log(`${pending.some((each) => each.name === name) ? 'pending' : 'applied'} ${name}`);
    if (pending.length > 0) process.exit(3);
  },
  new: () => {
    if (!args[0]) stop(2, 'A new migration needs a name.');
    const next = Math.max(0, ...readFiles().map(({ number }) => number)) + 1;
    writeFileSync(join(folder, `${String(next).padStart(4, '0')}-${args[0]}.sql`), '');
  },
  verify: () => verify(database),
  baseline: () => {
    const most = numberOf(args[0]);
    const files = readFiles();
    database.load();
    if (database.state.ledger) stop(4, 'There is a ledger.');
    database.state.ledger = files.filter(({ number }) => number <= most).map(({ number, checksum }) => ({ number, checksum }));
    database.commit();
  },
  // Only while you develop.
  reset: () => rmSync(file, { force: true }),
};
if (!Object.hasOwn(commands, command ?? '')) stop(2, `Commands: ${Object.keys(commands).join(', ')}`);
await commands[command]();
