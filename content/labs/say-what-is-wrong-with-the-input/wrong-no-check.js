// fails: A missing total is noticed
export function describe(text) {
  try {
    return `Total: ${JSON.parse(text).total}`;
  } catch {
    return 'This is not JSON.';
  }
}
