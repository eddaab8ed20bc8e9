import type { z } from 'astro/zod';
import { type Corpus, type DataOf, type Entry, folders, type Kind, kinds, type LockedId } from '#domain/corpus.ts';
import type { Issue } from '#domain/issue.ts';
import { area } from '#schemas/area.ts';
import { schemas } from '#schemas/by-kind.ts';
import { resource } from '#schemas/resource.ts';
import { source } from '#schemas/source.ts';
import { parseBody } from './parse-body.ts';
import { type ContentFile, readFiles } from './read-files.ts';
import { shapeIssues } from './shape-issues.ts';
import { type FrontMatter, parseFrontMatter, parseYaml } from './yaml.ts';

/** A corpus of everything that could be read, and an issue for everything that could not. */
export interface Loaded {
  readonly corpus: Corpus;
  readonly issues: readonly Issue[];
}

/** Reads content/ below the project's root. */
export function loadContent(root: string, today: string): Loaded {
  return loadCorpus(readFiles(root, 'content'), today);
}

/** Turns content files into a corpus. Files that fail their schema are left out of it and reported. */
export function loadCorpus(files: readonly ContentFile[], today: string): Loaded {
  const issues: Issue[] = [];
  const report = (found: readonly Issue[]) => issues.push(...found);
  const entries = Object.fromEntries(kinds.map((kind) => [kind, [] as Entry[]]));
  for (const file of files) {
    const place = placeOf(file.path);
    if (place === 'other') continue;
    if (typeof place === 'string') {
      report([{ code: 'S004', path: file.path, field: '', line: 0, message: place, fix: 'Move or rename the file.' }]);
      continue;
    }
    const entry = readEntry(file, { ...place, report });
    if (entry) entries[place.kind]?.push(entry);
  }
  const list = <T>(name: string, schema: z.ZodType<T>) => readList(files, { name, schema, report });
  const corpus = {
    ...(entries as unknown as { [K in Kind]: Entry<K>[] }),
    areas: list('areas', area),
    sources: list('sources', source),
    resources: list('resources', resource),
    locked: readLock(files),
    today,
  };
  return { corpus, issues };
}

const dataFiles = new Set(['areas.yaml', 'sources.yaml', 'resources.yaml', 'ids.lock', 'README.md']);

/** The kind and id that a path stands for, a complaint about it, or `other` for files that are not pages. */
function placeOf(path: string): { kind: Kind; id: string } | string {
  const [, folder = '', name = '', ...deeper] = path.split('/');
  if (dataFiles.has(folder) || folder.startsWith('.')) return 'other';
  const kind = kinds.find((candidate) => folders[candidate] === folder);
  if (!kind) return `"${folder}" is not a folder of content.`;
  const id = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/u.exec(name)?.[1];
  if (!id || deeper.length > 0) return `A ${kind} is a file content/${folders[kind]}/<id>.mdx, its id in kebab-case.`;
  return { kind, id };
}

type Report = (issues: readonly Issue[]) => void;

function readEntry(file: ContentFile, { kind, id, report }: { kind: Kind; id: string; report: Report }): Entry | undefined {
  const front = parseFrontMatter(file);
  if ('code' in front) {
    report([front]);
    return undefined;
  }
  const parsed = schemas[kind].safeParse(front.value);
  if (!parsed.success) {
    report(shapeIssues(parsed.error, { path: file.path, lineOf: front.lineOf, schema: schemas[kind] }));
    return undefined;
  }
  try {
    const data = parsed.data as DataOf[Kind];
    return { kind, id, path: file.path, data, body: parseBody(file.text), lineOf: front.lineOf };
  } catch (error) {
    const [, line = '0', message = String(error)] = /^(\d+):\d+: ([\s\S]*)$/u.exec((error as Error).message) ?? [];
    const fix = 'Close the tag, or put braces and angle brackets into backticks.';
    report([{ code: 'S003', path: file.path, field: 'body', line: Number(line), message, fix }]);
    return undefined;
  }
}


function readList<T extends { readonly id: string }>(
  files: readonly ContentFile[],
  { name, schema, report }: { name: string; schema: z.ZodType<T>; report: Report },
): T[] {
  const path = `content/${name}.yaml`;
  const file = files.find((candidate) => candidate.path === path);
  if (!file) {
    report([{ code: 'S005', path, field: '', line: 0, message: `There is no ${path}.`, fix: 'Restore the file.' }]);
    return [];
  }
  const front: FrontMatter | Issue = parseYaml(file.text, { path, firstLine: 1 });
  if ('code' in front) {
    report([front]);
    return [];
  }
  const rows = Array.isArray(front.value) ? front.value : [];
  return rows.flatMap((row, index) => {
    const parsed = schema.safeParse(row);
    if (parsed.success) return [parsed.data];
    const lineOf: FrontMatter['lineOf'] = (field) => front.lineOf([index, ...field]);
    report(shapeIssues(parsed.error, { path, lineOf, schema: undefined }));
    return [];
  });
}

/** Lines `kind number id`; others are comments. */
function readLock(files: readonly ContentFile[]): LockedId[] {
  const text = files.find(({ path }) => path === 'content/ids.lock')?.text ?? '';
  return text.split('\n').flatMap((row) => {
    const [kind = '', number = '', id = ''] = row.split(' ');
    return kinds.includes(kind as Kind) ? [{ kind: kind as Kind, number: Number(number), id }] : [];
  });
}

