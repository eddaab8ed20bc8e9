import protobuf from 'protobufjs';

export function load(file, name = 'Stop') {
  return protobuf.loadSync(file).lookupType(name);
}

export function parse(text, name = 'Stop') {
  return protobuf.parse(text, { keepCase: true }).root.lookupType(name);
}

export function write(type, message) {
  const wrong = type.verify(message);
  if (wrong) throw new TypeError(wrong);
  return type.encode(type.create(message)).finish();
}

export function read(type, bytes) {
  return type.toObject(type.decode(bytes), { defaults: true, enums: String });
}

// #region problems
/** What in the new message type would misread data of the old one. */
export function problems(newer, older, path = older.name, seen = new Set()) {
  const found = [];
  if (seen.has(older)) return found; // a message inside itself
  seen.add(older);
  for (const old of older.resolveAll().fieldsArray) {
    const now = newer.resolveAll().fieldsById[old.id];
    const at = `${path}.${old.name} = ${old.id}`;
    if (!now && !newer.isReservedId(old.id))
      found.push(`${at} is gone and not reserved`);
    if (!now) continue;
    if (now.name !== old.name) found.push(`${at} is now ${now.name}`);
    else if (form(now) !== form(old))
      found.push(`${at} was ${form(old)}, is ${form(now)}`);
    else if (old.resolvedType?.fields)
      found.push(...problems(now.resolvedType, old.resolvedType, at, seen));
    else if (old.resolvedType?.values)
      found.push(...enumProblems(now.resolvedType, old.resolvedType, at));
  }
  return found;
}

const form = ({ type, resolvedType: to, keyType, repeated, partOf }) =>
  [
    repeated && 'repeated',
    keyType && `map<${keyType}>`,
    to?.values && 'enum',
    to?.fullName ?? type,
    partOf?.name,
  ]
    .filter(Boolean)
    .join(' ');

function enumProblems(newer, older, at) {
  return Object.entries(older.values)
    .filter(([name, id]) => newer.valuesById[id] !== name)
    .filter(([, id]) => newer.valuesById[id] || !newer.isReservedId(id))
    .map(([name, id]) => `${at}: value ${id} was ${name}`);
}
// #endregion problems
