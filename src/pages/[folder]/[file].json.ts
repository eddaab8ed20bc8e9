import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { topicPages } from '#content/views/topic-page.ts';
import { interviewData } from '#features/interview/build-data.ts';
import { firstSteps } from '#features/labs/views.ts';
import { planData } from '#features/plan/build-plan-data.ts';
import { placementData } from '#features/practice/build-placement-data.ts';
import * as practice from '#features/practice/practice-cards.ts';
import { buildRoadmapIndex } from '#features/progress/build-roadmap-index.ts';
import { titleFile } from '#features/search/site-documents.ts';
import { href } from '#lib/href.ts';

/** Data that a page loads when its reader needs it, by the path of the file: `/plan/data.json`. */
const files: Readonly<Record<string, () => unknown>> = {
  'interview/data': interviewData,
  'plan/data': () => {
    const data = planData();
    return { ...data, topics: withHref(data.topics), projects: withHref(data.projects) };
  },
  'practice/cards': () => withHref(practice.questionCards()),
  'practice/checks': () => withHref(practice.checkCards()),
  'practice/labs': () => withHref(practice.labCards()),
  'practice/placement': () => {
    const { topics, ways } = placementData();
    return { topics: withHref(topics), ways };
  },
  'practice/predictions': () => withHref(practice.predictionCards()),
  'practice/prerequisites': practice.prerequisites,
  'practice/rubrics': practice.rubrics,
  'progress/roadmaps': () => buildRoadmapIndex(firstSteps().map(({ id, title, lab }) => [id, title, lab.data.minutes])),
  'progress/skills': () =>
    Object.fromEntries(topicPages().map(({ id, data }) => [id, data.outcomes.map(({ text }) => text)])),
  'search/titles': titleFile,
};

/** Pages with links for the folder that the site is built for. */
const withHref = <Page extends { readonly address: string }>(pages: readonly Page[]): readonly Page[] =>
  pages.map((page) => ({ ...page, address: href(page.address) }));

export function getStaticPaths() {
  return Object.entries(files).map(([path, read]) => {
    const [folder, file] = path.split('/');
    return { params: { folder, file }, props: { read } };
  });
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => Response.json(props.read());
