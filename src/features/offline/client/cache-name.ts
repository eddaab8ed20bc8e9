/** The one cache of the offline copy. Sites in other folders of the same host have their own. */
export function cacheName(scope: string): string {
  return `wayline:offline:${new URL(scope).pathname}`;
}

/** The cache of what runs labs, for readers who want them without a network. */
export function labsCacheName(scope: string): string {
  return `wayline:labs:${new URL(scope).pathname}`;
}
