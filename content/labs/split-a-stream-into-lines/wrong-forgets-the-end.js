// fails: A last line without a line break counts
export async function* lines(chunks) {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop();
    for (const line of parts) yield line.replace(/\r$/, '');
  }
}
