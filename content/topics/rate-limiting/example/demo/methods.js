import { take } from '../src/bucket.js';

// Each allows ten requests in ten seconds. Times are in milliseconds.
const methods = {
  'fixed window': () => {
    let window, count;
    return (now) => {
      const current = Math.floor(now / 10_000);
      if (current !== window) [window, count] = [current, 0];
      return ++count <= 10;
    };
  },
  // #region log
  'sliding log': () => {
    let passed = [];
    return (now) => {
      passed = passed.filter((at) => at > now - 10_000);
      if (passed.length >= 10) return false;
      passed.push(now);
      return true;
    };
  },
  // #endregion log
  // #region counter
  'sliding counter': () => {
    let window = 0;
    let count = 0;
    let previous = 0;
    return (now) => {
      const current = Math.floor(now / 10_000);
      if (current !== window) {
        previous = current === window + 1 ? count : 0;
        [window, count] = [current, 0];
      }
      const share = 1 - (now % 10_000) / 10_000; // of the previous window
      if (previous * share + count + 1 > 10) return false;
      count += 1;
      return true;
    };
  },
  // #endregion counter
  'token bucket, burst 10': () => bucket(10),
  'token bucket, burst 3': () => bucket(3),
};

function bucket(burst) {
  let fullAt;
  return (now) => {
    const result = take(fullAt, now, { burst, everyMs: 1000 });
    fullAt = result.fullAt;
    return result.allowed;
  };
}

const traffics = {
  'ten at 9.9 s, ten at 10.1 s': [
    ...Array(10).fill(9_900),
    ...Array(10).fill(10_100),
  ],
  'ten at 9.9 s, then one every 50 ms until 60 s': [
    ...Array(10).fill(9_900),
    ...Array.from({ length: 1_000 }, (_, i) => 10_000 + i * 50),
  ],
};

const mostIn = (ms, times) =>
  Math.max(
    ...times.map((t) => times.filter((u) => u >= t && u < t + ms).length),
  );

console.log('most that pass in any       0.5 s  10 s');
for (const [traffic, times] of Object.entries(traffics)) {
  console.log(traffic);
  for (const [name, create] of Object.entries(methods)) {
    const allow = create();
    const passed = times.filter((now) => allow(now));
    console.log(
      `  ${name.padEnd(23)}`,
      String(mostIn(500, passed)).padStart(5),
      String(mostIn(10_000, passed)).padStart(5),
    );
  }
}
