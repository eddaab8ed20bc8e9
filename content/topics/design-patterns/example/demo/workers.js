import cluster from 'node:cluster';
import { nextTripNumber } from '../src/trip-number.js';

if (cluster.isPrimary) {
  for (let n = 0; n < 2; n += 1) cluster.fork();
} else {
  const numbers = [nextTripNumber(), nextTripNumber(), nextTripNumber()];
  console.log(`worker ${cluster.worker.id}: ${numbers.join(', ')}`);
  cluster.worker.disconnect();
}
