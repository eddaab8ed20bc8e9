// fails: Lines come as soon as they are complete
export async function* lines(chunks) {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
  const all = text.split(/\r?\n/);
  if (all.at(-1) === '') all.pop();
  yield* all;
}
