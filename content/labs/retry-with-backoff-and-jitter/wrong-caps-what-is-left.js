// fails: Each wait is a random part of the longest
// says: takes the random part first, and applies the cap afterward.
export async function retry(call, { attempts, base, cap, sleep, random, isTemporary }) {
  for (let n = 0; ; n += 1) {
    try {
      return await call();
    } catch (error) {
      if (!isTemporary(error) || n + 1 >= attempts) throw error;
      await sleep(Math.min(cap, random() * base * 2 ** n));
    }
  }
}
