import type { Corpus } from './corpus.ts';
import { countWords } from './prose.ts';
import { referencesOf } from './references.ts';

/** How much content there is, as sentences for authors. */
export function contentFigures(corpus: Corpus): readonly string[] {
  const topics = corpus.topic;
  const words = topics.map(({ body }) => countWords(body)).toSorted((a, b) => a - b);
  const drawn = topics.filter(({ body }) => body.samples.some(({ language }) => language === 'mermaid'));
  const stops = new Set(
    corpus.roadmap.flatMap((roadmap) => referencesOf(roadmap).flatMap(({ kind, id }) => (kind === 'topic' ? id : []))),
  );
  const asked = corpus.role
    .map(({ id }) => ({ id, count: corpus.question.filter(({ data }) => data.roles.includes(id)).length }))
    .toSorted((a, b) => a.count - b.count);
  const challenges = corpus.question.filter(({ data }) => data.kind === 'design-challenge').length;
  const predicted = topics.map(({ body }) => body.predictions.length).filter((count) => count > 0);
  return [
    `Topics: ${topics.length} published, prose of ${words[0] ?? 0} to ${words.at(-1) ?? 0} words, median ${words[words.length >> 1] ?? 0}; ${drawn.length} with a diagram; ${topics.filter(({ id }) => !stops.has(id)).length} on no roadmap.`,
    `Questions: ${corpus.question.length}, ${challenges} of them design challenges; per role ${asked[0]?.count ?? 0} (${asked[0]?.id ?? 'none'}) to ${asked.at(-1)?.count ?? 0}.`,
    `Predictions: ${predicted.reduce((sum, count) => sum + count, 0)} on ${predicted.length} topics.`,
  ];
}
