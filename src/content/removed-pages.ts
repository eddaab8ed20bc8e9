import type { Corpus } from './corpus.ts';

/** An address that is no page any more, and the one that answers for it. A `*` at its end stands for anything. */
interface RemovedPage {
  readonly from: string;
  readonly to: string;
}

/** Pages that somebody may have linked, and that the site no longer has. */
export function removedPages({ role, roadmap }: Corpus): readonly RemovedPage[] {
  return [
    { from: '/learn/backend/*', to: '/learn/' },
    { from: '/badges/*', to: '/favicon.svg' },
    ...roadmap.map(({ id }) => ({ from: `/embed/roadmaps/${id}/`, to: `/roadmaps/${id}/` })),
    ...role.flatMap(({ id, data }) =>
      role
        .filter((other) => other.id !== id && !data.neighbors.includes(other.id))
        .map((other) => ({ from: `/roles/${id}/to/${other.id}/`, to: `/roles/${other.id}/` })),
    ),
  ];
}
