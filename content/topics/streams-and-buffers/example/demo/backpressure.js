import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

// #region backpressure
function slowSink() {
  const sink = new Writable({
    write(chunk, encoding, done) {
      sink.most = Math.max(sink.most, sink.writableLength);
      setImmediate(done);
    },
  });
  sink.most = 0;
  return sink;
}

function* chunks() {
  for (let n = 0; n < 4_096; n++) yield Buffer.alloc(1_024, 'x');
}

const ignored = slowSink();
for (const chunk of chunks()) ignored.write(chunk); // returns false: ignored
console.log('ignored: ', Math.round(ignored.writableLength / 1_024), 'KB');

const honored = slowSink();
await pipeline(Readable.from(chunks(), { objectMode: false }), honored);
console.log('pipeline:', Math.round(honored.most / 1_024), 'KB');
// #endregion backpressure
