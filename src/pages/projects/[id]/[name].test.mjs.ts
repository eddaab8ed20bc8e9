import { projectPages } from '#content/views/other-pages.ts';

export function getStaticPaths() {
  return projectPages().flatMap(({ id, tests }) =>
    tests ? [{ params: { id, name: id }, props: { text: tests.text } }] : [],
  );
}

/** The tests of a project: one file, which the reader runs against their own server. */
export function GET({ props: { text } }: { props: { text: string } }) {
  return new Response(text, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
}
