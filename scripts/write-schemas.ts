/** Writes JSON Schemas of all kinds to content/.schemas/, from which editors complete front matter. Usage: npm run write:schemas */
import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from '#content/json-schemas.ts';

mkdirSync('content/.schemas', { recursive: true });
for (const { path, text } of jsonSchemas()) {
  writeFileSync(path, text);
  console.log(path);
}
