import type { Source } from './corpus.ts';
import type { ContentFile } from './read-files.ts';
import type { Report } from './read-rows.ts';
import { source } from './schema/source.ts';
import { shapeIssues } from './shape-issues.ts';
import { parseYaml } from './yaml.ts';

const folder = 'content/sources/';
const disagreements = `${folder}disagreements.yaml`;

/** The source documents, content/sources/<id>/index.yaml, and the ids of those that have errors. */
export function readSources(files: readonly ContentFile[], report: Report) {
  const sources: Source[] = [];
  const unreadSources: string[] = [];
  for (const file of files.filter(({ path }) => path.startsWith(folder) && path !== disagreements)) {
    const id = idOf(file, report);
    if (id === undefined) continue;
    const source = readSource(file, { id, report });
    if (source) sources.push(source);
    else unreadSources.push(id);
  }
  return { sources, unreadSources };
}

function idOf({ path }: ContentFile, report: Report): string | undefined {
  const id = /^content\/sources\/([a-z0-9]+(?:-[a-z0-9]+)*)\/index\.yaml$/u.exec(path)?.[1];
  if (id !== undefined) return id;
  const message = 'A source is a file content/sources/<id>/index.yaml, its id in kebab-case.';
  report([{ code: 'S004', path, field: '', line: 0, message, fix: 'Move or rename the file.' }]);
  return undefined;
}

function readSource({ path, text }: ContentFile, { id, report }: { id: string; report: Report }): Source | undefined {
  const front = parseYaml(text, { path, firstLine: 1 });
  if ('code' in front) {
    report([front]);
    return undefined;
  }
  const { value, lineOf } = front;
  const parsed = source.safeParse(value);
  if (parsed.success) return { ...parsed.data, id, path, lineOf };
  report(shapeIssues(parsed.error, { path, value, lineOf, schema: source }));
  return undefined;
}
