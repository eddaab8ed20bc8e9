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
  return type.toObject(type.decode(bytes), { defaults: true });
}

// #region problems
/** What in the new message type would misread data of the old one. */
export function problems(newer, older) {
  const found = [];
  for (const old of older.fieldsArray) {
    const now = newer.fieldsById[old.id];
    if (!now) {
      if (!newer.isReservedId(old.id))
        found.push(`${old.id} (${old.name}) is gone and not reserved`);
    } else if (now.name !== old.name)
      found.push(`${old.id} was ${old.name} and is ${now.name}`);
    else if (now.type !== old.type || now.repeated !== old.repeated)
      found.push(`${old.id} (${old.name}) was ${old.type}, is ${now.type}`);
  }
  return found;
}
// #endregion problems
