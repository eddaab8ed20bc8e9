/** What a reader can keep offline in one go. */
export interface OfflineSet {
  /** `site` for what every page needs, `all`, the id of a roadmap, or `labs-` and an engine. */
  readonly id: string;
  /** How much room it takes on the device. */
  readonly bytes: number;
  /** Relative to the site's folder: `topics/indexing/`. */
  readonly urls: readonly string[];
}

/** The list that the build writes: all sets, and a version that changes when any of their files does. */
export interface OfflineList {
  readonly version: string;
  readonly sets: readonly OfflineSet[];
}

/** Where the build writes it, relative to the site's folder. */
export const listFile = 'offline/sets.json';

/** What a reader keeps, as stored in the cache: the ids of the sets, and the version that all of them have. */
export interface KeptSets {
  readonly ids: readonly string[];
  readonly version: string;
}

/** The one cache of kept pages. Sites in other folders of the same host have their own. */
export const cacheName = (scope: string) => `wayline:pages:${new URL(scope).pathname}`;

/** The address in that cache that `KeptSets` is stored under. */
export const keptAddress = (scope: string) => `${scope}offline/kept.json`;

/** The names of caches from earlier versions of the worker: the copy of the site, and the engines of labs. */
export const formerCaches = (scope: string): readonly [copy: string, labs: string] => {
  const { pathname } = new URL(scope);
  return [`wayline:offline:${pathname}`, `wayline:labs:${pathname}`];
};

/** Engines of labs, by the beginning of their file names. */
export const labEngines = { js: /^js\./u, sql: /^(?:sql|pglite|database)\./u, python: /^(?:python|pyodide)/u } as const;

/** Whether a name carries a hash of the content, so that the file never changes. */
export const isHashed = (address: string) =>
  /^(?:_astro|engines|shards|pagefind\/(?:fragment|index|filter))\//u.test(address);
