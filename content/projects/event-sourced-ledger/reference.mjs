// A solution of the Event-sourced Ledger without packages. The journal is a list in memory; balances are computed from it.
import { createHash } from 'node:crypto';
import { check, Problem, serve } from '../serve.mjs';

/** Every event, in order. Each holds the hash of the one before it. */
const journal = [];
const keys = new Map();
// Projections: what the journal says, kept ready to be read.
let accounts = new Map();
const transfers = new Map();
const notFound = () => new Problem(404, 'not-found', 'There is nothing at this address');

const hashOf = (event, before) => createHash('sha256').update(`${before}${JSON.stringify(event)}`).digest('hex');
function record(event) {
  const entry = { ...event, position: journal.length + 1, recordedAt: Date.now() };
  journal.push({ entry, hash: hashOf(entry, journal.at(-1)?.hash ?? '') });
  apply(accounts, entry);
  return entry;
}
function apply(state, { kind, position, account, lines, recordedAt }) {
  if (kind === 'opened') state.set(account.id, { ...account, balance: 0, lines: [], isClosed: false });
  if (kind === 'closed') state.get(account.id).isClosed = true;
  if (kind !== 'transfer') return;
  for (const { account: id, minutes } of lines) {
    const found = state.get(id);
    found.balance += minutes;
    found.lines.push({ position, minutes, balance: found.balance, recordedAt });
  }
}

function userOf({ bearer }) {
  if (bearer === 'test-treasurer') return { isTreasurer: true };
  const [, member] = /^test-member-(\d+)$/.exec(bearer ?? '') ?? [];
  if (!member) throw new Problem(401, 'token', 'A valid token is needed');
  return { member, isTreasurer: false };
}
function treasurerOnly(context) {
  if (!userOf(context).isTreasurer) throw new Problem(403, 'treasurer', 'Only a treasurer may do that');
}
function visibleAccount(context) {
  const user = userOf(context);
  const account = accounts.get(context.params.id);
  if (!account || (!user.isTreasurer && account.owner !== user.member)) throw notFound();
  return account;
}

/** Does something once for a key of a caller: the same body gets the same result, another one is refused. */
async function once(context, run) {
  if (!context.headers['idempotency-key']) throw new Problem(400, 'idempotency-key', 'Send an Idempotency-Key');
  const key = JSON.stringify([userOf(context), context.headers['idempotency-key']]);
  const body = await context.json();
  const digest = JSON.stringify([context.params, body]);
  const known = keys.get(key);
  if (known && known.digest !== digest) throw new Problem(422, 'key-reused', 'This key belongs to another request');
  if (known) return { status: 200, body: shown(known.transfer) };
  const transfer = run(body);
  keys.set(key, { digest, transfer });
  return { status: 201, headers: { location: `/transfers/${transfer.id}` }, body: shown(transfer) };
}

const shown = ({ id, text, lines, position, reverses, reversedBy }) => ({ id, text, lines, position, reverses: reverses ?? null, reversedBy: reversedBy ?? null });

function book({ text, lines, reverses }) {
  const next = new Map();
  for (const { account, minutes } of lines) next.set(account, (next.get(account) ?? accounts.get(account).balance) + minutes);
  for (const [id, balance] of next) {
    const { isClosed, creditLimit, balance: present } = accounts.get(id);
    if (isClosed) throw new Problem(409, 'closed', `Account ${id} is closed`);
    const available = present + creditLimit;
    if (balance < present && balance < -creditLimit)
      throw new Problem(409, 'insufficient-minutes', `Account ${id} has ${available} minutes left`, { account: id, available });
  }
  const { position } = record({ kind: 'transfer', text, lines, reverses });
  const transfer = { id: String(position), text, lines, position, reverses };
  transfers.set(transfer.id, transfer);
  return transfer;
}

const addTransfer = (context) => {
  const user = userOf(context);
  return once(context, ({ text, lines }) => {
    const all = Array.isArray(lines) ? lines : [];
    const isAmount = (minutes) => Number.isInteger(minutes) && Math.abs(minutes) >= 1 && Math.abs(minutes) <= 1_000_000;
    check(
      ['text', typeof text === 'string' && text.length <= 200, 'must have at most 200 characters'],
      ['lines', all.length >= 2 && all.length <= 20 && all.every((line) => isAmount(line?.minutes)), 'must be whole minutes'],
      ['lines', new Set(all.map((line) => line?.account)).size === all.length, 'must have each account once'],
      ['lines', all.reduce((sum, line) => sum + Number(line?.minutes), 0) === 0, 'must add up to zero'],
    );
    for (const { account, minutes } of all) {
      if (!accounts.has(account)) throw notFound();
      if (minutes < 0 && !user.isTreasurer && accounts.get(account).owner !== user.member) throw new Problem(403, 'not-yours', 'Only the owner takes from an account');
    }
    return book({ text, lines: all.map(({ account, minutes }) => ({ account, minutes })) });
  });
};

const addReversal = (context) => {
  treasurerOnly(context);
  const original = transfers.get(context.params.id);
  if (!original) throw notFound();
  return once(context, ({ reason }) => {
    check(['reason', typeof reason === 'string' && reason.trim() !== '', 'must be there']);
    if (original.reversedBy) throw new Problem(409, 'reversed', 'The transfer was reversed');
    const lines = original.lines.map(({ account, minutes }) => ({ account, minutes: -minutes }));
    const reversal = book({ text: reason, lines, reverses: original.id });
    original.reversedBy = reversal.id;
    return reversal;
  });
};

/** Waits up to five seconds until the journal has the position that a reader asks for. */
async function waitFor({ query }) {
  const after = Number(query.get('after') ?? 0);
  if (!Number.isInteger(after) || after < 0) throw new Problem(400, 'query', 'after is not a position');
  for (const end = Date.now() + 5000; journal.length < after; await new Promise((resolve) => setTimeout(resolve, 50)))
    if (Date.now() > end) throw new Problem(504, 'position', 'This position was not reached');
}

/** A moment from the query; undefined when there is none. */
function momentOf({ query }, name) {
  if (!query.has(name)) return undefined;
  const moment = Date.parse(query.get(name));
  if (Number.isNaN(moment)) throw new Problem(400, 'query', `${name} is not a moment`);
  return moment;
}

async function balance(context) {
  const { id, lines } = visibleAccount(context);
  await waitFor(context);
  const moment = momentOf(context, 'at') ?? Date.now();
  if (moment > Date.now()) throw new Problem(400, 'query', 'at is in the future');
  const last = lines.findLast(({ recordedAt }) => recordedAt <= moment);
  return { body: { id, balance: last?.balance ?? 0, position: journal.length } };
}

serve({
  'POST /accounts': async (context) => {
    treasurerOnly(context);
    const { owner, creditLimit } = await context.json();
    check(
      ['owner', typeof owner === 'string' && owner !== '', 'must be a member'],
      ['creditLimit', Number.isInteger(creditLimit) && creditLimit >= 0, 'must be whole minutes from 0 on'],
    );
    const account = { id: String(journal.length + 1), owner, creditLimit };
    record({ kind: 'opened', account });
    return { status: 201, headers: { location: `/accounts/${account.id}` }, body: account };
  },
  'GET /accounts/{id}': balance,
  'GET /accounts/{id}/statement': async (context) => {
    const { lines } = visibleAccount(context);
    await waitFor(context);
    const [from, to] = [momentOf(context, 'from') ?? 0, momentOf(context, 'to') ?? Number.MAX_SAFE_INTEGER];
    const cursor = Number(context.query.get('cursor') ?? 0);
    if (Number.isNaN(cursor)) throw new Problem(400, 'query', 'The cursor is not valid');
    const after = lines.filter((line) => line.recordedAt >= from && line.recordedAt < to && line.position > cursor);
    const page = after.slice(0, 100);
    const items = page.map(({ position, minutes, balance: behind, recordedAt }) => ({ transfer: String(position), minutes, balance: behind, at: new Date(recordedAt).toISOString() }));
    return { body: { items, nextCursor: after.length > 100 ? String(page.at(-1).position) : null } };
  },
  'POST /accounts/{id}/close': (context) => {
    treasurerOnly(context);
    const account = visibleAccount(context);
    if (account.balance !== 0) throw new Problem(409, 'not-empty', 'The account is not empty');
    if (!account.isClosed) record({ kind: 'closed', account: { id: account.id } });
    return { body: { id: account.id, closed: true } };
  },
  'POST /transfers': addTransfer,
  'GET /transfers/{id}': (context) => {
    const user = userOf(context);
    const transfer = transfers.get(context.params.id);
    const isInvolved = transfer?.lines.some(({ account }) => accounts.get(account).owner === user.member);
    if (!transfer || (!user.isTreasurer && !isInvolved)) throw notFound();
    return { body: shown(transfer) };
  },
  'POST /transfers/{id}/reversal': addReversal,
  'POST /projections/{name}/rebuild': (context) => {
    treasurerOnly(context);
    if (context.params.name !== 'balances') throw notFound();
    const next = new Map();
    for (const { entry } of journal) apply(next, entry);
    accounts = next;
    return { status: 202 };
  },
  'GET /audit': (context) => {
    treasurerOnly(context);
    const broken = journal.find(({ entry, hash }, index) => hash !== hashOf(entry, journal[index - 1]?.hash ?? ''));
    return { body: { ok: broken === undefined, position: broken?.entry.position ?? null } };
  },
});
