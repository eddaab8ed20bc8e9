import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '#content/json-schemas.ts';

describe('the JSON Schemas for editors', () => {
  it.each(jsonSchemas())('$path is what `npm run write:schemas` writes', ({ path, text }) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});
