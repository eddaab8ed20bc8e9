// fails: An error that is not temporary is thrown at once
export async function retry(call, { attempts, base, cap, sleep, random }) {
  for (let n = 0; ; n += 1) {
    try {
      return await call();
    } catch (error) {
      if (n + 1 >= attempts) throw error;
      await sleep(random() * Math.min(cap, base * 2 ** n));
    }
  }
}
