// fails: A success is returned at once
export async function retry(call, { attempts, base, cap, sleep, random, isTemporary }) {
  for (let n = 0; ; n += 1) {
    try {
      const value = await call();
      if (value) return value;
      if (n + 1 >= attempts) return value;
    } catch (error) {
      if (!isTemporary(error) || n + 1 >= attempts) throw error;
      await sleep(random() * Math.min(cap, base * 2 ** n));
    }
  }
}
