/**
 * Starts a page, a lab or a resource as a draft from content/.templates/; it is valid as it stands and stays out of the build.
 * Usage: npm run new -- topic "Idempotency keys" [--id idempotency-keys]
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { folders, type Kind, kinds } from '#content/corpus.ts';
import { idOf } from '#content/id-of.ts';
import { searchesPathOf } from '#content/read-rows.ts';

const templates = 'content/.templates';
const { values, positionals } = parseArgs({ options: { id: { type: 'string' } }, allowPositionals: true });
const [kind = '', title = ''] = positionals;
const id = idOf(values.id ?? title);
const all = [...kinds, 'lab', 'resource'];

if (!all.includes(kind) || title === '' || id === undefined || (values.id !== undefined && values.id !== id)) {
  console.error(`Usage: npm run new -- <kind> "Title" [--id <id>]
<kind> is one of ${all.join(', ')}; an id has lower-case letters, digits and hyphens, 60 characters at most.`);
  process.exitCode = 1;
} else if (kind === 'resource') addResource(id);
else if (kind === 'lab') {
  const names = readdirSync(join(templates, 'lab'));
  write(`content/labs/${id}`, Object.fromEntries(names.map((name) => [name, fill(`lab/${name}`)])));
} else {
  const path = kind === 'topic' ? `${id}/index.mdx` : `${id}.mdx`;
  write(`content/${folders[kind as Kind]}`, { [path]: fill(`${kind}.mdx`), [searchesPathOf(path)]: '' });
}

/** The text of a template with the id, the title and today's date in place. */
function fill(name: string): string {
  return readFileSync(join(templates, name), 'utf8')
    .replace('"TITLE"', () => JSON.stringify(title))
    .replaceAll('TODAY', new Date().toISOString().slice(0, 10))
    .replace('ID', String(id));
}

/** Writes files below a folder, or none of them when one exists. */
function write(folder: string, files: Readonly<Record<string, string>>): void {
  const taken = Object.keys(files).find((name) => existsSync(join(folder, name)));
  if (taken !== undefined) {
    console.error(`${folder}/${taken} exists already. Nothing was written; give another title, or an --id.`);
    process.exitCode = 1;
    return;
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  console.log(`${Object.keys(files)
    .map((name) => `${folder}/${name}`)
    .join('\n')}
A draft: \`npm run dev\` lists it at /drafts/. Take out \`status: draft\` when it is done, or set it to published for a page.`);
}

function addResource(newId: string): void {
  const path = 'content/resources.yaml';
  if (readFileSync(path, 'utf8').includes(`- id: ${newId}\n`)) {
    console.error(`${path} has "${newId}" already. Nothing was written; give another title, or an --id.`);
    process.exitCode = 1;
    return;
  }
  appendFileSync(path, fill('resource.yaml'));
  console.log(`${path} ends with a draft of "${newId}". Fill it in and take out \`status: draft\`.`);
}
