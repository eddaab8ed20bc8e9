import type { z } from 'astro/zod';
import { oncePer } from '#lib/once-per.ts';
import type { Source } from './corpus.ts';
import type { Issue } from './issue.ts';
import type { ContentFile } from './read-files.ts';
import { findFile, type Report } from './read-rows.ts';
import { draft } from './schema/by-kind.ts';
import { type Network, network } from './schema/network.ts';
import { source } from './schema/source.ts';
import { readData } from './shape-issues.ts';
import { type FrontMatter, parseYaml } from './yaml.ts';

/** Whether front matter, or a row of a list, says `status: draft`. */
export function isDraft(value: unknown): boolean {
  return draft.safeParse(value).success;
}

/** The entries of a list, `content/<name>.yaml`, without drafts and without those that fail the schema. */
export function readList<T extends { readonly id: string }>(
  files: readonly ContentFile[],
  { name, schema, report }: { name: string; schema: z.ZodType<T>; report: Report },
): T[] {
  const path = `content/${name}.yaml`;
  const file = findFile(files, { path, report });
  const front = file && readYaml(file, report);
  if (!front) return [];
  const shape = (line: number, { field, message, fix }: Pick<Issue, 'field' | 'message' | 'fix'>) =>
    report([{ code: 'S002', path, field, line, message, fix }]);
  if (!Array.isArray(front.value)) {
    shape(1, { field: '', message: 'The file is not a list.', fix: 'Begin every entry with "- id: …".' });
    return [];
  }
  const ids = new Set<string>();
  return front.value.flatMap((row, index) => {
    if (isDraft(row)) return [];
    const lineOf: FrontMatter['lineOf'] = (field) => front.lineOf([index, ...field]);
    const data = readData({ value: row, lineOf }, { path, schema, report });
    if (!data) return [];
    const message = `"${data.id}" is the id of an earlier entry.`;
    if (ids.has(data.id)) shape(lineOf(['id']), { field: 'id', message, fix: 'Give it an id of its own.' });
    ids.add(data.id);
    return [data];
  });
}

/** The places of the network map, or an empty map when the file cannot be read. */
export function readNetwork(files: readonly ContentFile[], report: Report): Network {
  const file = findFile(files, { path: 'content/network.yaml', report });
  const read = file && readShape(file, { schema: network, report });
  return read?.data ?? { size: [0, 0], lines: [], stops: [] };
}

const folder = 'content/sources/';
const sourceForm = /^content\/sources\/([a-z0-9]+(?:-[a-z0-9]+)*)\/index\.yaml$/u;

/** The source documents, content/sources/<id>/index.yaml, and the ids of those that have errors. */
export function readSources(files: readonly ContentFile[], report: Report) {
  const sources: Source[] = [];
  const unreadSources: string[] = [];
  for (const file of files.filter(({ path }) => path.startsWith(folder) && path !== `${folder}disagreements.yaml`)) {
    const { path } = file;
    const id = sourceForm.exec(path)?.[1];
    if (id === undefined) {
      const message = 'A source is a file content/sources/<id>/index.yaml, its id in kebab-case.';
      report([{ code: 'S004', path, field: '', line: 0, message, fix: 'Move or rename the file.' }]);
      continue;
    }
    const read = readShape(file, { schema: source, report });
    if (read) sources.push({ ...read.data, id, path, lineOf: read.lineOf });
    else unreadSources.push(id);
  }
  return { sources, unreadSources };
}

/** What a YAML file holds, with the lines of its fields; undefined when it doesn't fit its schema, which is reported. */
export function readShape<T>(file: ContentFile, { schema, report }: { schema: z.ZodType<T>; report: Report }) {
  const front = readYaml(file, report);
  const data = front && readData(front, { path: file.path, schema, report });
  return data && { data, lineOf: front.lineOf };
}

const parse = oncePer(({ path, text }: ContentFile) => parseYaml(text, { path, firstLine: 1 }));

function readYaml(file: ContentFile, report: Report): FrontMatter | undefined {
  const front = parse(file);
  if (!('code' in front)) return front;
  report([front]);
  return undefined;
}
