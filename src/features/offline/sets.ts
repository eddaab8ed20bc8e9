/** What a reader can keep offline in one go. */
export interface OfflineSet {
  /** `site` for what every page needs, `all`, the id of a roadmap, or `labs-` and an engine. */
  readonly id: string;
  /** What it takes on the device. */
  readonly bytes: number;
  /** From the site's folder: `topics/indexing/`. */
  readonly urls: readonly string[];
}

/** The list that the build writes: all sets, and a version that changes with any file of them. */
export interface OfflineList {
  readonly version: string;
  readonly sets: readonly OfflineSet[];
}

/** Where the build writes it, from the site's folder. */
export const listFile = 'offline/sets.json';

/** What a reader keeps, as the cache remembers it: ids of sets, and the version in which all of them came. */
export interface KeptSets {
  readonly ids: readonly string[];
  readonly version: string;
}

/** The one cache of kept pages. Sites in other folders of the same host have their own. */
export const cacheName = (scope: string) => `wayline:pages:${new URL(scope).pathname}`;

/** The address in that cache under which `KeptSets` are stored. */
export const keptAddress = (scope: string) => `${scope}offline/kept.json`;

/** Names of the caches that earlier versions of the worker made: the copy of the site, and what runs labs. */
export const formerCaches = (scope: string): readonly [copy: string, labs: string] => {
  const { pathname } = new URL(scope);
  return [`wayline:offline:${pathname}`, `wayline:labs:${pathname}`];
};

/** Engines of labs, by the beginning of their file names. */
export const labEngines = { js: /^js\./u, sql: /^(?:sql|pglite|database)\./u, python: /^(?:python|pyodide)/u } as const;

/** Whether a name carries a hash of the content, so that the file never changes. */
export const isHashed = (address: string) =>
  /^(?:_astro|engines|shards|pagefind\/(?:fragment|index|filter))\//u.test(address);
