// ML Model Serving API, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test ml-model-serving-api.test.mjs
//
// Needs Node.js 22 or later and no package. Every run uploads small models of its own and changes the deployment, so use a database
// that you can throw away.
// Not tested: latency and everything else that needs load, deadlines, several instances, the watchdog, shadow versions, a corrupt
// file, and drift.
import { createHash, randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

const bearer = (token) => (token ? { authorization: `Bearer ${token}` } : {});
const warehouse = bearer('test-warehouse');
const scientist = bearer('test-scientist');
const newVersion = () => `t-${randomUUID()}`;
const newCrate = () => `K-${randomUUID()}`;

// A linear model as an ONNX file: days = features × weights + bias. An ONNX file is a protocol buffer.
const varint = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)]);
const number = (field, value) => [...varint(field << 3), ...varint(value)];
const bytes = (field, value) => {
  const content = typeof value === 'string' ? [...Buffer.from(value)] : value;
  return [...varint((field << 3) | 2), ...varint(content.length), ...content];
};
const floats = (values) => [...Buffer.from(new Float32Array(values).buffer)];
const tensor = (name, dimensions, values) => bytes(5, [...dimensions.flatMap((size) => number(1, size)), ...number(2, 1), ...bytes(8, name), ...bytes(9, floats(values))]);
const value = (field, name, size) => bytes(field, [...bytes(1, name), ...bytes(2, bytes(1, [...number(1, 1), ...bytes(2, [...bytes(1, bytes(2, 'batch')), ...bytes(1, number(1, size))])]))]);
function onnx(weights, bias) {
  const node = bytes(1, [...bytes(1, 'features'), ...bytes(1, 'weights'), ...bytes(1, 'bias'), ...bytes(2, 'days'), ...bytes(4, 'Gemm')]);
  const graph = [...node, ...bytes(2, 'days'), ...tensor('weights', [weights.length, 1], weights), ...tensor('bias', [1], [bias]), ...value(11, 'features', weights.length), ...value(12, 'days', 1)];
  return Buffer.from([...number(1, 8), ...bytes(7, graph), ...bytes(8, number(2, 13))]);
}

const features = [
  { name: 'firmness', unit: 'N', min: 20, max: 110 },
  { name: 'sugar', unit: 'Brix', min: 7, max: 19 },
  { name: 'starch', unit: 'index', min: 1, max: 10 },
  { name: 'temperature', unit: 'C', min: -1, max: 25 },
];
// All numbers are exact in 32 bits, so that every runtime has the same results.
const weights = [0.5, -0.25, 0.5, -0.5];
const sample = (index = 0) => ({ firmness: 30 + (index % 64), sugar: 8 + (index % 8) / 2, starch: 4.5, temperature: 1.25 });
const daysOf = (input, bias) => features.reduce((sum, { name }, index) => sum + weights[index] * input[name], bias);
const sha256 = (file) => createHash('sha256').update(file).digest('hex');

async function upload(version, { bias = 8, file = onnx(weights, bias), sum = sha256(file), error = 0, headers = scientist } = {}) {
  const contract = { output: { name: 'days', unit: 'd' }, features, sha256: sum };
  const samples = Array.from({ length: 100 }, (_, index) => ({ features: sample(index), days: daysOf(sample(index), bias) + error }));
  const form = new FormData();
  form.append('contract', JSON.stringify(contract));
  form.append('samples', JSON.stringify(samples));
  form.append('model', new Blob([file], { type: 'application/octet-stream' }), 'model.onnx');
  const encoded = new Response(form);
  return call('PUT', `/versions/${version}`, { headers: { ...headers, 'content-type': encoded.headers.get('content-type') }, body: new Uint8Array(await encoded.arrayBuffer()) });
}
async function uploaded(more) {
  const version = newVersion();
  expect(await upload(version, more)).status(201, 'for a new version');
  return version;
}

async function history() {
  const response = await call('GET', '/deployment/history', { headers: scientist });
  expect(response).status(200, 'for the history of the deployment').that(Array.isArray(response.json?.items), 'an array "items"');
  return { response, newest: response.json.items[0], number: response.json.items[0]?.number ?? 0 };
}
const deploy = (state, from, headers = scientist) =>
  call('PUT', '/deployment', { headers: { ...headers, ...(from !== undefined && { 'if-match': `"${from}"` }) }, body: { candidate: null, share: 0, shadow: null, reason: 'a test', ...state } });
/** Makes a state valid, and waits until it has reached the predictions. */
async function deployed(state) {
  expect(await deploy(state, (await history()).number)).status(200, 'for a change that is based on the newest state');
  for (const end = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const response = await predict();
    const isReached = response.status === 200 && [state.valid, state.candidate].includes(response.json?.version);
    expect(response).that(isReached || Date.now() < end, `version ${state.valid} within ten seconds`);
    if (isReached) return;
  }
}

const predict = (input = sample(), { crate = newCrate(), headers = warehouse } = {}) => call('POST', '/predictions', { headers, body: { crate, features: input } });
const predictAll = (samples) => call('POST', '/predictions/batch', { headers: warehouse, body: { samples } });
/** A prediction by its id; it waits, because predictions may be stored a few seconds later, in batches. */
async function stored(id) {
  for (const end = Date.now() + 5000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const response = await call('GET', `/predictions/${id}`, { headers: warehouse });
    if (response.status !== 404 || Date.now() > end) return response;
  }
}
const isClose = (found, wanted) => Math.abs(found - wanted) <= 0.00001;

let valid;
before(async () => {
  try {
    valid = await uploaded();
    await deployed({ valid });
  } catch {
    // The tests say what is wrong.
  }
});

describe('Stage 1: One model, one request', () => {
  it('a sample gets a prediction that can be read again', async () => {
    const crate = newCrate();
    const response = await predict(sample(), { crate });
    expect(response)
      .status(200, 'for a valid sample')
      .field('unit', 'd')
      .field('version', valid ?? 'the version that the test has uploaded')
      .field('crate', crate)
      .that(isClose(response.json.days, daysOf(sample(), 8)), `"days": ${daysOf(sample(), 8)}`);
    expect(await stored(response.json.id))
      .status(200, 'for a prediction, after five seconds at the latest')
      .field('features', sample())
      .field('days', response.json.days)
      .field('version', valid);
    expect(await call('GET', `/predictions/${randomUUID()}`, { headers: warehouse })).status(404, 'for a prediction that does not exist');
  });

  it('features travel by name, in any order', async () => {
    const input = Object.fromEntries(Object.entries(sample(7)).reverse());
    const response = await predict(input);
    expect(response).status(200, 'for a valid sample').that(isClose(response.json?.days, daysOf(sample(7), 8)), `"days": ${daysOf(sample(7), 8)}`);
  });

  it('every field that cannot be used is named', async () => {
    const response = await predict({ sugar: 12.5, firmness: 7.25, starch: '4.5', color: 'red' });
    const fields = response.json?.errors?.map?.(({ field }) => field).sort().join();
    expect(response).status(422, 'for a sample that is not valid').that(fields === 'color,firmness,starch,temperature', 'the fields color, firmness, starch and temperature in "errors"');
  });

  it('the bounds belong to the range, and infinity does not', async () => {
    expect(await predict({ ...sample(), firmness: 110, temperature: -1 })).status(200, 'for values on the bounds');
    expect(await predict({ ...sample(), firmness: 110.5 })).status(422, 'for a value above the bound');
    const body = JSON.stringify({ crate: newCrate(), features: sample() }).replace('4.5', '1e999');
    const infinite = await call('POST', '/predictions', { headers: { ...warehouse, 'content-type': 'application/json' }, body });
    expect(infinite).that([400, 422].includes(infinite.status), '422 for 1e999, or 400 if your JSON parser refuses it');
  });

  it('without a token, or with another body than JSON, nothing is predicted', async () => {
    expect(await predict(sample(), { headers: {} })).status(401, 'without a token');
    const send = (type, body) => call('POST', '/predictions', { headers: { ...warehouse, 'content-type': type }, body });
    expect(await send('text/plain', '{}')).status(415, 'for text/plain');
    expect(await send('application/json', '{"crate":')).status(400, 'for malformed JSON');
  });
});

describe('Stage 2: Under load', () => {
  it('256 samples are answered in their order', async () => {
    const samples = Array.from({ length: 256 }, (_, index) => ({ crate: newCrate(), features: sample(index) }));
    const response = await predictAll(samples);
    expect(response).status(200, 'for 256 samples').that(response.json?.predictions?.length === 256, '256 "predictions"');
    const wrong = response.json.predictions.findIndex(({ crate, days }, index) => crate !== samples[index].crate || !isClose(days, daysOf(sample(index), 8)));
    expect(response).that(wrong === -1, `crate and result of sample ${wrong} at its place`);
  });

  it('a batch has 1 to 256 samples', async () => {
    expect(await predictAll([])).status(422, 'for no samples');
    const response = await predictAll(Array.from({ length: 257 }, () => ({ crate: newCrate(), features: sample() })));
    expect(response).that([413, 422].includes(response.status), '413 or 422 for 257 samples');
  });

  it('one invalid sample spoils the batch and is named by its index', async () => {
    const samples = Array.from({ length: 5 }, () => ({ crate: newCrate(), features: sample() }));
    samples[3].features = { ...sample(), sugar: 99 };
    const response = await predictAll(samples);
    expect(response).status(422, 'for a batch with an invalid sample').that(response.json?.errors?.[0]?.index === 3 && response.json.errors[0].field === 'sugar', 'an error with "index": 3 and "field": "sugar"');
  });

  it('a hundred requests at the same moment get the results that they get alone', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, (_, index) => predict(sample(index))));
    for (const [index, response] of all.entries()) expect(response).status(200, 'for a valid sample').that(isClose(response.json?.days, daysOf(sample(index), 8)), `"days": ${daysOf(sample(index), 8)}`);
  });
});

describe('Stage 3: Versions', () => {
  it('the same bytes can be uploaded again, others not', async () => {
    const version = await uploaded();
    expect(await upload(version)).status(200, 'for the same bytes again');
    expect(await upload(version, { bias: 9 })).status(409, 'for other bytes under the same version');
  });

  it('bytes that do not match, and files that are not ONNX, are refused', async () => {
    expect(await upload(newVersion(), { sum: sha256('something else') })).status(422, 'for bytes with another SHA-256');
    const pickle = Buffer.from('80049512000000000000008c0662617368', 'hex');
    expect(await upload(newVersion(), { file: pickle })).status(415, 'for a pickle');
  });

  it('only data scientists upload and deploy', async () => {
    expect(await upload(newVersion(), { headers: warehouse })).status(403, 'for the warehouse');
    expect(await upload(newVersion(), { headers: {} })).status(401, 'without a token');
    expect(await deploy({ valid }, (await history()).number, warehouse)).status(403, 'for the warehouse');
  });

  it('a version whose samples come out otherwise is not activated', async () => {
    const version = await uploaded({ error: 0.001 });
    expect(await deploy({ valid: version }, (await history()).number)).status(409, 'for samples that differ by 0.001');
    expect(await predict()).status(200, 'for a valid sample').field('version', valid);
    expect(await deploy({ valid: newVersion() }, (await history()).number)).status(404, 'for a version that does not exist');
  });

  it('a change needs the number of the state that it is based on', async () => {
    const { number: before } = await history();
    expect(await deploy({ valid })).status(428, 'without If-Match');
    expect(await deploy({ valid }, before)).status(200, 'for the newest number');
    expect(await deploy({ valid }, before)).status(412, 'for an old number');
  });

  it('of ten changes at the same moment one is made', async () => {
    const { number: before } = await history();
    const all = await Promise.all(Array.from({ length: 10 }, () => deploy({ valid }, before)));
    const counts = [200, 412].map((status) => all.filter((response) => response.status === status).length);
    expect(all[0]).that(counts.join() === '1,9', `200 once and 412 nine times (it was ${counts.join(' and ')} times)`);
  });

  it('the history says who changed what', async () => {
    const reason = `a test ${randomUUID()}`;
    const { number: before } = await history();
    expect(await deploy({ valid, reason }, before)).status(200, 'for the newest number');
    const { response, newest } = await history();
    expect(response).that(newest.reason === reason && newest.valid === valid && newest.madeBy && newest.number > before, 'the change at the top, with number, valid, reason and madeBy');
  });
});

describe('Stage 4: Trials', () => {
  const crates = Array.from({ length: 2000 }, newCrate);
  /** The version of each crate, once the share is about as it should be: instances may follow up to ten seconds later. */
  async function versions(state, least, most) {
    await deployed(state);
    for (const end = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 250))) {
      const found = await readVersions();
      const count = [...found.values()].filter((version) => (state.candidate ? version === state.candidate : version !== valid)).length;
      if ((count >= least && count <= most) || Date.now() > end) return found;
    }
  }
  async function readVersions() {
    const found = new Map();
    for (let start = 0; start < crates.length; start += 250) {
      const response = await predictAll(crates.slice(start, start + 250).map((crate) => ({ crate, features: sample() })));
      expect(response).status(200, 'for 250 samples').that(response.json?.predictions?.length === 250, '250 "predictions"');
      for (const { crate, version, days } of response.json.predictions) {
        expect(response).that(isClose(days, daysOf(sample(), version === valid ? 8 : 16)), 'the result of the version that is named');
        found.set(crate, version);
      }
    }
    return found;
  }

  it('a tenth of the crates gets the candidate, and keeps it while the share grows', async () => {
    const candidate = await uploaded({ bias: 16 });
    const ten = await versions({ valid, candidate, share: 10 }, 130, 270);
    const { response } = await history();
    const chosen = crates.filter((crate) => ten.get(crate) === candidate);
    expect(response).that(chosen.length >= 130 && chosen.length <= 270, `about 200 of 2,000 crates on the candidate at a share of 10 (there were ${chosen.length})`);
    const thirty = await versions({ valid, candidate, share: 30 }, 480, 720);
    const more = crates.filter((crate) => thirty.get(crate) === candidate);
    expect(response)
      .that(chosen.every((crate) => thirty.get(crate) === candidate), 'every crate to keep the candidate while the share grows')
      .that(more.length >= 480 && more.length <= 720, `about 600 crates at a share of 30 (there were ${more.length})`);
    const none = await versions({ valid }, 0, 0);
    expect(response).that([...none.values()].every((version) => version === valid), 'no crate on the candidate after it was taken back');
  });

  it('the next trial takes other crates', async () => {
    const [one, two] = [await uploaded({ bias: 16 }), await uploaded({ bias: 16 })];
    const first = await versions({ valid, candidate: one, share: 30 }, 480, 720);
    const second = await versions({ valid, candidate: two, share: 30 }, 480, 720);
    const { response } = await history();
    const both = crates.filter((crate) => first.get(crate) === one && second.get(crate) === two).length;
    expect(response).that(both < 400, `other crates in the trial of another candidate (${both} of about 600 were in both)`);
    await deployed({ valid });
  });

  it('a share is a whole number up to 100, and needs a candidate', async () => {
    const candidate = await uploaded({ bias: 16 });
    for (const state of [{ candidate, share: 101 }, { candidate, share: -1 }, { candidate: null, share: 10 }, { candidate: valid, share: 10 }])
      expect(await deploy({ valid, ...state }, (await history()).number)).status(422, `for ${JSON.stringify(state)}`);
  });
});

describe('Stage 5: The record', () => {
  async function put(id, days) {
    await stored(id);
    return await call('PUT', `/predictions/${id}/outcome`, { headers: warehouse, body: { days } });
  }

  it('an outcome is stored once', async () => {
    const { json } = await predict();
    expect(await put(json?.id, 33)).status(201, 'for the outcome of a prediction');
    expect(await put(json?.id, 33)).status(200, 'for the same outcome again');
    expect(await put(json?.id, 40)).status(409, 'for another outcome');
    expect(await call('PUT', `/predictions/${randomUUID()}/outcome`, { headers: warehouse, body: { days: 33 } })).status(404, 'for a prediction that does not exist');
    const { json: other } = await predict();
    for (const days of [-1, 'soon', null]) expect(await put(other?.id, days)).status(422, `for the days ${JSON.stringify(days)}`);
  });

  it('quality counts the outcomes that are known', async () => {
    const version = await uploaded({ bias: 12 });
    await deployed({ valid: version });
    const wanted = daysOf(sample(), 12);
    for (const error of [5, -3]) {
      const response = await predict();
      expect(response).status(200, 'for a valid sample').field('version', version);
      expect(await put(response.json.id, wanted - error)).status(201, 'for the outcome of a prediction');
    }
    await deployed({ valid });
    const response = await call('GET', `/versions/${version}/quality`, { headers: scientist });
    const [week, ...others] = response.json?.items ?? [];
    expect(response)
      .status(200, 'for the quality of a version')
      .that(week && others.length === 0, 'one week in "items"')
      .that(week.known === 2 && isClose(week.meanError, 4) && isClose(week.bias, 1), '"known": 2, "meanError": 4 and "bias": 1');
  });
});
