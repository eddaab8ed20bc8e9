// One request at a time: where does it spend its time?
import { startSystem } from './system.js';

const system = await startSystem();
for (const version of ['oneByOne', 'allAtOnce', 'batched']) {
  const timings = [];
  for (let n = 0; n < 21; n++) {
    const response = await fetch(`${system.url}/${version}`);
    await response.text();
    timings.push(response.headers.get('server-timing'));
  }
  const total = (timing) => Number(/total;dur=([\d.]+)/.exec(timing)[1]);
  timings.sort((a, b) => total(a) - total(b));
  console.log(version.padEnd(10), timings[10]); // the median request
}
await system.stop();
