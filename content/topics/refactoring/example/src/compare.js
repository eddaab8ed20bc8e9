// #region compare
const DAY = 24 * 60;
const odd = [-5, 20.5, NaN, Infinity, undefined, null, '90', '', 3_650 * DAY];
const minutes = [...Array(3 * DAY + 1).keys(), ...odd];
const types = ['guest', 'member', 'resident', undefined, 'constructor'];

export function compare(before, after) {
  const differences = [];
  let cases = 0;
  for (const m of minutes) {
    for (const type of types) {
      for (const lost of [false, true]) {
        cases += 1;
        const [was, is] = [before(m, type, lost), after(m, type, lost)];
        if (!Object.is(was, is)) differences.push({ m, type, lost, was, is });
      }
    }
  }
  return { cases, differences };
}
// #endregion compare
