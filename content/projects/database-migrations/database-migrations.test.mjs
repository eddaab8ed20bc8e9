// Database Migrations, tested from outside. The tests write migrations into a folder of their own, which MIGRATIONS_DIR names, and run
// your commands; APP is the command before up, status and the others.
//
//   APP="npx migrate" node --test database-migrations.test.mjs
//
// Needs Node.js 22 or later on Linux or macOS, and no package. DATABASE_URL must name a PostgreSQL database that you can throw away,
// since every test begins with migrate reset.
// If migrate reset asks for a second variable, set it, too.
// Not tested: waiting for locks, the 30 seconds after which a second run gives up, indexes that an aborted run left behind, what was
// added to a database by hand, the service, its releases and its role, the backfill, and everything that needs a million animals.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { expect } from '../kit.mjs';

const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const start = (args, env) => {
  const child = spawn(`${process.env.APP} ${args}`, { shell: true, detached: true, env: { ...process.env, MIGRATIONS_DIR: folder, ...env } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  const kill = () => {
    if (child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  const timer = setTimeout(kill, 60_000);
  const ended = new Promise((resolve) =>
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ request: `migrate ${args}`, status, text });
    }),
  );
  return { ended, kill };
};
/** Runs a command; its exit code is the status of the answer. */
const migrate = (args, env) => start(args, env).ended;

const write = (name, text) => writeFileSync(join(folder, name), text);
const remove = (name) => rmSync(join(folder, name));
const animal = 'CREATE TABLE animal (id int PRIMARY KEY, name text NOT NULL);\n';
const insert = (id) => `INSERT INTO animal VALUES (${id}, 'Biscuit');\n`;
/** A statement that fails, by a division by zero, unless the table has so many rows. */
const count = (rows) => `SELECT 1 / (CASE WHEN (SELECT count(*) FROM animal) = ${rows} THEN 1 ELSE 0 END);\n`;
const sleep = (seconds) => `SELECT pg_sleep(${seconds});\n`;

beforeEach(async () => {
  for (const name of readdirSync(folder)) remove(name);
  expect(await migrate('reset')).status(0, 'for a reset, with the variable that it needs in your environment');
});
const isUp = async (when = 'for a run that succeeds') => expect(await migrate('up')).status(0, when);
/** Applies one more migration, which looks at the rows. */
async function hasRows(rows, why) {
  write('0009-count.sql', count(rows));
  expect(await migrate('up')).status(0, `when ${rows} rows are expected, ${why}`);
}

describe('Stage 1: Up', () => {
  it('an empty database is brought to the newest version', async () => {
    write('0001-animal.sql', animal);
    write('0002-biscuit.sql', insert(1));
    expect(await migrate('status')).status(3, 'while everything is pending');
    await isUp();
    const status = await migrate('status');
    expect(status).status(0, 'when nothing is pending').that(/animal[^]*biscuit/.test(status.text), 'the applied migrations animal and biscuit in the output');
    await isUp('for a run with nothing to do');
    await hasRows(1, 'because a second run changes nothing');
  });

  it('up can stop at a version', async () => {
    write('0001-animal.sql', animal);
    write('0002-biscuit.sql', insert(1));
    expect(await migrate('up --to 1')).status(0, 'for a run up to version 1');
    expect(await migrate('status')).status(3, 'because version 2 is pending');
    expect(await migrate('up --to newest')).status(2, 'for --to without a number');
    expect(await migrate('status')).status(3, 'because version 2 is still pending');
    await isUp();
    await hasRows(1, 'after the second run');
  });

  it('migrations run in the order of their numbers', async () => {
    write('0003-count.sql', count(1));
    write('0002-biscuit.sql', insert(1));
    write('0001-animal.sql', animal);
    await isUp();
  });

  it('a migration that fails leaves no change', async () => {
    write('0001-animal.sql', animal);
    write('0002-two.sql', insert(1) + insert(1));
    const response = await migrate('up');
    expect(response).status(1, 'for a migration whose second statement fails').that(response.text.includes('0002-two.sql') && /duplicate|unique/i.test(response.text), "the name of the file and the database's message");
    expect(await migrate('status')).status(3, 'because the failed migration is pending');
    write('0002-two.sql', insert(1) + insert(2));
    await isUp('when the file has been repaired');
    await hasRows(2, 'because nothing was left of the failed run');
  });

  it('an applied file that was changed ends with 4 before anything runs', async () => {
    write('0001-animal.sql', animal);
    await isUp();
    write('0001-animal.sql', `${animal}-- harmless\n`);
    write('0002-biscuit.sql', insert(1));
    expect(await migrate('up')).status(4, 'for an applied file with one more line');
    expect(await migrate('status')).status(4, 'for an applied file with one more line');
    write('0001-animal.sql', animal);
    expect(await migrate('status')).status(3, 'because nothing was executed');
    await isUp();
    await hasRows(1, 'after the file was restored');
  });

  it('an applied file that was removed ends with 4', async () => {
    write('0001-animal.sql', animal);
    write('0002-biscuit.sql', insert(1));
    await isUp();
    remove('0002-biscuit.sql');
    expect(await migrate('up')).status(4, 'for an applied file that is not there');
  });

  it('a change of line endings does not count', async () => {
    write('0001-animal.sql', `-- the animals\n${animal}`);
    await isUp();
    write('0001-animal.sql', `-- the animals\n${animal}`.replaceAll('\n', '\r\n'));
    await isUp('for a file with other line endings');
    expect(await migrate('status')).status(0, 'for a file with other line endings');
  });

  it('a pending migration below the highest applied one ends with 4', async () => {
    write('0001-animal.sql', animal);
    write('0003-biscuit.sql', insert(1));
    await isUp();
    write('0002-late.sql', insert(2));
    expect(await migrate('up')).status(4, 'for a new file with the number 2 after version 3');
    remove('0002-late.sql');
    await hasRows(1, 'because the late file was not applied');
  });

  it('two files with one number end with 2, without a connection', async () => {
    write('0001-animal.sql', animal);
    write('0001-owner.sql', animal);
    expect(await migrate('up', { DATABASE_URL: 'postgres://localhost:9/none' })).status(2, 'for two files with the number 1');
  });

  it('an unknown command ends with 2', async () => {
    write('0001-animal.sql', animal);
    await isUp();
    expect(await migrate('sideways')).status(2, 'for a command that does not exist');
    expect(await migrate('new')).status(2, 'for a new migration without a name');
  });

  it('a new file gets the next number', async () => {
    write('0001-animal.sql', animal);
    write('0002-biscuit.sql', insert(1));
    const response = await migrate('new add-weight');
    const made = readdirSync(folder).find((name) => name.includes('add-weight'));
    expect(response).status(0, 'for a new migration').that(/^0*3\D/.test(made ?? ''), `a file with the number 3 and add-weight in its name (there is ${made ?? 'none'})`);
  });

  it('a database without a ledger starts from a baseline', async () => {
    write('0001-animal.sql', animal);
    write('0002-biscuit.sql', insert(1));
    expect(await migrate('baseline first')).status(2, 'for a baseline without a number');
    expect(await migrate('baseline 1')).status(0, 'for a baseline in a database that had no ledger');
    expect(await migrate('status')).status(3, 'because version 2 is pending');
    const response = await migrate('up');
    expect(response).status(1, 'because version 1 was only entered, so that there is no table');
    expect(await migrate('baseline 2')).status(4, 'for a baseline in a database with a ledger');
  });
});

describe('Stage 2: Alone', () => {
  it('two runs at the same moment apply each migration once', async () => {
    write('0001-animal.sql', animal);
    write('0002-biscuit.sql', sleep(1) + insert(1));
    write('0003-minx.sql', insert(2));
    const all = await Promise.all([migrate('up'), migrate('up')]);
    for (const response of all) expect(response).status(0, 'for both runs, because the second one waits for the first');
    await hasRows(2, 'because each migration was applied once');
  });
});

describe('Stage 3: Interrupted', () => {
  it('after kill -9 the next run reaches the same state', async () => {
    for (const milliseconds of [200, 600, 1000, 1400]) {
      expect(await migrate('reset')).status(0, 'for a reset');
      for (const name of readdirSync(folder)) remove(name);
      write('0001-animal.sql', animal);
      write('0002-slow.sql', insert(1) + sleep(0.5) + insert(2));
      write('0003-slow.sql', insert(3) + sleep(0.5) + insert(4));
      const { ended, kill } = start('up');
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      kill();
      await ended;
      await isUp(`for the next run after a kill after ${milliseconds} ms`);
      await hasRows(4, `after a kill after ${milliseconds} ms`);
    }
  });

  it('a migration without a transaction has one statement', async () => {
    write('0001-animal.sql', animal);
    write('0002-index.sql', '-- no transaction\n-- Step 2; nothing has to be deployed before it.\nCREATE INDEX CONCURRENTLY animal_name ON animal (name);\n');
    await isUp('for one statement without a transaction');
    write('0003-one.sql', insert(3));
    write('0004-two.sql', `-- no transaction\n${insert(1)}${insert(2)}`);
    const response = await migrate('up');
    expect(response).that(response.status > 0, 'another exit code than 0 for two statements without a transaction');
    for (const name of ['0003-one.sql', '0004-two.sql']) remove(name);
    expect(await migrate('status')).status(0, 'because the file was refused before anything ran, the migration in front of it included');
    await hasRows(0, 'because nothing was executed');
  });
});

describe('Stage 6: Verify', () => {
  it('a database that was built from the files has no differences', async () => {
    write('0001-animal.sql', animal);
    write('0002-biscuit.sql', insert(1));
    await isUp();
    expect(await migrate('verify')).status(0, 'for a database that equals the files');
  });

  it('a table that is missing is reported', async () => {
    write('0001-animal.sql', animal);
    expect(await migrate('baseline 1')).status(0, 'for a baseline in a database that had no ledger');
    const response = await migrate('verify');
    expect(response).status(6, 'for a database without the table of an applied migration').that(response.text.includes('animal'), 'the name animal in the output');
  });
});
