/** The one cache of the offline copy. Sites in other folders of the same host have their own. */
export function cacheName(scope: string): string {
  return `wayline:offline:${new URL(scope).pathname}`;
}
