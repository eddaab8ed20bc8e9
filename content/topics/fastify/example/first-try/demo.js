import { createStore } from '../src/store.js';
import { buildApp } from './app.js';

const store = createStore();
const app = buildApp({ store });
const body = { name: 'Ines', beds: 2 };
await show('POST', '/members', body);
await show('GET', '/members/1');
await show('POST', '/members', { name: null, bedz: 3 });
store.find = async () => {
  throw new Error('connect ECONNREFUSED 10.0.0.5:5432');
};
await show('GET', '/members/1');

async function show(method, url, payload) {
  const res = await app.inject({ method, url, payload });
  console.log(method, url, payload ? JSON.stringify(payload) : '');
  console.log(`  ${res.statusCode} ${res.body}`);
}
