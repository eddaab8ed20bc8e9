import { createHash } from 'node:crypto';
import { parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';

// #region documents
const publicFields = new Set([
  'Query.sightings',
  'Sighting.bird',
  'Sighting.nearby',
]);

export class Documents {
  #byId = new Map();
  #public = new WeakSet();

  constructor(schema) {
    this.schema = schema;
  }

  trust(text) {
    const document = parse(text);
    const [problem] = validate(this.schema, document);
    if (problem) throw problem;
    const id = createHash('sha256').update(text).digest('hex');
    this.#byId.set(id, document);
    if (onlyPublic(this.schema, document)) this.#public.add(document);
    return id;
  }

  get = (id) => this.#byId.get(id) ?? null;
  isPublic = (document) => this.#public.has(document);
}

function onlyPublic(schema, document) {
  let result = true;
  const info = new TypeInfo(schema);
  const Field = (node) => {
    if (node.name.value === '__typename') return; // clients add it everywhere
    const name = `${info.getParentType()?.name}.${node.name.value}`;
    if (!publicFields.has(name)) result = false;
  };
  visit(document, visitWithTypeInfo(info, { Field }));
  return result;
}
// #endregion documents
