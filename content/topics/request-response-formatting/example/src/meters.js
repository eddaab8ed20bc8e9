import { readInstant, writeInstant } from './formats.js';

/** Rows as the database gives them: the id is a bigint, which becomes a BigInt. */
export const rows = new Map([
  [
    '9007199254740993',
    {
      id: 9007199254740993n,
      nickname: 'Garage',
      tags: ['solar', 'old'],
      price_micro_eur: 284_500,
      installed_on: '2021-05-03',
      read_at: new Date('2026-03-04T06:00:00Z'),
      energy_wh: 18_250_400,
      owner_password_hash: 'scrypt:…',
    },
  ],
]);

// #region represent
/** What clients see of a meter. A new column doesn't show up by itself. */
export function represent(row) {
  return {
    id: String(row.id),
    nickname: row.nickname ?? null,
    tags: row.tags,
    price: {
      amount: decimal(row.price_micro_eur),
      currency: 'EUR',
      per: 'kWh',
    },
    installedOn: row.installed_on,
    readAt: writeInstant(row.read_at),
    energyWh: row.energy_wh,
  };
}

/** 284500 millionths as "0.2845", without going through a fraction. */
function decimal(micro) {
  const sign = micro < 0 ? '-' : '';
  const digits = String(Math.abs(micro)).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return sign + digits.slice(0, -6) + (fraction && `.${fraction}`);
}
// #endregion represent

// #region editable
/** The part of a meter that a client may change. */
export const editable = ({ nickname, tags, readAt, energyWh }) => ({
  ...(nickname !== null && { nickname }),
  tags,
  readAt,
  energyWh,
});

const checks = {
  nickname: (value) =>
    value === undefined ||
    (typeof value === 'string' && value.length > 0 && value.length <= 40),
  tags: (value) =>
    Array.isArray(value) && value.every((tag) => typeof tag === 'string'),
  readAt: (value) => readInstant(value) !== undefined,
  energyWh: (value) => Number.isSafeInteger(value) && value >= 0,
};

/** Which of these fields are wrong, or may not be set by a client? */
export function faultsOf(meter, names) {
  return names.filter(
    (name) => !Object.hasOwn(checks, name) || !checks[name](meter[name]),
  );
}

const columns = { readAt: 'read_at', energyWh: 'energy_wh' };

/** Stores these fields, and no others. */
export function save(row, meter, names) {
  for (const name of names) {
    const value = meter[name];
    row[columns[name] ?? name] = name === 'readAt' ? readInstant(value) : value;
  }
}
// #endregion editable
