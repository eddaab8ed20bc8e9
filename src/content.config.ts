import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { schemas } from '#content/schema/by-kind.ts';
import { lab } from '#features/labs/content/lab-schema.ts';

/** Files `<id>.mdx`, or `<id>/index.mdx` where a page has a folder for what belongs to it. */
const pages = (folder: string) =>
  glob({
    base: `./content/${folder}`,
    pattern: ['*.mdx', '*/index.mdx'],
    generateId: ({ entry }) => entry.replace(/(?:\/index)?\.mdx$/u, ''),
  });

export const collections = {
  topic: defineCollection({ loader: pages('topics'), schema: schemas.topic }),
  roadmap: defineCollection({ loader: pages('roadmaps'), schema: schemas.roadmap }),
  role: defineCollection({ loader: pages('roles'), schema: schemas.role }),
  question: defineCollection({ loader: pages('questions'), schema: schemas.question }),
  project: defineCollection({ loader: pages('projects'), schema: schemas.project }),
  lab: defineCollection({
    loader: glob({
      base: './content/labs',
      pattern: '*/index.mdx',
      generateId: ({ entry }) => entry.replace(/\/index\.mdx$/u, ''),
    }),
    schema: lab,
  }),
  comparison: defineCollection({ loader: pages('comparisons'), schema: schemas.comparison }),
};
