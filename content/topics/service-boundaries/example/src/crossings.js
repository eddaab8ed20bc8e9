// #region parse
/** Reads `git log --format='commit %h %s' --name-only`. */
export function parseLog(text) {
  return text
    .split(/^commit /m)
    .slice(1)
    .map((part) => {
      const [title, ...files] = part.split('\n').map((line) => line.trim());
      return { title, files: files.filter(Boolean) };
    });
}
// #endregion parse

// #region crossings
/** Counts the commits that touch more than one service, and lists them by pair. */
export function countCrossings(commits, services) {
  const prefixes = Object.entries(services)
    .flatMap(([service, paths]) => paths.map((path) => [path, service]))
    .sort(([a], [b]) => b.length - a.length); // the longest that fits wins
  const serviceOf = (file) =>
    prefixes.find(([path]) => file.startsWith(path))?.[1];

  const pairs = new Map();
  let crossing = 0;
  for (const { title, files } of commits) {
    const touched = [...new Set(files.map(serviceOf).filter(Boolean))].sort();
    if (touched.length > 1) crossing += 1;
    for (const [n, a] of touched.entries()) {
      for (const b of touched.slice(n + 1)) {
        const pair = `${a} + ${b}`;
        if (!pairs.has(pair)) pairs.set(pair, []);
        pairs.get(pair).push(title);
      }
    }
  }
  return {
    crossing,
    pairs: [...pairs].sort(([, a], [, b]) => b.length - a.length),
  };
}
// #endregion crossings

/** Files of no service, paths without files, and paths in two services. */
export function findGaps(commits, services) {
  const paths = Object.values(services).flat();
  const files = [...new Set(commits.flatMap((commit) => commit.files))];
  const belongs = (file) => paths.some((path) => file.startsWith(path));
  const changes = commits.flatMap((commit) => commit.files);
  const outside = new Map();
  for (const file of changes.filter((name) => !belongs(name))) {
    const folder = file.replace(/[^/]*$/, '') || './';
    outside.set(folder, (outside.get(folder) ?? 0) + 1);
  }
  return {
    unused: paths.filter(
      (path) => !files.some((file) => file.startsWith(path)),
    ),
    twice: paths.filter((path, n) => paths.indexOf(path) !== n),
    share:
      changes.filter((file) => !belongs(file)).length / changes.length || 0,
    outside: [...outside].sort((a, b) => b[1] - a[1]),
  };
}

// #region chance
/** The same number of services of the same sizes, with the folders dealt out at random. */
export function byChance(
  commits,
  services,
  { runs = 1_000, random = Math.random } = {},
) {
  const folders = Object.values(services).flat();
  const results = Array.from({ length: runs }, () => {
    for (let n = folders.length - 1; n > 0; n -= 1) {
      const other = Math.floor(random() * (n + 1));
      [folders[n], folders[other]] = [folders[other], folders[n]];
    }
    const left = [...folders];
    const dealt = Object.fromEntries(
      Object.entries(services).map(([service, paths]) => [
        service,
        left.splice(0, paths.length),
      ]),
    );
    return countCrossings(commits, dealt).crossing;
  });
  results.sort((a, b) => a - b);
  return { median: results[runs >> 1], best: results[0], results };
}
// #endregion chance
