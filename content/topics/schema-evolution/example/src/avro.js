import avro from 'avsc';

/** Why a reader can't read what a writer has written, or null. */
// #region problem
export function problem(reader, writer) {
  try {
    avro.Type.forSchema(reader).createResolver(avro.Type.forSchema(writer));
    return null;
  } catch (error) {
    return error.message;
  }
}
// #endregion problem

// #region history
/** Checks the newest of several versions against all earlier ones. */
export function checkHistory(versions, mode = 'FULL_TRANSITIVE') {
  if (!/^(BACKWARD|FORWARD|FULL)(_TRANSITIVE)?$/.test(mode))
    throw new RangeError(`unknown mode ${mode}`);
  const [newest, ...earlier] = versions.toReversed();
  const others = mode.endsWith('_TRANSITIVE') ? earlier : earlier.slice(0, 1);
  const found = [];
  for (const other of others) {
    if (!mode.startsWith('FORWARD')) found.push(problem(newest, other));
    if (!mode.startsWith('BACKWARD')) found.push(problem(other, newest));
  }
  return found.filter(Boolean);
}
// #endregion history

export function read(bytes, writer, reader) {
  const type = avro.Type.forSchema(reader);
  const resolver = type.createResolver(avro.Type.forSchema(writer));
  return { ...type.fromBuffer(bytes, resolver) };
}

export function write(message, schema) {
  return avro.Type.forSchema(schema).toBuffer(message);
}
