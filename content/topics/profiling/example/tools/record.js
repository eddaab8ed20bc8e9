// Records a CPU profile of a running Node.js process on this computer.
// Usage: node tools/record.js PID [SECONDS]
// #region record
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [pid, seconds = 10] = process.argv.slice(2).map(Number);
process.kill(pid, 'SIGUSR1'); // Node.js opens its inspector on port 9229
await sleep(500);
const [target] = await (await fetch('http://127.0.0.1:9229/json')).json();
const inspector = new WebSocket(target.webSocketDebuggerUrl);
await new Promise((resolve) => inspector.addEventListener('open', resolve));

let id = 0;
function send(method, params) {
  const message = { id: ++id, method, params };
  inspector.send(JSON.stringify(message));
  return new Promise((resolve) =>
    inspector.addEventListener('message', ({ data }) => {
      const answer = JSON.parse(data);
      if (answer.id === message.id) resolve(answer.result);
    }),
  );
}

// Another process may have taken the port before.
const { result } = await send('Runtime.evaluate', {
  expression: 'process.pid',
});
if (result.value !== pid) {
  throw new Error(`port 9229 belongs to process ${result.value}`);
}
await send('Profiler.enable');
await send('Profiler.start');
await sleep(seconds * 1000);
const { profile } = await send('Profiler.stop');
writeFileSync('service.cpuprofile', JSON.stringify(profile));

// Close the port again, once this connection has ended.
await send('Runtime.evaluate', {
  expression: `setTimeout(() => {
    process.getBuiltinModule('node:inspector').close();
  }, 500); 0`,
});
inspector.close();
// #endregion record
