import { z } from 'astro/zod';
import { schemas } from './schema/by-kind.ts';
import { area, careerFact, goal } from './schema/lists.ts';
import { network } from './schema/network.ts';
import { resource } from './schema/resource.ts';
import { disagreement, source } from './schema/source.ts';

/** The JSON Schemas of content/.schemas/: name, path and text. */
export function jsonSchemas(): { readonly name: string; readonly path: string; readonly text: string }[] {
  const lists = {
    areas: z.array(area),
    disagreements: z.array(disagreement),
    resources: z.array(resource),
    goals: z.array(goal),
    career: z.array(careerFact),
    network,
  };
  return Object.entries({ ...schemas, source, ...lists }).map(([name, schema]) => ({
    name: `${name}.schema`,
    path: `content/.schemas/${name}.schema.json`,
    text: `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`,
  }));
}
