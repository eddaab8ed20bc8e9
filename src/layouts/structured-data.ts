import type { QuestionPage } from '#content/views/other-pages.ts';
import type { RoadmapPage } from '#content/views/roadmap-page.ts';
import type { TopicPage } from '#content/views/topic-page.ts';
import { absoluteHref } from '#lib/href.ts';

/** One JSON-LD object, without `@context`. */
export type StructuredData = Readonly<Record<string, unknown>>;

type Crumb = readonly [title: string, address: string];
type Site = URL | undefined;

const license = 'https://creativecommons.org/licenses/by/4.0/';

/** The breadcrumb of a page: pages above this one, then the page itself. */
export function breadcrumbData(trail: readonly Crumb[], site: Site): StructuredData {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(([name, address], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absoluteHref(address, site),
    })),
  };
}

/** What the page of a topic says of itself. */
export function topicData({ id, data, area, hours }: TopicPage, site: Site): StructuredData[] {
  const address = `/topics/${id}/`;
  const trail: Crumb[] = [
    ['Topics', '/topics/'],
    [area, `/topics/#${data.area}`],
    [data.title, address],
  ];
  return [
    breadcrumbData(trail, site),
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
      license,
      dateModified: data.reviewed,
    },
  ];
}

/** What the page of a roadmap says of itself. */
export function roadmapData({ data, line, hours, phases }: RoadmapPage, site: Site): StructuredData[] {
  const trail: Crumb[] = [
    ['Roadmaps', '/roadmaps/'],
    [data.title, line.address],
  ];
  return [
    breadcrumbData(trail, site),
    {
      '@type': 'Course',
      name: `${data.title} roadmap`,
      description: data.summary,
      url: absoluteHref(line.address, site),
      inLanguage: 'en',
      provider: { '@type': 'Organization', name: 'Wayline', url: absoluteHref('/', site) },
      isAccessibleForFree: true,
      license,
      dateModified: data.reviewed,
      teaches: data.builds.map(({ what }) => what),
      hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'online', courseWorkload: `PT${hours}H` },
      syllabusSections: phases.map(({ title, goal }) => ({ '@type': 'Syllabus', name: title, description: goal })),
    },
  ];
}

/**
 * What the page of a question says of itself. Not a QAPage, where visitors answer: the answer is ours, and the card is its
 * short form.
 */
export function questionData({ title, summary, address, data, topics }: QuestionPage, site: Site): StructuredData {
  return {
    '@type': 'LearningResource',
    name: title,
    description: summary,
    url: absoluteHref(address, site),
    inLanguage: 'en',
    learningResourceType: data.kind === 'design-challenge' ? 'Design challenge' : 'Interview question',
    educationalLevel: data.level,
    about: topics.map((topic) => ({ '@type': 'Thing', name: topic.title })),
    dateModified: data.reviewed,
    license,
    hasPart: {
      '@type': 'Question',
      eduQuestionType: 'Flashcard',
      text: data.card.front,
      acceptedAnswer: { '@type': 'Answer', text: data.card.back },
    },
  };
}
