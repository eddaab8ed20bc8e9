import { describe, expect, it } from 'vitest';
import { area } from '#content/schema/lists.ts';
import { resource } from '#content/schema/resource.ts';

const lists = [
  ['areas.yaml', area, { id: 'storage', title: 'Storage', summary: 'Where a service keeps what it must not forget.' }],
  [
    'resources.yaml',
    resource,
    {
      id: 'club',
      title: 'A club',
      url: 'https://example.org/club',
      publisher: 'The club',
      access: 'free',
      subject: 'databases',
      kind: 'community',
      why: 'People who read a paper a month.',
      for: 'readers of papers',
    },
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
