import { type Curriculum, getContent } from './site-content.ts';

/** A function that computes its value once for each state of the content; every page asks for the same lists. */
export function memoize<Value>(compute: (curriculum: Curriculum) => Value): () => Value {
  const values = new WeakMap<Curriculum, { readonly value: Value }>();
  return () => {
    const curriculum = getContent();
    const known = values.get(curriculum) ?? { value: compute(curriculum) };
    values.set(curriculum, known);
    return known.value;
  };
}
