import type { Resource } from '../corpus.ts';
import { subjects } from '../schema/resource.ts';
import { getContent } from './site-content.ts';

const kinds = ['course', 'book', 'practice', 'documentation', 'community', 'certification'] as const;

/** The resources of content/resources.yaml by subject, what teaches before what one looks things up in. */
export function resourceSubjects() {
  const { resources } = getContent().corpus;
  return Object.entries(subjects)
    .map(([id, title]) => ({
      id,
      title,
      resources: resources.filter(({ subject }) => subject === id).toSorted(byKind),
    }))
    .filter((subject) => subject.resources.length > 0);
}

function byKind(a: Resource, b: Resource): number {
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
}
