import { monthText } from '#lib/wording.ts';
import type { Resource } from '../corpus.ts';
import { subjects } from '../schema/resource.ts';
import { memoize } from './memoize.ts';
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

const byAddress = memoize(({ corpus }) => new Map(corpus.checkedLinks.map((link) => [link.id, link])));

/** What the last check of links says about an address; empty where there was none, or where it could not tell. */
export function linkRemark(address: string | undefined): string {
  const link = address === undefined ? undefined : byAddress().get(address.replace(/#.*$/u, ''));
  if (link?.state === 'ok') return `link checked ${monthText(link.checked)}`;
  return link?.state === 'broken' ? `page missing in ${monthText(link.checked)}` : '';
}
