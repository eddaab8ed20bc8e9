// fails: A missing total is noticed
// says: doesn't check the total before it prints it.
export function describe(text) {
  try {
    return `Total: ${JSON.parse(text).total}`;
  } catch {
    return 'This is not JSON.';
  }
}
