import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { type Corpus, type DataOf, type Entry, folders, type Kind, kinds, type Pages } from './corpus.ts';
import type { Issue } from './issue.ts';
import { parseBody } from './parse-body.ts';
import { type ContentFile, readFiles } from './read-files.ts';
import { isDraft, readList, readNetwork, readSources } from './read-lists.ts';
import {
  type Report,
  readLock,
  readOutOfScopeQueries,
  readPageSearches,
  readSearches,
  searchesPathOf,
} from './read-rows.ts';
import { schemas } from './schema/by-kind.ts';
import { area, careerFact, checkedLink, goal } from './schema/lists.ts';
import { resource } from './schema/resource.ts';
import { disagreement } from './schema/source.ts';
import { readData } from './shape-issues.ts';
import { parseFrontMatter } from './yaml.ts';

/** A corpus of everything that could be read, and an issue for everything that could not. */
export interface Loaded {
  readonly corpus: Corpus;
  readonly issues: readonly Issue[];
}

/** The most that a clock is ahead of UTC, in milliseconds: no author's today counts as the future. */
const aheadOfGreenwich = 14 * 3_600_000;

/** Reads content/ below the project's root. */
export function loadContent(root: string): Loaded {
  return loadCorpus(readFiles(root, 'content'), loadOptions(root));
}

/** What the check of content knows besides its files: the day, and the colors of lines, the names in `data-line`. */
export function loadOptions(root: string): Pick<Corpus, 'today' | 'lineColors'> {
  const today = new Date(Date.now() + aheadOfGreenwich).toISOString().slice(0, 10);
  const tokens = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
  return { today, lineColors: [...tokens.matchAll(/\[data-line="([a-z]+)"\]/gu)].map(([, name = '']) => name) };
}

/** Turns content files into a corpus. Files that fail their schema are left out of it and reported. */
export function loadCorpus(
  files: readonly ContentFile[],
  { today, lineColors }: Pick<Corpus, 'today' | 'lineColors'>,
): Loaded {
  const issues: Issue[] = [];
  const report = (found: readonly Issue[]) => issues.push(...found);
  const entries = Object.fromEntries(kinds.map((kind) => [kind, [] as Entry[]]));
  const unread: { kind: Kind; id: string }[] = [];
  const drafts: Corpus['drafts'][number][] = [];
  const examples = readExamples(files);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const pages = files.filter(({ path }) => path.endsWith('.mdx'));
  const searchesPaths = new Set(pages.map(({ path }) => searchesPathOf(path)));
  const seen = new Set<string>();
  for (const file of files) {
    const place = searchesPaths.has(file.path) ? 'other' : placeOf(file.path);
    if (place === 'other') continue;
    if (typeof place === 'string') {
      report([{ code: 'S004', path: file.path, field: '', line: 0, message: place, fix: 'Move or rename the file.' }]);
      continue;
    }
    if (seen.has(`${place.kind} ${place.id}`)) {
      const message = `Another file is the ${place.kind} "${place.id}" already.`;
      report([{ code: 'S004', path: file.path, field: '', line: 0, message, fix: 'Delete one of the two.' }]);
      continue;
    }
    seen.add(`${place.kind} ${place.id}`);
    const entry = readEntryOnce(file, { ...place, report });
    if (entry === 'draft') drafts.push({ ...place, path: file.path });
    else if (entry) {
      const path = searchesPathOf(file.path);
      const text = texts.get(path);
      const searches = text === undefined ? [] : readPageSearches({ path, text }, { min: 1, max: 60, report });
      entries[place.kind]?.push({
        ...entry,
        example: examples.get(`${place.kind} ${place.id}`) ?? new Map(),
        searches,
      });
    } else unread.push(place);
  }
  const list = <T extends { readonly id: string }>(name: string, schema: z.ZodType<T>) =>
    readList(files, { name, schema, report });
  const corpus = {
    ...(entries as unknown as Pages),
    areas: list('areas', area),
    ...readSources(files, report),
    disagreements: list('sources/disagreements', disagreement),
    resources: list('resources', resource),
    goals: list('goals', goal),
    careerFacts: list('career', careerFact),
    network: readNetwork(files, report),
    projectKit: texts.get('content/projects/kit.mjs') ?? '',
    checkedLinks: texts.has('content/checked-links.yaml') ? list('checked-links', checkedLink) : [],
    searches: readSearches(files, report),
    outOfScopeQueries: readOutOfScopeQueries(files, report),
    locked: readLock(files, report),
    unread,
    drafts,
    today,
    lineColors,
  };
  return { corpus, issues };
}

const dataFiles = new Set([
  'areas.yaml',
  'resources.yaml',
  'goals.yaml',
  'network.yaml',
  'career.yaml',
  'checked-links.yaml',
  'ids.lock',
  'lab-signatures.json',
  'searches.tsv',
  'out-of-scope-queries.txt',
  'package.json',
  'README.md',
  'LICENSE.md',
]);

/** The kind and id that a path stands for, what is wrong with the path, or `other` for files that are no pages. */
function placeOf(path: string): { kind: Kind; id: string } | string {
  const [, folder = '', name = '', ...deeper] = path.split('/');
  // Labs are folders of code and read by their own feature, sources by `readSources`.
  if (dataFiles.has(folder) || folder === 'labs' || folder === 'sources' || path.includes('/.')) return 'other';
  const kind = kinds.find((candidate) => folders[candidate] === folder);
  if (!kind) return `"${folder}" is not a folder of content.`;
  if (kind === 'topic' && deeper[0] === 'example') return 'other';
  if (kind === 'project' && projectFile.test(path)) return 'other';
  if (/(?:^|\.)searches\.txt$/u.test(deeper.at(-1) ?? name))
    return 'These are the searches for no page: searches.txt belongs to index.mdx, <id>.searches.txt to <id>.mdx.';
  const file = kind === 'topic' && deeper.join('/') === 'index.mdx' ? `${name}.mdx` : [name, ...deeper].join('/');
  const id = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/u.exec(file)?.[1];
  if (id) return { kind, id };
  const forms = [`content/${folders[kind]}/<id>.mdx`, ...(kind === 'topic' ? ['content/topics/<id>/index.mdx'] : [])];
  return `A ${kind} is a file ${forms.join(' or ')}, its id in kebab-case.`;
}

/** The tests of a project, its solution and the mistakes to build into it, or what all projects share. */
const projectFile = /^content\/projects\/(?:(?:kit|serve)\.mjs|([^/]+)\/(\1\.test\.mjs|reference\.mjs|broken\.yaml))$/u;

/** The files beside topics and projects: texts by path below the page's `example/` or folder, by kind and id. */
function readExamples(files: readonly ContentFile[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const examples = new Map<string, Map<string, string>>();
  for (const { path, text } of files) {
    const topicFile = /^content\/topics\/([^/]+)\/example\/(.+)$/u.exec(path);
    const [, id, name] = topicFile ?? projectFile.exec(path) ?? [];
    if (!id || !name) continue;
    const key = `${topicFile ? 'topic' : 'project'} ${id}`;
    const example = examples.get(key) ?? new Map<string, string>();
    examples.set(key, example.set(name, text));
  }
  return examples;
}

interface Reading extends Pick<Entry, 'kind' | 'id'> {
  readonly report: Report;
}

/** A page without what is in the files beside it. */
type Page = Omit<Entry, 'example' | 'searches'>;

const readings = new Map<
  string,
  { readonly text: string; readonly entry: Page | 'draft' | undefined; readonly issues: Issue[] }
>();

/** Reads a file, or reuses the result for the same text: after a change, only one file is parsed again. */
function readEntryOnce(file: ContentFile, { report, ...place }: Reading): Page | 'draft' | undefined {
  const known = readings.get(file.path);
  const issues: Issue[] = [];
  const reading =
    known?.text === file.text
      ? known
      : { text: file.text, entry: readEntry(file, { ...place, report: (found) => issues.push(...found) }), issues };
  readings.set(file.path, reading);
  report(reading.issues);
  return reading.entry;
}

function readEntry(file: ContentFile, { kind, id, report }: Reading): Page | 'draft' | undefined {
  const front = parseFrontMatter(file);
  if ('code' in front) {
    report([front]);
    return undefined;
  }
  if (isDraft(front.value)) return 'draft';
  const schema: z.ZodType<DataOf[Kind]> = schemas[kind];
  const data = readData(front, { path: file.path, schema, report });
  // The body is read either way, so that its author sees all issues at once.
  try {
    const body = parseBody(file.text);
    return data && { kind, id, path: file.path, data, body, lineOf: front.lineOf };
  } catch (error) {
    const [, line = '0', reason = String(error)] = /^(\d+):\d+: ([\s\S]*)$/u.exec((error as Error).message) ?? [];
    const message = `${reason.replace(/ \(mdx[^)]*\)$/u, '').replaceAll(/\s+/gu, ' ')}.`;
    const fix = 'Close the tag, or put braces and angle brackets into backticks.';
    report([{ code: 'S003', path: file.path, field: 'body', line: Number(line), message, fix }]);
    return undefined;
  }
}
