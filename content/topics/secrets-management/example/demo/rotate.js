// Changes the database password while a service sends queries.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { openDatabase } from '../src/database.js';
import { readJson } from '../src/secrets.js';

const { url, stop } = await startDatabase();
const { hostname: host, port, pathname } = new URL(url);
const admin = new pg.Client({ connectionString: url });
await admin.connect();

// Connections are renewed often, so that you don't have to wait for it.
const options = {
  host,
  port: Number(port),
  database: pathname.slice(1),
  max: 5,
  maxUses: 20,
};

// Only this hash reaches the server, which can write statements to its log.
function hash(password) {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, 4096, 32, 'sha256');
  const mac = (text) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(mac('Client Key')).digest();
  const [s, c, k] = [salt, stored, mac('Server Key')].map((bytes) =>
    bytes.toString('base64'),
  );
  return `SCRAM-SHA-256$4096:${s}$${c}:${k}`;
}

async function newLogin(user) {
  const password = randomBytes(24).toString('base64url');
  await admin.query(`ALTER ROLE ${user} PASSWORD '${hash(password)}'`);
  return { user, password };
}

async function measure(name, query, rotate) {
  const errors = new Map();
  let sent = 0;
  const pending = [];
  for (let tick = 0; tick < 200; tick++) {
    if (tick === 50) pending.push(rotate());
    sent += 1;
    const result = query().catch(({ message }) => {
      errors.set(message, (errors.get(message) ?? 0) + 1);
    });
    pending.push(result);
    await sleep(10);
  }
  await Promise.all(pending);
  const failed = [...errors].map(([text, n]) => `, ${n} failed: ${text}`);
  console.log(`${name}: ${sent} queries${failed.join('') || ', 0 failed'}`);
}
const count = 'SELECT count(*) FROM readers';

const pool = new pg.Pool({ ...options, ...(await newLogin('newsletter_a')) });
await measure(
  'one user ',
  () => pool.query(count),
  () => newLogin('newsletter_a'),
);
await pool.end();

// #region two-users
const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
const file = join(folder, 'database_login');
function publish(login) {
  writeFileSync(`${file}.new`, JSON.stringify(login), { mode: 0o600 });
  renameSync(`${file}.new`, file); // a reader sees the old or the new one, whole
}

publish(await newLogin('newsletter_a'));
const database = await openDatabase(options, () => readJson(file));
const timer = setInterval(() => database.reload().catch(console.error), 200);

async function unused(user) {
  await sleep(500); // until every instance has reloaded, and more
  const text = 'SELECT FROM pg_stat_activity WHERE usename = $1';
  while ((await admin.query(text, [user])).rowCount > 0) await sleep(100);
}

async function rotate() {
  const { user: old } = readJson(file);
  const next = old === 'newsletter_a' ? 'newsletter_b' : 'newsletter_a';
  await unused(next); // a rotation that was interrupted may have left it in use
  publish(await newLogin(next)); // 1. the user that no one uses
  await unused(old); // 2.
  await newLogin(old); // 3. its old password is worthless now
}
// #endregion two-users

await measure(
  'two users',
  () => database.use((pool) => pool.query(count)),
  rotate,
);
clearInterval(timer);
await database.close();
await admin.end();
await stop();
rmSync(folder, { recursive: true });
