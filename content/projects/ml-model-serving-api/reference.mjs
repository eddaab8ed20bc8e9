// A solution of the ML Model Serving API without packages. It keeps everything in memory, and its runtime computes one kind of
// ONNX model: a single Gemm node.
import { createHash, randomUUID } from 'node:crypto';
import { check, Problem, readBody, serve } from '../serve.mjs';

const versions = new Map();
const deployments = [];
/** What the instance follows: it looks once a second. */
let followed;
setInterval(() => (followed = deployments.at(-1)), 1000);
const predictions = new Map();
const waiting = [];
setInterval(() => {
  for (const prediction of waiting.splice(0)) predictions.set(prediction.id, prediction);
}, 500);
const outcomes = new Map();
const hashOf = (bytes) => createHash('sha256').update(bytes).digest();

/** The fields of a protocol buffer by their numbers; throws when it is none. */
function decode(bytes) {
  const fields = new Map();
  let at = 0;
  const varint = () => {
    let [value, factor] = [0, 1];
    for (;;) {
      if (at >= bytes.length) throw new Error('cut off');
      const byte = bytes[at++];
      value += (byte & 127) * factor;
      factor *= 128;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const [field, type] = [Math.floor(key / 8), key % 8];
    if (type !== 0 && type !== 2) throw new Error('unknown type');
    let value = varint();
    if (type === 2) {
      const end = at + value;
      if (end > bytes.length) throw new Error('cut off');
      value = bytes.subarray(at, end);
      at = end;
    }
    fields.set(field, [...(fields.get(field) ?? []), value]);
  }
  return fields;
}
/** Weights and bias of a model. */
function load(bytes) {
  try {
    const graph = decode(decode(bytes).get(7)[0]);
    const node = decode(graph.get(1)[0]);
    const tensors = new Map(graph.get(5).map((each) => {
      const tensor = decode(each);
      const raw = Buffer.from(tensor.get(9)[0]);
      return [String(tensor.get(8)[0]), Array.from({ length: raw.length / 4 }, (_, index) => raw.readFloatLE(4 * index))];
    }));
    const [, weights, bias] = node.get(1).map((name) => tensors.get(String(name)));
    if (String(node.get(4)[0]) !== 'Gemm') throw new Error('unknown node');
    return { weights, bias: bias[0] };
  } catch {
    throw new Problem(415, 'format', 'This is not an ONNX file that can be used');
  }
}
const compute = ({ model, contract }, features) => contract.features.reduce((sum, { name }, index) => sum + model.weights[index] * features[name], model.bias);

function need(bearer, ...allowed) {
  if (!['test-warehouse', 'test-scientist'].includes(bearer)) throw new Problem(401, 'token', 'The token is missing or wrong');
  if (allowed.length > 0 && !allowed.includes(bearer)) throw new Problem(403, 'forbidden', 'Only data scientists do that');
}
function versionOf(name) {
  const version = versions.get(name);
  if (!version) throw new Problem(404, 'not-found', `There is no version ${name}`);
  return version;
}

async function upload({ request, bearer, params, headers }) {
  need(bearer, 'test-scientist');
  const form = await new Response(await readBody(request, 200 * 1024 * 1024), { headers: { 'content-type': headers['content-type'] } }).formData().catch(() => {
    throw new Problem(415, 'media-type', 'The body must be multipart/form-data');
  });
  const bytes = Buffer.from(await form.get('model').arrayBuffer());
  const contract = JSON.parse(form.get('contract'));
  const sum = hashOf(bytes).toString('hex');
  check(['sha256', contract.sha256 === sum, 'is not that of the file']);
  const known = versions.get(params.v);
  if (known && known.contract.sha256 !== sum) throw new Problem(409, 'exists', 'The version has other bytes');
  const version = { name: params.v, contract, samples: JSON.parse(form.get('samples')), model: load(bytes) };
  if (!known) versions.set(params.v, version);
  return { status: known ? 200 : 201, body: { version: params.v, sha256: sum } };
}

/** What is wrong with a sample, field by field. */
function errorsOf({ contract }, features) {
  const input = Object(features);
  const unknown = Object.keys(input).filter((name) => !contract.features.some((each) => each.name === name));
  const wrong = contract.features.flatMap(({ name, min, max }) => {
    if (input[name] === undefined) return [{ field: name, message: 'is missing' }];
    const isGood = Number.isFinite(input[name]) && input[name] >= min && input[name] <= max;
    return isGood ? [] : [{ field: name, message: `must be a number from ${min} to ${max}` }];
  });
  return [...wrong, ...unknown.map((name) => ({ field: name, message: 'is unknown' }))];
}

function choose(crate) {
  const deployment = followed;
  if (!deployment) throw new Problem(503, 'no-model', 'No version is valid');
  const { valid, candidate, share } = deployment;
  const place = hashOf(`${candidate}:${crate}`).readUInt32BE(0) % 10_000;
  return versions.get(candidate && place < share * 100 ? candidate : valid);
}
function predict({ crate, features }) {
  const version = choose(crate);
  const prediction = { id: randomUUID(), days: compute(version, features), unit: version.contract.output.unit, version: version.name, crate };
  // Stored outside the request path, in a batch.
  waiting.push({ ...prediction, features, at: new Date() });
  return prediction;
}
function validate(samples, index) {
  const errors = samples.flatMap(({ crate, features }, at) => errorsOf(choose(crate), features).map((error) => ({ ...(index && { index: at }), ...error })));
  if (errors.length > 0) throw new Problem(422, 'validation', `${errors.length} features cannot be used`, { errors });
}

async function deploy({ bearer, json, headers }) {
  need(bearer, 'test-scientist');
  const { valid, candidate = null, share = 0, shadow = null, reason } = await json();
  const based = headers['if-match'];
  if (!based) throw new Problem(428, 'if-match', 'If-Match is missing');
  check(
    ['share', Number.isInteger(share) && share >= 0 && share <= 100, 'must be a whole number from 0 to 100'],
    ['share', candidate !== null || share === 0, 'needs a candidate'],
    ['candidate', candidate !== valid, 'must differ from the valid version'],
    ['reason', typeof reason === 'string' && reason !== '', 'must be there'],
  );
  for (const name of [valid, candidate, shadow].filter(Boolean)) {
    const version = versionOf(name);
    const isRight = version.samples.every(({ features, days }) => Math.abs(compute(version, features) - days) <= 0.00001);
    if (!isRight) throw new Problem(409, 'samples', `The samples of ${name} come out otherwise`);
  }
  if (based !== `"${deployments.length}"`) throw new Problem(412, 'number', 'There is a newer state');
  const deployment = { number: deployments.length + 1, valid, candidate, share, shadow, reason, madeBy: bearer, at: new Date() };
  deployments.push(deployment);
  return { headers: { etag: `"${deployment.number}"` }, body: deployment };
}

/** The Monday of a date. */
const weekOf = (date) => new Date(date - ((date.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
function quality({ bearer, params }) {
  need(bearer);
  versionOf(params.v);
  const own = [...predictions.values()].filter(({ version }) => version === params.v);
  const items = [...new Set(own.map(({ at }) => weekOf(at)))].map((week) => {
    const all = own.filter(({ at }) => weekOf(at) === week);
    const errors = all.filter(({ id }) => outcomes.has(id)).map(({ id, days }) => days - outcomes.get(id));
    const mean = (values) => (values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0) / values.length);
    return { week, predictions: all.length, known: errors.length, meanError: mean(errors.map(Math.abs)), bias: mean(errors) };
  });
  return { body: { items } };
}

serve({
  'POST /predictions': async ({ bearer, json }) => {
    need(bearer);
    const sample = await json();
    check(['crate', typeof sample.crate === 'string', 'must be a text']);
    validate([sample]);
    return { body: predict(sample) };
  },
  'POST /predictions/batch': async ({ bearer, json }) => {
    need(bearer);
    const { samples } = await json();
    check(['samples', Array.isArray(samples) && samples.length >= 1 && samples.length <= 256, 'must be 1 to 256']);
    validate(samples, true);
    return { body: { predictions: samples.map(predict) } };
  },
  'GET /predictions/{id}': ({ bearer, params }) => {
    need(bearer);
    if (!predictions.has(params.id)) throw new Problem(404, 'not-found', 'There is no such prediction');
    return { body: predictions.get(params.id) };
  },
  'PUT /predictions/{id}/outcome': async ({ bearer, params, json }) => {
    need(bearer);
    const { days } = await json();
    if (!predictions.has(params.id)) throw new Problem(404, 'not-found', 'There is no such prediction');
    check(['days', Number.isFinite(days) && days >= 0, 'must be a number from 0']);
    const known = outcomes.get(params.id);
    if (known !== undefined && known !== days) throw new Problem(409, 'outcome', 'The outcome is known');
    outcomes.set(params.id, days);
    return { status: known === undefined ? 201 : 200, body: { days } };
  },
  'PUT /versions/{v}': upload,
  'PUT /deployment': deploy,
  'GET /deployment/history': ({ bearer }) => {
    need(bearer, 'test-scientist');
    return { body: { items: deployments.toReversed() } };
  },
  'GET /versions/{v}/quality': quality,
  'GET /live': () => ({ body: { status: 'ok' } }),
  'GET /ready': () => ({ status: deployments.length > 0 ? 200 : 503, body: {} }),
});
