import { Buffer } from 'buffer/index.js';

const isBase64Url = (encoding: unknown) => typeof encoding === 'string' && encoding.toLowerCase() === 'base64url';

/** The package knows base64 and not yet its form for addresses, which tokens are written in. */
function teachBase64Url(): void {
  const { from, byteLength } = Buffer;
  const { toString: asText } = Buffer.prototype;
  const plain = (text: string) => text.replaceAll('-', '+').replaceAll('_', '/');
  Object.assign(Buffer, {
    from: (value: unknown, encoding?: unknown, length?: unknown) =>
      typeof value === 'string' && isBase64Url(encoding)
        ? from(plain(value), 'base64')
        : Reflect.apply(from, Buffer, [value, encoding, length]),
    byteLength: (value: string, encoding?: BufferEncoding) =>
      isBase64Url(encoding) ? byteLength(plain(value), 'base64') : byteLength(value, encoding),
  });
  Buffer.prototype.toString = function decode(encoding?: string, start?: number, end?: number): string {
    if (!isBase64Url(encoding)) return Reflect.apply(asText, this, [encoding, start, end]);
    const text: string = Reflect.apply(asText, this, ['base64', start, end]);
    return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  };
}

teachBase64Url();

export { Buffer };
