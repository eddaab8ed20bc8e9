export function createLoader(loadMany) {
  return async function load(key) {
    const [value] = await loadMany([key]);
    return value;
  };
}
