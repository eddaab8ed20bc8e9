import { countPrimes } from './primes.js';

export default countPrimes; // what pool.run(limit) calls, in the other thread
