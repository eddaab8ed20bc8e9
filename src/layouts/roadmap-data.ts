import type { RoadmapPage } from '#content/views/roadmap-page.ts';
import { absoluteHref } from '#lib/href.ts';
import { breadcrumbData } from './breadcrumb-data.ts';

/** The JSON-LD of a roadmap's page. */
export function roadmapData(
  { data, line, hours, phases }: RoadmapPage,
  site: URL | undefined,
): Record<string, unknown>[] {
  return [
    breadcrumbData(
      [
        ['Roadmaps', '/roadmaps/'],
        [data.title, line.address],
      ],
      site,
    ),
    {
      '@type': 'Course',
      name: `${data.title} roadmap`,
      description: data.summary,
      url: absoluteHref(line.address, site),
      inLanguage: 'en',
      provider: { '@type': 'Organization', name: 'Wayline', url: absoluteHref('/', site) },
      isAccessibleForFree: true,
      license: 'https://creativecommons.org/licenses/by/4.0/',
      dateModified: data.reviewed,
      teaches: data.builds.map(({ what }) => what),
      hasCourseInstance: {
        '@type': 'CourseInstance',
        courseMode: 'online',
        courseWorkload: `PT${hours}H`,
      },
      syllabusSections: phases.map(({ title, goal }) => ({ '@type': 'Syllabus', name: title, description: goal })),
    },
  ];
}
