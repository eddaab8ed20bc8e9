// Save a new picture and read it at once. The network needs 50 ms.
import { setTimeout as sleep } from 'node:timers/promises';
import { caughtUp, startCluster } from '../dev/cluster.js';
import { currentPhoto, savePhoto } from '../src/photos.js';

const cluster = await startCluster({ delay: 50 });
await savePhoto(cluster, 'ana', 'beach.jpg');
await caughtUp(cluster);

const session = await savePhoto(cluster, 'ana', 'forest.jpg');
console.log('plain read:     ', await currentPhoto(cluster, 'ana'));
console.log('own write:      ', await currentPhoto(cluster, 'ana', session));
await sleep(200);
console.log('0.2 s later:    ', await currentPhoto(cluster, 'ana', session));
await cluster.stop();
