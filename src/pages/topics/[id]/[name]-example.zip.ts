import { strToU8, zipSync } from 'fflate';
import { topicPages } from '#content/views/topic-page.ts';

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
  return new Response(Uint8Array.from(zipSync(files, { mtime })), { headers: { 'Content-Type': 'application/zip' } });
}
