import { createHash } from 'node:crypto';

export class BadQuery extends Error {}

// #region orders
/** What clients may sort by, and the filters that have an index for it. */
export const orders = {
  '-seenAt': {
    column: 'seen_at',
    type: 'timestamptz',
    filters: ['species', 'seenAfter'],
  },
  '-birds': { column: 'birds', type: 'integer', filters: ['species'] },
};

/** What clients may filter by: a check, and the condition. */
const filters = {
  species: { check: /^[a-z ]{1,60}$/, condition: 'species = ' },
  seenAfter: {
    check: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
    condition: 'seen_at > ',
  },
};
// #endregion orders

// #region parse
/** Turns the query of a URL into a plan; BadQuery says what's wrong. */
export function parseQuery({ sort = '-seenAt', pageSize = '20', ...rest }) {
  const { pageToken, ...given } = rest;
  if (!Object.hasOwn(orders, sort)) {
    throw new BadQuery(`sort is one of ${Object.keys(orders).join(', ')}`);
  }
  if (!/^[1-9]\d{0,3}$/.test(pageSize)) {
    throw new BadQuery('pageSize is a number from 1 to 9999');
  }
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(filters, name)) {
      throw new BadQuery(`there is no parameter ${name}`);
    }
    if (!orders[sort].filters.includes(name)) {
      throw new BadQuery(`${name} can't be combined with sort=${sort}`);
    }
    if (typeof value !== 'string' || !filters[name].check.test(value)) {
      throw new BadQuery(`${name} is not valid`);
    }
  }
  const plan = { sort, filter: given, limit: Math.min(Number(pageSize), 100) };
  if (pageToken === undefined) return plan;
  return { ...plan, after: decode(pageToken, plan) };
}
// #endregion parse

// #region token
const fingerprint = ({ sort, filter }) =>
  createHash('sha256')
    .update(JSON.stringify([sort, Object.entries(filter).sort()]))
    .digest('base64url')
    .slice(0, 8);

/** The position behind a row, as a text that clients pass back unread. */
export function encode({ position, id }, plan) {
  const content = JSON.stringify([position, id, fingerprint(plan)]);
  return Buffer.from(content).toString('base64url');
}

function decode(token, plan) {
  let content;
  try {
    content = JSON.parse(Buffer.from(token, 'base64url'));
  } catch {
    throw new BadQuery('pageToken is not valid');
  }
  const isList = Array.isArray(content) && content.length === 3;
  if (!isList || !content.every((part) => typeof part === 'string')) {
    throw new BadQuery('pageToken is not valid');
  }
  const [position, id, print] = content;
  if (print !== fingerprint(plan)) {
    throw new BadQuery('pageToken belongs to another sort or filter');
  }
  return { position, id };
}
// #endregion token

// #region sql
/** The SQL of a plan. Names come from the tables above, values are parameters. */
export function toSql({ sort, filter, limit, after }) {
  const { column, type } = orders[sort];
  const values = [];
  const parameter = (value) => `$${values.push(value)}`;

  const conditions = Object.entries(filter).map(
    ([name, value]) => filters[name].condition + parameter(value),
  );
  if (after) {
    const { position, id } = after;
    conditions.push(
      `(${column}, id) < (${parameter(position)}::${type}, ${parameter(id)}::bigint)`,
    );
  }
  const where = conditions.length ? `WHERE ${conditions.join(' AND ')}` : '';
  const text = `
    SELECT id, species, seen_at, birds, ${column}::text AS position
    FROM sightings ${where}
    ORDER BY ${column} DESC, id DESC
    LIMIT ${parameter(limit + 1)}`;
  return { text, values };
}
// #endregion sql
