import type { QuestionPage } from '#content/views/other-pages.ts';
import { absoluteHref } from '#lib/href.ts';

/** The JSON-LD of a question's page. Not a QAPage, where visitors answer: the answer is ours, and the card is its short form. */
export function questionData(
  { title, summary, address, data, topics }: QuestionPage,
  site: URL | undefined,
): Record<string, unknown> {
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
    license: 'https://creativecommons.org/licenses/by/4.0/',
    hasPart: {
      '@type': 'Question',
      eduQuestionType: 'Flashcard',
      text: data.card.front,
      acceptedAnswer: { '@type': 'Answer', text: data.card.back },
    },
  };
}
