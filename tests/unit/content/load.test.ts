import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '#content/load.ts';
import { type ContentFile, readFiles } from '#content/read-files.ts';
import { referencesOf } from '#content/references.ts';

const engines = readFileSync('tests/content/fixtures/base/content/comparisons/engines.mdx', 'utf8');
const names = ['areas.yaml', 'sources/disagreements.yaml', 'resources.yaml', 'goals.yaml', 'career.yaml'];
const lists = [
  ...names.map((name) => ({ path: `content/${name}`, text: '[]' })),
  { path: 'content/out-of-scope-queries.txt', text: 'banana bread\n\npuppy names\n' },
  { path: 'content/network.yaml', text: 'size: [0, 0]\nlines: []\nstops: []\n' },
  { path: 'content/searches.tsv', text: '' },
];
/** The line of the first text in the fixture. */
const lineOf = (text: string) => engines.slice(0, engines.indexOf(text)).split('\n').length;
const lock = (text: string) => ({ path: 'content/ids.lock', text });
const topic = (id: string, text: string) => ({ path: `content/topics/${id}.mdx`, text });
const draft = '---\ntitle: Sharding\nlevel: very hard\nstatus: draft\n---\n\n## Notes {\n';
const comparison = (id: string) => ({ path: `content/comparisons/${id}.mdx`, text: engines });

const site = { today: '2026-02-01', lineColors: ['green', 'blue', 'teal'] };

/** What is read of files beside the lists and an empty lock. */
const load = (...files: readonly ContentFile[]) => {
  const paths = new Set(files.map(({ path }) => path));
  return loadCorpus([...[...lists, lock('')].filter(({ path }) => !paths.has(path)), ...files], site);
};

describe('loadCorpus', () => {
  it('turns a file into an entry with its kind, its id and its front matter', () => {
    const { corpus, issues } = load(comparison('engines'));
    expect(issues).toEqual([]);
    expect(corpus.comparison).toMatchObject([
      {
        kind: 'comparison',
        id: 'engines',
        path: 'content/comparisons/engines.mdx',
        data: { title: 'Engines compared' },
      },
    ]);
  });

  it('leaves drafts of any shape out, and lists them', () => {
    const rows = { path: 'content/areas.yaml', text: '- id: storage\n  status: draft\n' };
    const { corpus, issues } = load(rows, topic('sharding', draft));
    expect(issues).toEqual([]);
    expect(corpus.topic).toEqual([]);
    expect(corpus.areas).toEqual([]);
    expect(corpus.drafts).toEqual([{ kind: 'topic', id: 'sharding', path: 'content/topics/sharding.mdx' }]);
  });

  it('knows the line of a field, or of what it stands in', () => {
    const { corpus } = load(comparison('engines'));
    const [entry] = corpus.comparison;
    expect(entry?.lineOf(['title'])).toBe(lineOf('title:'));
    expect(entry?.lineOf(['rows', 0, 'name'])).toBe(lineOf('    name:'));
    expect(entry?.lineOf(['columns', 99])).toBe(lineOf('  - { id: writers'));
    expect(entry?.lineOf(['nothing'])).toBe(2);
  });

  it('reports every broken file and still reads the others', () => {
    const broken = [topic('a', 'no front matter'), topic('b', '---\ntitle: B\n---\n')];
    const { corpus, issues } = load(...broken, comparison('engines'));
    expect([...new Set(issues.map(({ path, code }) => `${path} ${code}`))]).toEqual([
      'content/topics/a.mdx S001',
      'content/topics/b.mdx S002',
    ]);
    expect(corpus.comparison.map(({ id }) => id)).toEqual(['engines']);
    expect(corpus.unread).toEqual([
      { kind: 'topic', id: 'a' },
      { kind: 'topic', id: 'b' },
    ]);
  });

  it('reads the searches for a page from the file beside it, and those of a draft not at all', () => {
    const searches = (id: string, text: string) => ({ path: `content/${id}.searches.txt`, text });
    const files = [comparison('engines'), topic('sharding', draft)];
    const beside = searches('comparisons/engines', 'b-tree or lsm\r\n# in css\r\n');
    const { corpus, issues } = load(...files, beside, searches('topics/sharding', '\n'));
    expect(issues).toEqual([]);
    expect(corpus.comparison[0]?.searches).toEqual([
      { text: 'b-tree or lsm', line: 1 },
      { text: '# in css', line: 2 },
    ]);
    const changed = load(...files, searches('comparisons/engines', 'storage engines\n')).corpus;
    expect(changed.comparison[0]?.searches).toEqual([{ text: 'storage engines', line: 1 }]);
  });

  it('reads the searches of visitors with the lines that they stand in', () => {
    const searches = 'find rows\t/topics/indexes/\r\n\nspread rows\t/topics/sharding/ /plan/\n';
    const { corpus, issues } = load({ path: 'content/searches.tsv', text: searches });
    expect(issues).toEqual([]);
    expect(corpus.searches).toEqual([
      { text: 'find rows', addresses: ['/topics/indexes/'], line: 1 },
      { text: 'spread rows', addresses: ['/topics/sharding/', '/plan/'], line: 3 },
    ]);
    expect(corpus.outOfScopeQueries).toEqual([
      { text: 'banana bread', line: 1 },
      { text: 'puppy names', line: 3 },
    ]);
  });

  it('reads ids.lock with comments, blank lines and lines that end as on Windows', () => {
    const { corpus, issues } = load(lock('# A comment\r\n\r\ntopic 7 sharding\r\n'));
    expect(issues).toEqual([]);
    expect(corpus.locked).toEqual([{ kind: 'topic', number: 7, id: 'sharding' }]);
  });

  it.each(['topic x sharding', 'topic 7', 'page 7 sharding', 'topic 7 Sharding', '=======', 'topic  7 sharding'])(
    'reports the row %j of ids.lock',
    (row) => {
      const { issues } = load(lock(`# A comment\n${row}\n`));
      expect(issues).toMatchObject([{ code: 'S002', path: 'content/ids.lock', line: 2 }]);
    },
  );

  it('lets two kinds use the same number', () => {
    expect(load(lock('topic 0 sql\nrole 0 developer\n')).issues).toEqual([]);
  });

  it('reports a missing list and goes on', () => {
    const { issues } = loadCorpus([topic('sharding', draft)], site);
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      ...names.map((name) => `S005 content/${name}`),
      'S005 content/network.yaml',
      'S005 content/searches.tsv',
      'S005 content/out-of-scope-queries.txt',
      'S005 content/ids.lock',
    ]);
  });

  it('reports an id that a list gives twice', () => {
    const entry = '- id: storage\n  title: Storage\n  summary: Where a service keeps its data.\n';
    const { issues } = load({ path: 'content/areas.yaml', text: entry + entry });
    expect(issues).toMatchObject([
      { code: 'S002', path: 'content/areas.yaml', line: 4, message: '"storage" is the id of an earlier entry.' },
    ]);
  });

  it.each(['content/.gitkeep', 'content/topics/.DS_Store', 'content/README.md'])('passes over %s', (path) => {
    expect(load({ path, text: '' }).issues).toEqual([]);
  });

  it.each([
    'content/topics/a/b.mdx',
    'content/topics/A.mdx',
    'content/topics/a.md',
    'content/topic/a.mdx',
    'content/a.mdx',
  ])('reports the place of %s', (path) => {
    expect(load({ path, text: draft }).issues).toMatchObject([{ code: 'S004', path }]);
  });
});

describe('readFiles', () => {
  it('finds nothing in a folder that is not there', () => {
    expect(readFiles('tests/content/fixtures/base', 'gone')).toEqual([]);
  });

  it('names files from the root, in order', () => {
    const paths = readFiles('tests/content/fixtures/base', 'content').map(({ path }) => path);
    expect(paths).toContain('content/topics/tables.mdx');
    expect(paths).toEqual(paths.toSorted());
  });
});

describe('referencesOf', () => {
  const { corpus } = loadCorpus(readFiles('tests/content/fixtures/base', 'content'), site);
  it.each([
    [
      'roadmap',
      'storage',
      [
        'builds.0.topics.0: topic tables',
        'builds.0.topics.1: topic indexes',
        'builds.1.topics.0: topic sharding',
        'capstone: project catalog',
        'phases.0.stops.0.topic: topic tables',
        'phases.0.stops.0.labs.0: lab first-rows',
        'phases.0.stops.1.topic: topic indexes',
        'phases.1.choice.branches.0.stops.0.topic: topic sharding',
        'phases.1.choice.branches.1.stops.0.topic: topic sharding',
        'next.0: roadmap postgres',
        'next.1: roadmap sqlite',
      ],
    ],
    [
      'role',
      'librarian',
      [
        'roadmaps.0: roadmap storage',
        'skills.core.0.topics.0: topic tables',
        'skills.advanced.0.topics.0: topic indexes',
        'matrix.0.area: area storage',
        'matrix.0.junior.topics.0: topic tables',
        'matrix.0.mid.topics.0: topic indexes',
        'matrix.0.mid.questions.0: question slow-lookup',
        'namedIn.0.source: source handbook',
        'salary.0.source: source survey',
        'durations.0.source: source survey',
      ],
    ],
    ['question', 'slow-lookup', ['roles.0: role librarian', 'topics.0: topic indexes', 'topics.1: topic tables']],
  ] as const)('finds what the %s "%s" refers to', (kind, id, expected) => {
    const references = corpus[kind].filter((entry) => entry.id === id).flatMap((entry) => referencesOf(entry));
    expect(references.map((each) => `${each.field.join('.')}: ${each.kind} ${each.id}`)).toEqual(expected);
  });

  it('finds rows and columns of a comparison, and takes no cell for a source', () => {
    const [entry] = corpus.comparison;
    if (!entry) throw new Error('The clean corpus has a comparison.');
    const rows = entry.data.rows.map((row) => ({ ...row, cells: { source: 'Open' } }));
    const references = referencesOf({ ...entry, data: { ...entry.data, rows } });
    expect(references.map(({ field, id }) => `${field.join('.')}: ${id}`)).toEqual([
      'rows.0.topic: indexes',
      'rows.0.roadmap: postgres',
      'rows.1.topic: tables',
      'rows.1.roadmap: sqlite',
      'columns.1.source: handbook',
    ]);
  });
});
