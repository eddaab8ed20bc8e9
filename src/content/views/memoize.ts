import { oncePer } from '#lib/once-per.ts';
import { type Curriculum, getContent } from './site-content.ts';

/** A function that computes its value once for each state of the content; every page asks for the same lists. */
export function memoize<Value>(compute: (curriculum: Curriculum) => Value): () => Value {
  const ofContent = oncePer(compute);
  return () => ofContent(getContent());
}
