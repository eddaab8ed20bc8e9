// Twenty owners of horses wait. What for?
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startInstance, startPartner } from './clinic.js';

const partner = await startPartner();
const instance = await startInstance(7541, '4.2.0', 'ignore');
for (let i = 0; i < 20; i++)
  fetch('http://127.0.0.1:7541/?species=horse&stable=6').catch(() => {});
await sleep(500);
const run = (...command) =>
  execFileSync(command[0], command.slice(1), { encoding: 'utf8' }).trim();
const folder = run('sh', 'evidence.sh', `${instance.pid}`);
console.log(run('ls', folder));
console.log(run('node', 'src/waiting.js', `${folder}/report.json`));
rmSync(folder, { recursive: true });
instance.kill();
partner.closeAllConnections();
partner.close();
