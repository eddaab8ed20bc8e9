import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import {
  byChance,
  countCrossings,
  findGaps,
  parseLog,
} from '../src/crossings.js';

const services = { care: ['history/', 'drugs/'], money: ['prices/'] };
const commit = (...files) => ({ title: '', files });

test('a commit within one service does not cross', () => {
  const result = countCrossings(
    [commit('history/a.js', 'drugs/b.js')],
    services,
  );
  assert.deepEqual(result, { crossing: 0, pairs: [] });
});

test('a commit in two services crosses once, however many files it has', () => {
  const files = ['drugs/a.js', 'drugs/b.js', 'prices/a.js', 'prices/b.js'];
  assert.deepEqual(countCrossings([commit(...files)], services), {
    crossing: 1,
    pairs: [['care + money', ['']]],
  });
});

test('files outside of all services are ignored', () => {
  const result = countCrossings([commit('README.md', 'prices/a.js')], services);
  assert.equal(result.crossing, 0);
});

test('the longest path that fits wins', () => {
  const nested = { core: ['src/'], money: ['src/prices/'] };
  const result = countCrossings([commit('src/a', 'src/prices/a')], nested);
  assert.equal(result.crossing, 1);
});

test('finds what a split leaves out', () => {
  const commits = [commit('history/a', 'drugs/a', 'prices/a', 'db/1.sql')];
  assert.deepEqual(findGaps(commits, services), {
    unused: [],
    twice: [],
    share: 1 / 4,
    outside: [['db/', 1]],
  });
  const typo = { care: ['History/'], money: ['prices/'] };
  assert.deepEqual(findGaps(commits, typo).unused, ['History/']);
});

test('the clinic: 7 crossings by entity, 2 by capability', () => {
  const read = (name) =>
    readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');
  const commits = parseLog(read('clinic-log.txt')).slice(0, 14);
  const cuts = Object.values(JSON.parse(read('cuts.json')));
  assert.deepEqual(
    cuts.map((cut) => countCrossings(commits, cut).crossing),
    [7, 2],
  );
});

const run = (cuts, input) => {
  const folder = mkdtempSync(join(tmpdir(), 'cuts-'));
  const file = join(folder, 'cuts.json');
  writeFileSync(file, JSON.stringify(cuts));
  const main = new URL('../src/main.js', import.meta.url).pathname;
  const done = spawnSync(process.execPath, [main, file], {
    input,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return done;
};
const log = (...commits) =>
  commits
    .map(([title, ...files]) => `commit ${title}\n\n${files.join('\n')}\n`)
    .join('\n');

test('prints which commits cross, the most frequent pair first, and chance', () => {
  const cuts = { x: { a: ['1/', '2/'], b: ['3/', '4/'], c: ['5/'] } };
  const large = Array.from({ length: 31 }, (_, n) => `${(n % 5) + 1}/${n}`);
  const { stdout } = run(
    cuts,
    log(
      ['c1 once', '1/f', '5/f'],
      ['c2 inside', '1/f', '2/f'],
      ['c3 cross', '2/f', '3/f'],
      ['c4 cross', '2/f', '4/f'],
      ['c5 formatted', ...large],
    ),
  );
  const lines = stdout.split('\n');
  assert.equal(lines[0], '4 commits, 1 left out with more than 30 files: c5');
  assert.match(lines[1], /^x: 3 services, 3 commits .*by chance 3; /);
  assert.deepEqual(lines.slice(2, 4), [
    '  2 x a + b: c3 c4',
    '  1 x a + c: c1',
  ]);
});

test('stops at a path without files and at a path in two services', () => {
  const input = log(['c1', 'history/a', 'prices/a']);
  const typo = run({ x: { care: ['History/'], money: ['prices/'] } }, input);
  assert.match(typo.stderr, /x: no commit has files in History\//);
  const twice = { care: ['history/', 'prices/'], money: ['prices/'] };
  assert.match(run({ x: twice }, input).stderr, /x: in two services: prices\//);
});

test('counts how often chance is as good', () => {
  // 1/ and 2/ always change together; one of three random pairings keeps them together
  const input = log(['c1', '1/f', '2/f'], ['c2', '3/f', '4/f']);
  const cut = { a: ['1/', '2/'], b: ['3/', '4/'] };
  const [, asFew] = run({ x: cut }, input).stdout.match(/as few in (\d+) of/);
  assert.ok(asFew > 200 && asFew < 470, asFew);
});

test('one service for everything never crosses', () => {
  const everything = { all: ['history/', 'drugs/', 'prices/'] };
  const commits = [
    commit('history/a', 'prices/a'),
    commit('drugs/a', 'prices/a'),
  ];
  assert.equal(countCrossings(commits, everything).crossing, 0);
  assert.equal(byChance(commits, everything).median, 0);
});

test('chance deals out the same sizes', () => {
  // each commit touches two of four folders; two pairs of two can keep at most 2 together
  const four = { a: ['1/', '2/'], b: ['3/', '4/'] };
  const folders = ['1/', '2/', '3/', '4/'];
  const commits = folders.flatMap((x, n) =>
    folders.slice(n + 1).map((y) => commit(`${x}f`, `${y}f`)),
  );
  const { results } = byChance(commits, four, { runs: 50 });
  assert.deepEqual(new Set(results), new Set([4]));
});

test('reads the log of a real repository', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cut-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const git = (...args) =>
    execFileSync(
      'git',
      ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
  const change = (title, ...files) => {
    for (const file of files) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), title);
    }
    git('add', '.');
    git('commit', '--quiet', '--message', title);
  };
  git('init', '--quiet');
  change('first', 'history/a.js', 'prices/a.js');
  change('commit history of prices', 'prices/b.js');
  const log = git('log', '--no-merges', '--name-only', '--format=commit %h %s');
  const commits = parseLog(log);
  assert.deepEqual(
    commits.map(({ files }) => files),
    [['prices/b.js'], ['history/a.js', 'prices/a.js']],
  );
  assert.equal(countCrossings(commits, services).crossing, 1);
});
