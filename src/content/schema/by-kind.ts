import { z } from 'astro/zod';
import { comparison } from './comparison.ts';
import { project } from './project.ts';
import { question } from './question.ts';
import { roadmap } from './roadmap.ts';
import { role } from './role.ts';
import { topic } from './topic.ts';

/** The schema of each kind of MDX file. */
export const schemas = { topic, roadmap, role, question, project, comparison } as const;

/** What marks a file or a row as unfinished; the rest of it may be anything. */
export const draft = z.looseObject({ status: z.literal('draft') });
