import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { draft, schemas } from '#content/schema/by-kind.ts';
import { lab } from '#features/labs/content/lab-schema.ts';

/** Files `<id>.mdx`, or `<id>/index.mdx` where a page has a folder for what belongs to it. */
const pages = (folder: string) =>
  glob({
    base: `./content/${folder}`,
    pattern: ['*.mdx', '*/index.mdx'],
    generateId: ({ entry }) => entry.replace(/(?:\/index)?\.mdx$/u, ''),
  });

export const collections = {
  topic: defineCollection({ loader: pages('topics'), schema: schemas.topic.or(draft) }),
  roadmap: defineCollection({ loader: pages('roadmaps'), schema: schemas.roadmap.or(draft) }),
  role: defineCollection({ loader: pages('roles'), schema: schemas.role.or(draft) }),
  question: defineCollection({ loader: pages('questions'), schema: schemas.question.or(draft) }),
  project: defineCollection({ loader: pages('projects'), schema: schemas.project.or(draft) }),
  lab: defineCollection({
    loader: glob({
      base: './content/labs',
      pattern: '*/index.mdx',
      generateId: ({ entry }) => entry.replace(/\/index\.mdx$/u, ''),
    }),
    schema: lab.or(draft),
  }),
  comparison: defineCollection({ loader: pages('comparisons'), schema: schemas.comparison.or(draft) }),
};
