import { isDeepStrictEqual } from 'node:util';

// #region run-both
/** Returns what the old one returns, and reports where the new one differs. */
export function runBoth(old, candidate, { share = 1, report }) {
  async function check(args, was) {
    try {
      const is = await candidate(...args);
      if (!isDeepStrictEqual(was, is)) report({ args, was, is });
    } catch (error) {
      report({ args, was, error });
    }
  }

  return async (...args) => {
    const copy = Math.random() < share ? structuredClone(args) : undefined;
    const result = await old(...args);
    if (copy) void check(copy, result); // the caller doesn't wait for it
    return result;
  };
}
// #endregion run-both
