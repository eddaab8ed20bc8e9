import type { Resource } from '../corpus.ts';
import { getCurriculum } from './site-content.ts';

const titles = {
  certification: 'Certifications',
  documentation: 'Documentation',
  book: 'Books',
  course: 'Courses',
  community: 'Communities',
  portfolio: 'Portfolio advice',
  'related-path': 'Related learning paths',
} as const satisfies Record<Resource['group'], string>;

/** The resources of content/resources.yaml by group. */
export function resourceGroups() {
  const { corpus } = getCurriculum();
  return Object.entries(titles)
    .map(([group, title]) => ({
      id: group,
      title,
      resources: corpus.resources.filter((resource) => resource.group === group),
    }))
    .filter(({ resources }) => resources.length > 0);
}
