import { absoluteHref } from '#components/href.ts';
import type { QuestionPage } from '#curriculum/other-pages.ts';

/** The JSON-LD of a question's page: one question with our one answer. */
export function questionData({ title, address, data }: QuestionPage, site: URL | undefined): Record<string, unknown> {
  return {
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name: title,
      text: title,
      answerCount: 1,
      acceptedAnswer: { '@type': 'Answer', text: data.card.back, url: absoluteHref(address, site) },
    },
  };
}
