/** Where an interview is kept that is not finished. */
export const underWayKey = 'wayline:interview';

/** Reads what this tab has kept; undefined when there is nothing or the browser blocks storage. */
export function readTabValue(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value until the tab is closed, or removes it when undefined. Without storage nothing is kept. */
export function writeTabValue(key: string, value: string | undefined): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // The page goes on with what it has in memory; only a reload would lose it.
  }
}
