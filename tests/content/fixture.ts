import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '#content/corpus.ts';
import type { Issue } from '#content/issue.ts';
import { checkRules } from '#content/lint/index.ts';
import { loadCorpus } from '#content/load.ts';
import { type ContentFile, readFiles } from '#content/read-files.ts';

const root = join(import.meta.dirname, 'fixtures');

/** The day of the check in every fixture, and the colors that a line may have. */
const site = { today: '2026-02-01', lineColors: ['green', 'blue', 'teal', 'magenta'] };

/** What a fixture expects of an issue; messages may be reworded without touching it. */
export type Place = Pick<Issue, 'code' | 'path' | 'field' | 'line'>;

/** Names of the fixtures, `R001-unknown-reference`, without the base. */
export function fixtureNames(): string[] {
  return readdirSync(root)
    .filter((name) => name !== 'base')
    .sort();
}

/** The content of the base. */
export function baseCorpus(): Corpus {
  return loadCorpus(readFiles(join(root, 'base'), 'content'), site).corpus;
}

/** Every issue in the base as it stands. */
export function issuesOfBase(): readonly Issue[] {
  return check(readFiles(join(root, 'base'), 'content'));
}

/** Every issue in the base after a fixture has changed it. */
export function issuesOf(name: string): readonly Issue[] {
  return check(layOver(readFiles(join(root, 'base'), 'content'), name));
}

export function expectedOf(name: string): readonly Place[] {
  return JSON.parse(readFileSync(join(root, name, 'expected.json'), 'utf8'));
}

export function toPlace({ code, path, field, line }: Issue): Place {
  return { code, path, field, line };
}

function check(files: readonly ContentFile[]): readonly Issue[] {
  const { corpus, issues } = loadCorpus(files, site);
  return [...issues, ...checkRules(corpus)];
}

/**
 * Files of the fixture's `content/` replace or join those of the base, the paths in its file `DELETE` vanish,
 * and its `edits.json` replaces texts that must stand in a file of the base exactly once.
 */
function layOver(base: readonly ContentFile[], name: string): ContentFile[] {
  const folder = join(root, name);
  const own = readFiles(folder, 'content');
  const gone = new Set([...readLines(join(folder, 'DELETE')), ...own.map(({ path }) => path)]);
  const edits = readEdits(join(folder, 'edits.json'));
  const kept = base.filter(({ path }) => !gone.has(path)).map((file) => applyEdits(file, edits[file.path] ?? []));
  return [...kept, ...own].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

interface Edit {
  readonly find: string;
  readonly put: string;
}

function readEdits(path: string): Readonly<Record<string, readonly Edit[]>> {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

function readLines(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
}

function applyEdits({ path, text }: ContentFile, edits: readonly Edit[]): ContentFile {
  const changed = edits.reduce((all, { find, put }) => {
    const parts = all.split(find);
    if (parts.length !== 2) throw new Error(`"${find}" stands ${parts.length - 1} times in ${path}.`);
    return parts.join(put);
  }, text);
  return { path, text: changed };
}
