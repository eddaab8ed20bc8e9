import { describe, expect, it } from 'vitest';
import { area } from '#content/schema/area.ts';
import { resource } from '#content/schema/resource.ts';
import { source } from '#content/schema/source.ts';

const lists = [
  ['areas.yaml', area, { id: 'storage', title: 'Storage', summary: 'Where a service keeps what it must not forget.' }],
  ['sources.yaml', source, { id: 'survey', title: 'A survey', year: 2024, about: 'What it is and how it is used.' }],
  [
    'resources.yaml',
    resource,
    { id: 'club', title: 'A club', group: 'community', why: 'People who read a paper a month.' },
  ],
] as const;

describe.each(lists)('the schema of %s', (_, schema, entry) => {
  it('accepts an entry', () => {
    expect(schema.safeParse(entry).success).toBe(true);
  });

  it('refuses a key that it does not know', () => {
    expect(schema.safeParse({ ...entry, note: 'a note' }).success).toBe(false);
  });

  it.each(['Survey', 'a b', ''])('refuses the id %j', (id) => {
    expect(schema.safeParse({ ...entry, id }).success).toBe(false);
  });
});

describe('the schema of sources.yaml', () => {
  const entry = lists[1][2];

  it('takes a document without a date, and says so', () => {
    expect(source.parse({ ...entry, year: null }).year).toBeNull();
    expect(source.safeParse({ ...entry, year: undefined }).success).toBe(false);
  });

  it.each([1969, 2101, 2024.5, '2024'])('refuses the year %j', (year) => {
    expect(source.safeParse({ ...entry, year }).success).toBe(false);
  });
});
