import { comparison } from './comparison.ts';
import { project } from './project.ts';
import { question } from './question.ts';
import { roadmap } from './roadmap.ts';
import { role } from './role.ts';
import { topic } from './topic.ts';

/** The schema of each kind of MDX file. */
export const schemas = { topic, roadmap, role, question, project, comparison } as const;
