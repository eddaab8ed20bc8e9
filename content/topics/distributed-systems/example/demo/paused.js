import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { createFencedStore } from '../src/fenced-store.js';

const TIMEOUT = 1_000; // without a heartbeat for this long, a worker is dead
const store = createFencedStore(':memory:');
const start = performance.now();
const say = (text) => {
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${seconds.padStart(4)} s  ${text}`);
};

const all = ['bill A', 'bill B', 'bill C'];

function assign(number) {
  store.fence(number); // first, so that nothing is written after we look
  const bills = all.filter((bill) => !store.bills().includes(bill));
  const child = fork(new URL('worker.js', import.meta.url));
  const worker = { child, seen: performance.now() };
  child.on('message', ({ heartbeat, bill, assignment }) => {
    worker.seen = performance.now();
    if (heartbeat) return;
    const outcome = store.write(bill, assignment);
    say(`worker ${number} writes ${bill}: ${outcome}`);
  });
  child.send({ assignment: number, bills });
  return worker;
}

const first = assign(1);
while (store.bills().length === 0) await sleep(10);
first.child.kill('SIGSTOP'); // a paused machine: it doesn't know that it's paused
say('worker 1 is paused');

while (performance.now() - first.seen < TIMEOUT) await sleep(50);
say('no heartbeat for 1 s: worker 1 is dead, worker 2 takes over');
const second = assign(2);

await sleep(500);
say('worker 1 goes on');
first.child.kill('SIGCONT');
await sleep(1_500);
console.log('in the store:', store.bills().join(', '));
first.child.disconnect();
second.child.disconnect();
