// fails: An error while reading reaches the caller
// says: takes an error while reading for the end of the file.
export async function* lines(chunks) {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of chunks) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = parts.pop();
      for (const line of parts) yield withoutReturn(line);
    }
  } catch (error) {
    console.error(error);
  }
  rest += decoder.decode();
  if (rest !== '') yield withoutReturn(rest);
}

const withoutReturn = (line) => (line.endsWith('\r') ? line.slice(0, -1) : line);
