export async function retry(call, { attempts }) {
  for (let n = 0; n < attempts; n += 1) {
    try {
      return await call();
    } catch {
      // Try again.
    }
  }
}
