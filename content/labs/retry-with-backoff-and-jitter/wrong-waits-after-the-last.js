// fails: After the last attempt its error is thrown, without a wait
export async function retry(call, { attempts, base, cap, sleep, random, isTemporary }) {
  let last;
  for (let n = 0; n < attempts; n += 1) {
    try {
      return await call();
    } catch (error) {
      if (!isTemporary(error)) throw error;
      last = error;
      await sleep(random() * Math.min(cap, base * 2 ** n));
    }
  }
  throw last;
}
