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

const text = (length: number) => 'x'.repeat(length);

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
    expect(schemas[kind].parse({ ...sampleOf(kind), reviewed: new Date('2026-01-10T00:00:00Z') })).toMatchObject({
      reviewed: '2026-01-10',
    });
    expect(schemas[kind].parse({ ...sampleOf(kind), reviewed: '2026-01-10' })).toMatchObject({
      reviewed: '2026-01-10',
    });
  });

  it.each(['2026-02-30', '2026-1-5', '10.01.2026', 20260110, new Date(Number.NaN), null])(
    'refuses %s for a date',
    (reviewed) => {
      expect(issueFields(kind, { reviewed })).toEqual(['reviewed']);
    },
  );

  it('wants a summary that fits lists and previews; the promise of a roadmap may be longer', () => {
    const [min, max] = kind === 'roadmap' ? [40, 220] : [60, 160];
    expect(issueFields(kind, { summary: text(min) })).toEqual([]);
    expect(issueFields(kind, { summary: text(max) })).toEqual([]);
    expect(issueFields(kind, { summary: text(min - 1) })).toEqual(['summary']);
    expect(issueFields(kind, { summary: text(max + 1) })).toEqual(['summary']);
  });

  it.each(['A title\nof two lines', ' A title', 'A title ', '', 7])('refuses %j for a title', (title) => {
    expect(issueFields(kind, { title })).toContain('title');
  });

  it('is undecided about no field: what may be left out has a value afterwards', () => {
    expect(schemas[kind].parse(sampleOf(kind))).toMatchObject({
      aliases: expect.any(Array),
      formerIds: expect.any(Array),
    });
  });

  it('takes at most 16 aliases', () => {
    const aliases = (count: number) => Array.from({ length: count }, (_, index) => `alias ${index}`);
    expect(issueFields(kind, { aliases: aliases(16) })).toEqual([]);
    expect(issueFields(kind, { aliases: aliases(17) })).toEqual(['aliases']);
  });

  it.each(['Upper', 'two words', 'a_b', '-a', 'a-', 'a--b', text(61)])('refuses the id %j', (id) => {
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

  it('refuses a key that it does not know at any depth', () => {
    expect(issueFields('topic', { resources: [resource, resource, { ...resource, lang: 'en' }] })).toEqual([
      'resources.2',
    ]);
    expect(
      issueFields('topic', { prerequisites: [{ topic: 'sql', why: 'queries are written in it', hard: true }] }),
    ).toEqual(['prerequisites.0']);
    expect(issueFields('topic', { hours: { practice: 2, reading: 1 } })).toEqual(['hours']);
  });

  it('takes two to six resources', () => {
    const list = (length: number) => Array.from({ length }, () => resource);
    expect(issueFields('topic', { resources: list(2) })).toEqual([]);
    expect(issueFields('topic', { resources: list(6) })).toEqual([]);
    expect(issueFields('topic', { resources: list(1) })).toEqual(['resources']);
    expect(issueFields('topic', { resources: list(7) })).toEqual(['resources']);
  });

  it.each(['http://example.org/', 'javascript:alert(1)', 'ftp://example.org/', '/manual/', 'example.org'])(
    'refuses the address %s',
    (url) => {
      expect(issueFields('topic', { resources: [{ ...resource, url }, resource, resource] })).toEqual([
        'resources.0.url',
      ]);
    },
  );

  it('takes hours of practice in halves', () => {
    expect(issueFields('topic', { hours: { practice: 2.5 } })).toEqual([]);
    expect(issueFields('topic', { hours: { practice: 2.25 } })).toEqual(['hours.practice']);
    expect(issueFields('topic', { hours: { practice: 0 } })).toEqual(['hours.practice']);
  });

  it('refuses `start: false`, which would say nothing', () => {
    expect(issueFields('topic', { resources: [{ ...resource, start: false }, resource, resource] })).toEqual([
      'resources.0.start',
    ]);
  });
});

describe('the schema of a roadmap', () => {
  const exitCheck = ['Run it and show the result.', 'Break it and say what broke.'];
  const phase = { id: 'one', title: 'One phase', goal: 'Do the one thing that matters.', exitCheck };

  it.each(['Go', 'C#', 'C++', 'B', 'PG2'])('takes the badge %s', (badge) => {
    expect(issueFields('roadmap', { badge })).toEqual([]);
  });

  it.each(['', 'Node', 'go', '-a', 'a b', 'Ö'])('refuses the badge %j', (badge) => {
    expect(issueFields('roadmap', { badge })).toEqual(['badge']);
  });

  it('takes a phase that continues a single branch, and refuses a stop without a reason', () => {
    const go = (stops: readonly unknown[]) => ({ choice: { branches: [{ id: 'go', title: 'Go', stops }] } });
    const stop = { topic: 'gin', need: 'should', why: 'You meet it in older services.' };
    expect(issueFields('roadmap', { phases: [{ ...phase, ...go([stop]) }] })).toEqual([]);
    expect(issueFields('roadmap', { phases: [{ ...phase, ...go([{ ...stop, why: undefined }]) }] })).toEqual([
      'phases.0.choice.branches.0.stops.0.why',
    ]);
  });

  it('wants two to four exit checks', () => {
    const checks = (count: number) => ({ phases: [{ ...phase, exitCheck: Array(count).fill('Show that it runs.') }] });
    expect(issueFields('roadmap', checks(2))).toEqual([]);
    expect(issueFields('roadmap', checks(1))).toEqual(['phases.0.exitCheck']);
    expect(issueFields('roadmap', checks(5))).toEqual(['phases.0.exitCheck']);
  });
});
