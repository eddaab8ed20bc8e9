import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe, type Parcel, parseParcels } from '../src/parcel.ts';

const parcel = { id: 'A1', grams: 2500, status: 'in_transit', hub: 'Leipzig' };

// #region tests
test('parcels that fit the schema are returned', () => {
  const heaviest = { ...parcel, grams: 31_500 };
  const at = '2026-11-25T10:00:00+01:00';
  const delivered = { id: 'A1', grams: 1, status: 'delivered', at };
  const parcels = [parcel, heaviest, delivered];
  assert.deepEqual(parseParcels(parcels), parcels);
});

const faulty = {
  'grams as a string': { ...parcel, grams: '2500' },
  'no grams': { ...parcel, grams: undefined },
  'zero grams': { ...parcel, grams: 0 },
  'half a gram': { ...parcel, grams: 0.5 },
  'too heavy': { ...parcel, grams: 31_501 },
  'no hub': { ...parcel, hub: undefined },
  'unknown status': { ...parcel, status: 'lost' },
  'no id': { ...parcel, id: '' },
  'no time': { ...parcel, status: 'delivered', at: 'yesterday' },
  'a list': [parcel],
  null: null,
};
for (const [name, input] of Object.entries(faulty)) {
  test(`refused: ${name}`, () => {
    assert.throws(() => parseParcels([input]), { name: 'ZodError' });
  });
}
// #endregion tests

test('properties that the schema does not name are left out', () => {
  const input = JSON.parse('{"__proto__": {"isAdmin": true}, "debug": 1}');
  assert.deepEqual(parseParcels([{ ...parcel, ...input }]), [parcel]);
});

test('from 0 to 1,000 parcels are fine, and something that is no list is not', () => {
  assert.deepEqual(parseParcels([]), []);
  const thousand = Array(1000).fill(parcel);
  assert.equal(parseParcels(thousand).length, 1000);
  assert.throws(() => parseParcels([...thousand, parcel]), {
    name: 'ZodError',
  });
  assert.throws(() => parseParcels(parcel), { name: 'ZodError' });
});

test('describes every status', () => {
  const all: [Parcel, string][] = [
    [{ id: 'A1', grams: 1, status: 'announced' }, 'waiting for pick-up'],
    [
      { id: 'A1', grams: 1, status: 'in_transit', hub: 'Leipzig' },
      'on its way, last seen in Leipzig',
    ],
    [
      { id: 'A1', grams: 1, status: 'delivered', at: '2026-11-25T09:00:00Z' },
      'delivered at 2026-11-25T09:00:00Z',
    ],
  ];
  for (const [parcel, text] of all) assert.equal(describe(parcel), text);
});
