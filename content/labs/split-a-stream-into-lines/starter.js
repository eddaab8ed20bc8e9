export async function* lines(chunks) {
  for await (const chunk of chunks) {
    yield* new TextDecoder().decode(chunk).split('\n');
  }
}
