/** Starts a content file from the shape of its kind. Usage: npm run new topic "Title of the topic" */
import { existsSync, writeFileSync } from 'node:fs';
import { folders, type Kind, kinds } from '#content/corpus.ts';
import { idOf } from '#content/id-of.ts';
import { starterFile } from '#content/starter-file.ts';

const [kind = '', title = ''] = process.argv.slice(2);
const id = idOf(title);

if (!kinds.includes(kind as Kind) || id === undefined) {
  console.error(`Usage: npm run new <kind> "Title"   where <kind> is one of ${kinds.join(', ')}.`);
  process.exitCode = 1;
} else {
  const path = `content/${folders[kind as Kind]}/${id}.mdx`;
  if (existsSync(path)) {
    console.error(`${path} exists already; nothing was written.`);
    process.exitCode = 1;
  } else {
    const today = new Date().toISOString().slice(0, 10);
    writeFileSync(path, starterFile(kind as Kind, { title, today }));
    console.log(`${path} is yours to fill in. The guide is docs/content-guide.md; then run: npm run check:content`);
  }
}
