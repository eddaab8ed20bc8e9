import type { DataOf, Entry, Kind } from './corpus.ts';

/** A place in an entry's front matter that names another entry, an area or a source. */
export interface FrontReference {
  readonly kind: Kind | 'area' | 'source';
  readonly id: string;
  readonly field: readonly (string | number)[];
}

type Path = readonly (string | number)[];

/** Everything that an entry's front matter refers to, in the order of the schema. */
export function referencesOf(entry: Entry): readonly FrontReference[] {
  const own = readers[entry.kind](entry.data as never);
  return [...own, ...sourcesIn(entry.data, [])];
}

const ref = (kind: FrontReference['kind'], id: string, ...field: Path): FrontReference => ({ kind, id, field });

const list = (kind: FrontReference['kind'], ids: readonly string[], ...field: Path) =>
  ids.map((id, index) => ref(kind, id, ...field, index));

const readers: { readonly [K in Kind]: (data: DataOf[K]) => readonly FrontReference[] } = {
  topic: (data) => [
    ref('area', data.area, 'area'),
    ...data.prerequisites.map((edge, index) => ref('topic', edge.topic, 'prerequisites', index, 'topic')),
    ...list('topic', data.related, 'related'),
  ],
  roadmap: (data) => [
    ...data.phases.flatMap((phase, index) => [
      ...phase.stops.flatMap((stop, place) => [
        ref('topic', stop.topic, 'phases', index, 'stops', place, 'topic'),
        ...list('topic', stop.also, 'phases', index, 'stops', place, 'also'),
      ]),
      ...(phase.choice?.branches ?? []).map((branch, place) =>
        ref('roadmap', branch.roadmap, 'phases', index, 'choice', 'branches', place, 'roadmap'),
      ),
      ...(phase.milestone ? [ref('project', phase.milestone, 'phases', index, 'milestone')] : []),
    ]),
    ...list('roadmap', data.next, 'next'),
  ],
  role: (data) => [
    ...list('roadmap', data.roadmaps, 'roadmaps'),
    ...(['core', 'advanced', 'other'] as const).flatMap((group) =>
      data.skills[group].flatMap((skill, index) => list('topic', skill.topics, 'skills', group, index, 'topics')),
    ),
    ...data.matrix.flatMap((row, index) => [
      ref('area', row.area, 'matrix', index, 'area'),
      ...(['junior', 'mid', 'senior', 'staff'] as const).flatMap((level) => [
        ...list('topic', row[level].topics, 'matrix', index, level, 'topics'),
        ...list('question', row[level].questions, 'matrix', index, level, 'questions'),
      ]),
    ]),
    ...list('role', data.neighbors, 'neighbors'),
  ],
  question: (data) => [...list('role', data.roles, 'roles'), ...list('topic', data.topics, 'topics')],
  project: (data) => list('topic', data.topics, 'topics'),
  comparison: (data) =>
    data.rows.flatMap((row, index) => [
      ...(row.topic ? [ref('topic', row.topic, 'rows', index, 'topic')] : []),
      ...(row.roadmap ? [ref('roadmap', row.roadmap, 'rows', index, 'roadmap')] : []),
    ]),
};

/** Every `source` at any depth; the cells of a comparison have the ids of columns for keys. */
function sourcesIn(value: unknown, field: Path): FrontReference[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => sourcesIn(item, [...field, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'cells') return [];
    if (key === 'source' && typeof inner === 'string') return [ref('source', inner, ...field, key)];
    return sourcesIn(inner, [...field, key]);
  });
}
