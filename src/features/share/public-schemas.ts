import { basename } from 'node:path';
import { jsonSchemas } from '#content/json-schemas.ts';

/** The JSON Schemas of front matter and lists, by file name without ending: `topic.schema`. */
export function publicSchemas(): { readonly name: string; readonly text: string }[] {
  return jsonSchemas().map(({ path, text }) => ({ name: basename(path, '.json'), text }));
}
