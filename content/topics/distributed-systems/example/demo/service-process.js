import { openRides } from '../src/rides.js';
import { createService } from '../src/service.js';

const [file, port] = process.argv.slice(2);
const server = createService(openRides(file));
server.listen(Number(port), '127.0.0.1', () => {
  process.send(server.address().port);
});
process.on('disconnect', () => process.exit());
