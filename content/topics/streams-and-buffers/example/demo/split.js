// #region split
const bytes = Buffer.from('5 €');
const chunks = [bytes.subarray(0, 3), bytes.subarray(3)];
console.log(bytes.length, chunks);
console.log(chunks.map((chunk) => chunk.toString()).join(''));

const decoder = new TextDecoder();
const texts = chunks.map((chunk) => decoder.decode(chunk, { stream: true }));
console.log(texts.join('') + decoder.decode());
// #endregion split
