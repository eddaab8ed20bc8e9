import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  LogicalReplicationService,
  PgoutputPlugin,
} from 'pg-logical-replication';

const SLOT = 'garden_copy';
const PUBLICATION = 'garden';
const SLOT_IN_USE = '55006';

// #region snapshot
/** Creates the slot, and copies the table as of the slot's first position. */
export async function takeSnapshot(copy, connectionString) {
  const replication = new pg.Client({
    connectionString,
    replication: 'database',
  });
  const reader = new pg.Client({ connectionString });
  await Promise.all([replication.connect(), reader.connect()]);
  try {
    await dropSlot(reader); // from an attempt that didn't finish
    const { rows: slots } = await replication.query(
      `CREATE_REPLICATION_SLOT ${SLOT} LOGICAL pgoutput (SNAPSHOT 'export')`,
    );
    const { consistent_point: lsn, snapshot_name: snapshot } = slots[0];
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await reader.query(`SET TRANSACTION SNAPSHOT '${snapshot}'`);
    const { rows } = await reader.query('SELECT * FROM plant');
    const inserts = rows.map((row) => ({ tag: 'insert', new: row }));
    copy.apply([{ tag: 'truncate' }, ...inserts], lsn);
  } finally {
    await Promise.all([replication.end(), reader.end()]);
  }
}
// #endregion snapshot

export async function dropSlot(client) {
  const sql = `SELECT pg_drop_replication_slot(slot_name)
     FROM pg_replication_slots WHERE slot_name = $1`;
  await whileInUse(() => client.query(sql, [SLOT]));
}

// #region busy
/** After a crash, the server needs a moment to notice that the reader is gone. */
async function whileInUse(attempt, isStopped = () => false) {
  const deadline = Date.now() + 90_000; // longer than wal_sender_timeout
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (error.code !== SLOT_IN_USE || isStopped() || Date.now() > deadline)
        throw error;
      await sleep(300);
    }
  }
}
// #endregion busy

/** Calls back if nothing arrives for a while, not even a heartbeat. */
function whenSilent(service, ms, callback) {
  let timer;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(callback, ms);
  };
  for (const event of ['start', 'data', 'heartbeat']) service.on(event, heard);
  return { heard, stop: () => clearTimeout(timer) };
}

/** Positions like 0/1A2B are two hexadecimal numbers. */
export function toNumber(lsn) {
  const [high, low] = lsn.split('/').map((part) => BigInt(`0x${part}`));
  return (high << 32n) + low;
}

function toLsn(number) {
  const [high, low] = [number >> 32n, number & 0xffffffffn];
  return `${high.toString(16)}/${low.toString(16)}`;
}

// #region follow
/** Follows the log from the slot's position until stop(), or an error. */
export function follow(
  copy,
  connectionString,
  { onApplied = () => {}, silence = 60_000 } = {},
) {
  if (copy.lsn === null) throw new Error('take a snapshot first');
  const service = new LogicalReplicationService(
    { connectionString, connectionTimeoutMillis: silence },
    // timeoutSeconds would confirm what has only been received
    { acknowledge: { auto: false, timeoutSeconds: 0 } },
  );
  let changes = null; // of the open transaction
  let confirmed = copy.lsn;
  let failed = null;

  function confirm(lsn) {
    confirmed = lsn;
    service.acknowledge(toLsn(toNumber(lsn) - 1n)); // which adds 1
  }

  function fail(error) {
    failed = error; // don't go on with the next transaction
    service.stop();
  }

  function receive(message) {
    if (message.tag === 'begin') changes = [];
    else if (message.tag === 'commit') {
      const lsn = message.commitEndLsn;
      if (toNumber(lsn) > toNumber(copy.lsn)) copy.apply(changes, lsn);
      changes = null;
      onApplied(lsn); // a crash here: the transaction comes again
      confirm(lsn);
    } else if (changes && 'relation' in message) changes.push(message);
    else if (message.tag === 'truncate') changes.push(message);
  }

  service.on('data', (_lsn, message) => {
    if (failed) return;
    try {
      receive(message);
    } catch (error) {
      fail(error);
    }
  });
  service.on('heartbeat', (lsn) => {
    if (!failed) confirm(changes ? confirmed : lsn);
  });
  service.on('error', () => {}); // subscribe() rejects with it
  const waiting = whenSilent(service, silence, () =>
    fail(new Error('nothing from the server, not even a heartbeat')),
  );

  const plugin = new PgoutputPlugin({
    protoVersion: 1,
    publicationNames: [PUBLICATION],
  });
  let stopped = false;
  const done = whileInUse(
    () => {
      waiting.heard();
      return service.subscribe(plugin, SLOT);
    },
    () => stopped,
  )
    .finally(waiting.stop)
    .then(() => {
      if (failed) throw failed;
    });
  const stop = () => {
    stopped = true;
    return service.stop();
  };
  return { done, stop };
}
// #endregion follow
