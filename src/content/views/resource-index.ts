import type { Resource } from '../corpus.ts';
import { getContent } from './site-content.ts';

const subjects = {
  programming: 'Programming',
  javascript: 'JavaScript, TypeScript and Node.js',
  python: 'Python',
  java: 'Java and Spring',
  dotnet: 'C# and .NET',
  go: 'Go',
  rust: 'Rust',
  php: 'PHP',
  web: 'HTTP, networks and APIs',
  databases: 'Databases',
  security: 'Security',
  architecture: 'Architecture and distributed systems',
  testing: 'Testing',
  delivery: 'Linux, Git, containers and clouds',
  operations: 'Observability and reliability',
  career: 'Career, communities and certifications',
} as const satisfies Record<Resource['subject'], string>;

const kinds = ['course', 'book', 'practice', 'documentation', 'community', 'certification'] as const;

/** The resources of content/resources.yaml by subject, what teaches before what one looks things up in. */
export function resourceSubjects() {
  const { resources } = getContent().corpus;
  return Object.entries(subjects)
    .map(([id, title]) => ({
      id,
      title,
      resources: resources.filter(({ subject }) => subject === id).toSorted(byKind),
    }))
    .filter((subject) => subject.resources.length > 0);
}

function byKind(a: Resource, b: Resource): number {
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
}
