// fails: After the last attempt its error is thrown, without a wait
// says: calls a second time even when only one attempt is allowed.
export async function retry(call, { attempts, base, cap, sleep, random, isTemporary }) {
  try {
    return await call();
  } catch (error) {
    if (!isTemporary(error)) throw error;
  }
  for (let n = 0; ; n += 1) {
    await sleep(random() * Math.min(cap, base * 2 ** n));
    try {
      return await call();
    } catch (error) {
      if (!isTemporary(error) || n + 2 >= attempts) throw error;
    }
  }
}
