const loading = new Map<string, Promise<unknown>>();

/** A JSON file that the build wrote, loaded once; after a failure the next call tries again. */
export function loadJson<Value>(address: string): Promise<Value> {
  const known = loading.get(address) ?? fetchJson<Value>(address);
  loading.set(address, known);
  known.catch(() => loading.delete(address));
  // The build writes these files from the same types.
  return known as Promise<Value>;
}

/** The same, loaded anew by each call. */
export async function fetchJson<Value>(address: string): Promise<Value> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
