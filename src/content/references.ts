import type { DataOf, Entry, Kind } from './corpus.ts';
import type { Field } from './issue.ts';
import { placedStops } from './ways.ts';

/** A place in an entry's front matter that names another entry, a lab, an area or a source. */
export interface FrontReference {
  readonly kind: Kind | 'lab' | 'area' | 'source';
  readonly id: string;
  readonly field: Field;
}

/** Everything that an entry's front matter refers to, in the order of the schema. */
export function referencesOf(entry: Entry): readonly FrontReference[] {
  const own = readers[entry.kind](entry.data as never);
  return [...own, ...sourcesIn(entry.data, [])];
}

const ref = (kind: FrontReference['kind'], id: string, ...field: Field): FrontReference => ({ kind, id, field });

const list = (kind: FrontReference['kind'], ids: readonly string[], ...field: Field) =>
  ids.map((id, index) => ref(kind, id, ...field, index));

const readers: { readonly [K in Kind]: (data: DataOf[K]) => readonly FrontReference[] } = {
  topic: (data) => [
    ref('area', data.area, 'area'),
    ...data.prerequisites.map((edge, index) => ref('topic', edge.topic, 'prerequisites', index, 'topic')),
    ...list('topic', data.related, 'related'),
  ],
  roadmap: (data) => [
    ...data.builds.flatMap(({ topics }, index) => list('topic', topics, 'builds', index, 'topics')),
    ref('project', data.capstone, 'capstone'),
    ...(data.begin ? [ref('lab', data.begin.lab, 'begin', 'lab')] : []),
    ...list('roadmap', data.knownFrom, 'knownFrom'),
    ...placedStops(data).flatMap(({ stop, field }) => [
      ref('topic', stop.topic, ...field, 'topic'),
      ...list('lab', stop.labs, ...field, 'labs'),
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
function sourcesIn(value: unknown, field: Field): FrontReference[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => sourcesIn(item, [...field, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'cells') return [];
    if (key === 'source' && typeof inner === 'string') return [ref('source', inner, ...field, key)];
    return sourcesIn(inner, [...field, key]);
  });
}
