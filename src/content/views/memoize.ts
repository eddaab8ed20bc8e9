import { type Curriculum, getCurriculum } from './site-content.ts';

/** A function that computes its value once for each state of the content; every page asks for the same lists. */
export function perCurriculum<Value>(compute: (curriculum: Curriculum) => Value): () => Value {
  const values = new WeakMap<Curriculum, { readonly value: Value }>();
  return () => {
    const curriculum = getCurriculum();
    const known = values.get(curriculum) ?? { value: compute(curriculum) };
    values.set(curriculum, known);
    return known.value;
  };
}
