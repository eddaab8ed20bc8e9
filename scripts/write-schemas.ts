/** Writes JSON Schemas of all kinds to content/.schemas/, from which editors complete front matter. Usage: npm run write:schemas */
import { mkdirSync, writeFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { area } from '#schemas/area.ts';
import { schemas } from '#schemas/by-kind.ts';
import { resource } from '#schemas/resource.ts';
import { source } from '#schemas/source.ts';

const lists = { areas: z.array(area), sources: z.array(source), resources: z.array(resource) };

mkdirSync('content/.schemas', { recursive: true });
for (const [name, schema] of Object.entries({ ...schemas, ...lists })) {
  const path = `content/.schemas/${name}.schema.json`;
  writeFileSync(path, `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`);
  console.log(path);
}
