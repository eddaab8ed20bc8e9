// Euros per token. Invented: take yours from your contract.
// Prompt caching has prices of its own, for reading and for writing.
const price = { input: 0.000_001, output: 0.000_005 };

export const cost = ({ input, output }) =>
  input * price.input + output * price.output;

// #region budget
export function createBudget(euros) {
  let left = euros;
  return {
    get left() {
      return left;
    },
    reserve(amount) {
      if (!(amount <= left)) return false;
      left -= amount; // before the call, so that two calls can't take the same rest
      return true;
    },
    giveBack(amount) {
      left += amount;
    },
  };
}
// #endregion budget
