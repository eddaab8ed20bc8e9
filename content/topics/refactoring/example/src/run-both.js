import { isDeepStrictEqual } from 'node:util';

// #region run-both
/** Resolves to the old one's result, and reports where the new one differs. */
export function runBoth(old, candidate, { share = 1, report }) {
  const tell = async (found) => {
    try {
      await report(found);
    } catch {} // a broken log must not end the process
  };

  const copy = (values) => {
    try {
      return structuredClone(values);
    } catch (error) {
      void tell({ error }); // a callback, for example: not compared
    }
  };

  async function check(args, was) {
    try {
      const is = await candidate(...args);
      if (!isDeepStrictEqual(was, is)) await tell({ args, was, is });
    } catch (error) {
      await tell({ args, was, error });
    }
  }

  return async (...args) => {
    const argsCopy = Math.random() < share ? copy(args) : undefined;
    const result = await old(...args);
    const resultCopy = argsCopy && copy([result]);
    if (resultCopy) setImmediate(check, argsCopy, ...resultCopy);
    return result;
  };
}
// #endregion run-both
