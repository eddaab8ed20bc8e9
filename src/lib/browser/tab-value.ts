/** Reads what this tab has kept; undefined when there is nothing or the browser blocks storage. */
export function readTabValue(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Removes everything that the site keeps in this tab. */
export function forgetTabValues(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith('wayline:')) sessionStorage.removeItem(key);
  } catch {
    // A browser that blocks storage has kept nothing.
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
