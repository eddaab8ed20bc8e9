import type { TopicPage } from '#content/views/topic-page.ts';
import { absoluteHref } from '#lib/href.ts';
import { breadcrumbData } from './breadcrumb-data.ts';

/** The JSON-LD of a topic's page. */
export function topicData({ id, data, area, hours }: TopicPage, site: URL | undefined): Record<string, unknown>[] {
  const address = `/topics/${id}/`;
  return [
    breadcrumbData(
      [
        ['Topics', '/topics/'],
        [area, `/topics/#${data.area}`],
        [data.title, address],
      ],
      site,
    ),
    {
      '@type': 'LearningResource',
      name: data.title,
      description: data.summary,
      url: absoluteHref(address, site),
      inLanguage: 'en',
      learningResourceType: 'Lesson',
      educationalLevel: data.level,
      timeRequired: `PT${Math.round(hours * 60)}M`,
      isAccessibleForFree: true,
      license: 'https://creativecommons.org/licenses/by/4.0/',
      dateModified: data.reviewed,
    },
  ];
}
