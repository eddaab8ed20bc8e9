// Returns null while the response isn't complete.
export function parseResponse(bytes, { hasBody = true, closed = false } = {}) {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd === -1) return null;

  const head = bytes.toString('latin1', 0, headEnd);
  const [statusLine, ...lines] = head.split('\r\n');
  const match = /^HTTP\/1\.[01] (\d{3})\b/.exec(statusLine);
  if (!match) throw new Error(`no status line: ${statusLine}`);
  const status = Number(match[1]);
  const headers = new Headers();
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }

  const bodyStart = headEnd + 4;
  const found =
    !hasBody || status < 200 || status === 204 || status === 304
      ? { body: Buffer.alloc(0), end: bodyStart }
      : findBody(bytes, bodyStart, headers, closed);
  if (!found) return null;

  const { body, end } = found;
  return { status, headers, body: body.toString(), rest: bytes.subarray(end) };
}

// #region find-body
function findBody(bytes, start, headers, closed) {
  const coding = headers.get('transfer-encoding');
  const length = headers.get('content-length');
  if (coding !== null && length !== null) throw new Error('two lengths');

  if (coding !== null) {
    if (coding.toLowerCase() !== 'chunked') throw new Error('not chunked');
    return findChunks(bytes, start);
  }
  if (length !== null) {
    if (!/^\d+$/.test(length)) throw new Error(`bad length: ${length}`);
    const end = start + Number(length);
    if (bytes.length < end) return null;
    return { body: bytes.subarray(start, end), end };
  }
  return closed ? { body: bytes.subarray(start), end: bytes.length } : null;
}
// #endregion find-body

function findChunks(bytes, start) {
  const chunks = [];
  let at = start;
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd === -1) return null;
    const [size] = bytes.toString('latin1', at, lineEnd).split(';');
    if (!/^[0-9a-f]+$/i.test(size)) throw new Error(`bad chunk: ${size}`);

    const chunkStart = lineEnd + 2;
    const chunkEnd = chunkStart + Number.parseInt(size, 16);
    if (chunkEnd === chunkStart) {
      const end = bytes.indexOf('\r\n\r\n', lineEnd); // trailers may follow
      return end === -1 ? null : { body: Buffer.concat(chunks), end: end + 4 };
    }
    at = chunkEnd + 2;
    if (bytes.length < at) return null;
    if (bytes.toString('latin1', chunkEnd, at) !== '\r\n') {
      throw new Error('a chunk is longer than its size');
    }
    chunks.push(bytes.subarray(chunkStart, chunkEnd));
  }
}
