import { strToU8, zipSync } from 'fflate';
import { topicPages } from '#content/views/topic-page.ts';
import { namesFor, readKept } from '#lib/kept-file.ts';

const nameOf = namesFor(['src/pages/topics/[id]/[name]-example.zip.ts', 'node_modules/fflate/package.json']);

/** The time in the archive: a build makes the same bytes whenever it runs. */
const mtime = new Date(2000, 0, 1);

export function getStaticPaths() {
  return topicPages()
    .filter(({ example }) => example.size > 0)
    .map(({ id, example }) => ({ params: { id, name: id }, props: { id, example } }));
}

/** The example project of a topic, in a folder named after it. */
export function GET({ props: { id, example } }: { props: { id: string; example: ReadonlyMap<string, string> } }) {
  const files = Object.fromEntries([...example].map(([path, text]) => [`${id}/${path}`, strToU8(text)]));
  const zip = readKept(`.cache/zips/${nameOf(id, JSON.stringify([...example]))}.zip`, () => zipSync(files, { mtime }));
  return new Response(zip, { headers: { 'Content-Type': 'application/zip' } });
}
