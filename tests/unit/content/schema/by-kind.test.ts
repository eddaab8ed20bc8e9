import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Kind, kinds } from '#content/corpus.ts';
import { schemas } from '#content/schema/by-kind.ts';
import { parseFrontMatter } from '#content/yaml.ts';

const samples = {
  topic: 'topics/tables',
  roadmap: 'roadmaps/storage',
  role: 'roles/librarian',
  question: 'questions/slow-lookup',
  project: 'projects/catalog',
  comparison: 'comparisons/engines',
} as const satisfies Record<Kind, string>;

type Data = Record<string, unknown>;

/** The front matter of the page of a kind in the clean corpus. */
function sampleOf(kind: Kind): Data {
  const path = `tests/content/fixtures/base/content/${samples[kind]}.mdx`;
  const front = parseFrontMatter({ path, text: readFileSync(path, 'utf8') });
  if ('code' in front) throw new Error(front.message);
  return front.value as Data;
}

/** Fields that the schema complains about when some of the sample's are replaced; `undefined` leaves a field out. */
function issueFields(kind: Kind, changes: Data): string[] {
  const kept = Object.entries({ ...sampleOf(kind), ...changes }).filter(([, value]) => value !== undefined);
  return schemas[kind].safeParse(Object.fromEntries(kept)).error?.issues.map(({ path }) => path.join('.')) ?? [];
}

describe.each(kinds)('the schema of a %s', (kind) => {
  it('accepts a page of the kind', () => {
    expect(issueFields(kind, {})).toEqual([]);
  });

  it('refuses a key that it does not know', () => {
    expect(schemas[kind].safeParse({ ...sampleOf(kind), sumary: 'misspelt' }).error?.issues).toMatchObject([
      { code: 'unrecognized_keys', keys: ['sumary'] },
    ]);
  });

  it.each(['title', 'summary', 'reviewed', 'status'])('demands %s', (field) => {
    expect(issueFields(kind, { [field]: undefined })).toEqual([field]);
  });

  it('takes a date as text or as the Date that a YAML reader makes of it', () => {
    for (const reviewed of ['2026-01-10', new Date('2026-01-10T00:00:00Z')])
      expect(schemas[kind].parse({ ...sampleOf(kind), reviewed })).toMatchObject({ reviewed: '2026-01-10' });
  });

  it.each(['2026-02-30', '2026-1-5', '10.01.2026', 20260110, new Date(Number.NaN), null])(
    'refuses %s for a date',
    (reviewed) => {
      expect(issueFields(kind, { reviewed })).toEqual(['reviewed']);
    },
  );

  it.each(['A title\nof two lines', ' A title', 'A title ', '', 7])('refuses %j for a title', (title) => {
    expect(issueFields(kind, { title })).toContain('title');
  });

  it.each(['Upper', 'two words', 'a_b', '-a', 'a-', 'a--b', 'x'.repeat(61)])('refuses the id %j', (id) => {
    expect(issueFields(kind, { formerIds: [id] })).toEqual(['formerIds.0']);
  });
});

describe('the schema of a topic', () => {
  const resource = {
    title: 'A manual',
    url: 'https://example.org/manual',
    kind: 'manual',
    publisher: 'Example',
    access: 'free',
    level: 'beginner',
    minutes: 10,
    why: 'The chapter that explains it.',
  };

  const withFirst = (changes: Data) => ({ resources: [{ ...resource, ...changes }, resource, resource] });
  const unsafe = ['http://example.org/', 'javascript:alert(1)', 'ftp://example.org/', '/manual/', 'example.org'];

  it.each<[string, Data, readonly string[]]>([
    ['a resource with an unknown key', withFirst({ lang: 'en' }), ['resources.0']],
    [
      'a prerequisite with an unknown key',
      { prerequisites: [{ topic: 'sql', why: 'queries are written in it', hard: true }] },
      ['prerequisites.0'],
    ],
    ['hours with an unknown key', { hours: { practice: 2, reading: 1 } }, ['hours']],
    ...unsafe.map((url): [string, Data, readonly string[]] => [url, withFirst({ url }), ['resources.0.url']]),
    ['half an hour of practice', { hours: { practice: 2.5 } }, []],
    ['a quarter of an hour of practice', { hours: { practice: 2.25 } }, ['hours.practice']],
    ['no hours of practice', { hours: { practice: 0 } }, ['hours.practice']],
    ['`start: false`, which would say nothing', withFirst({ start: false }), ['resources.0.start']],
  ])('judges %s', (_, changes, fields) => {
    expect(issueFields('topic', changes)).toEqual(fields);
  });
});

describe('the schema of a roadmap', () => {
  const exitCheck = ['Run it and show the result.', 'Break it and say what broke.'];
  const phase = { id: 'one', title: 'One phase', goal: 'Do the one thing that matters.', exitCheck };

  const stop = { topic: 'gin', need: 'should', why: 'You meet it in older services.' };
  const continuing = (stops: readonly unknown[]) => ({
    phases: [{ ...phase, choice: { branches: [{ id: 'go', title: 'Go', stops }] } }],
  });
  const badges = (all: readonly string[], fields: readonly string[]) =>
    all.map((badge): [string, Data, readonly string[]] => [`the badge "${badge}"`, { badge }, fields]);

  it.each<[string, Data, readonly string[]]>([
    ...badges(['Go', 'C#', 'C++', 'B', 'PG2'], []),
    ...badges(['', 'Node', 'go', '-a', 'a b', 'Ö'], ['badge']),
    ['a phase that continues a single branch', continuing([stop]), []],
    [
      'a stop of a branch without a reason',
      continuing([{ ...stop, why: undefined }]),
      ['phases.0.choice.branches.0.stops.0.why'],
    ],
  ])('judges %s', (_, changes, fields) => {
    expect(issueFields('roadmap', changes)).toEqual(fields);
  });
});
