import { z } from 'astro/zod';
import { id, level, line } from './common.ts';

/** An external place to learn from. */
const link = {
  title: line(3, 120).describe('The title as its publisher writes it.'),
  url: z
    .url({ protocol: /^https$/u, error: 'must be an address that begins with https://' })
    .max(300)
    .describe('Where it is; begins with https://.'),
  kind: z
    .enum(['specification', 'manual', 'paper', 'book', 'article', 'course', 'video', 'tool', 'community'])
    .describe('What it is; specification, manual and paper count as primary.'),
  publisher: line(2, 80).describe('Who publishes it, not who sells it.'),
  access: z.enum(['free', 'registration', 'paid']).describe('What reading it costs.'),
};

/** A resource as a topic lists it. Specification, manual and paper count as primary. */
export const topicResource = z.strictObject({
  ...link,
  level: level.describe('Whom it is written for.'),
  minutes: z.number().int().min(2).max(6000).describe('Time for the part named in `why`.'),
  why: line(20, 240).describe('Why this one, and which part to read.'),
  start: z.literal(true).optional().describe('Exactly one resource of a topic carries `start: true`.'),
});

/** The parts of the resources page, in its order, with their titles. */
export const subjects = {
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
} as const;

/** An entry of content/resources.yaml, shown on /resources/. */
export const resource = z.strictObject({
  id: id.describe('Its id, kebab-case, permanent.'),
  ...link,
  kind: z
    .enum(['course', 'book', 'documentation', 'practice', 'community', 'certification'])
    .describe('What it is; a subject lists its courses first.'),
  subject: z
    .enum(Object.keys(subjects) as (keyof typeof subjects)[])
    .describe('The part of the resources page that lists it.'),
  why: line(20, 300).describe('What it is good for and where to begin, in one or two sentences.'),
  for: line(5, 120).describe('Whom it is for: "beginners in SQL".'),
});

export type Resource = z.infer<typeof resource>;
