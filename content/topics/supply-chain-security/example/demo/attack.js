// Installs and uses a hijacked package in four ways, each in an empty folder.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');
const npm = (major) =>
  join(project, `node_modules/npm-${major}/bin/npm-cli.js`);
const useIt = ['-e', `require('dates').format(new Date())`];

const folder = mkdtempSync(join(tmpdir(), 'attack-'));
const pack = [npm(12), 'pack', join(project, 'demo/dates')];
execFileSync('node', pack, { cwd: folder, stdio: 'ignore' });

show('npm 11 installs it', [npm(11), 'install']);
show('npm 12 installs it', [npm(12), 'install']);
show('  and the tests use it', useIt);
show('  without a token', useIt, { NPM_TOKEN: undefined });
rmSync(folder, { recursive: true });

function show(label, command, env = {}) {
  const loot = join(folder, 'loot.txt');
  writeFileSync(loot, '');
  if (command.includes('install')) {
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
    rmSync(join(folder, 'package-lock.json'), { force: true });
    const dependencies = { dates: 'file:dates-2.3.8.tgz' };
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ dependencies }),
    );
  }
  execFileSync('node', command, {
    cwd: folder,
    env: { ...process.env, NPM_TOKEN: 'npm_secret', LOOT: loot, ...env },
    stdio: 'ignore',
  });
  const stolen = readFileSync(loot, 'utf8').trim() || "the script didn't run";
  console.log(`${label.padEnd(24)} ${stolen}`);
}
