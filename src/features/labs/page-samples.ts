import { getContent } from '#content/views/site-content.ts';
import type { RunnableSample } from './samples/job.ts';
import { verdictsOf } from './samples/runnable.ts';

/** The samples of a topic's or a question's page that run in it. */
export function samplesOfPage(kind: 'topic' | 'question', id: string): readonly RunnableSample[] {
  const entry = getContent().corpus[kind].find((each) => each.id === id);
  return verdictsOf(entry?.body.samples ?? []).flatMap((verdict) => ('runs' in verdict ? [verdict.runs] : []));
}
