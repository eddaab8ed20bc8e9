import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '#content/json-schemas.ts';

/** Names of the keys without a description, at any depth. */
function silentKeys(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => {
    if (name !== 'properties') return silentKeys(value, path);
    return Object.entries(value as Record<string, { description?: string }>).flatMap(([key, schema]) => [
      ...(schema.description ? [] : [`${path}${key}`]),
      ...silentKeys(schema, `${path}${key}.`),
    ]);
  });
}

describe('the JSON Schemas for editors', () => {
  it.each(jsonSchemas())('$path says of every key what it holds', ({ text }) => {
    expect(silentKeys(JSON.parse(text))).toEqual([]);
  });

  it.each(jsonSchemas())('$path is what `npm run write:schemas` writes', ({ path, text }) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});
