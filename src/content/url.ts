import type { Kind } from './corpus.ts';

const folderOf = {
  topic: 'topics',
  roadmap: 'roadmaps',
  role: 'roles',
  question: 'questions',
  project: 'projects',
  comparison: 'compare',
} as const satisfies Record<Kind, string>;

/** The permanent address of a page, from the site's root: `/topics/indexing/`. */
export function addressOf(kind: Kind, id: string): string {
  return `/${folderOf[kind]}/${id}/`;
}
