// fails: A character that is cut stays whole
export async function* lines(chunks) {
  let rest = '';
  for await (const chunk of chunks) {
    const parts = (rest + new TextDecoder().decode(chunk)).split('\n');
    rest = parts.pop();
    for (const line of parts) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}
