import { createDispatch } from '../src/dispatch.js';
import { authority, pair } from '../src/files.js';
import { order } from '../src/order.js';

const folder = 'certificates';
const ca = authority(folder, 'hospital');
const log = (line) => console.log('  ', line);
const { server } = createDispatch({ ...pair(folder, 'dispatch'), ca }, { log });
await new Promise((resolve) => server.listen(0, resolve));

for (const name of ['ward', 'canteen', 'fake', 'nothing']) {
  const own = name === 'nothing' ? {} : pair(folder, name);
  const result = await order(server.address().port, { ca, ...own }).catch(
    () => 'no response',
  );
  console.log(name.padEnd(8), result);
}
server.close();
