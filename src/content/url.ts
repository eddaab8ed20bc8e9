import { folders, type Kind } from './corpus.ts';

/** The permanent address of a page, from the site's root: `/topics/indexing/`. */
export function addressOf(kind: Kind, id: string): string {
  return `/${kind === 'comparison' ? 'compare' : folders[kind]}/${id}/`;
}
