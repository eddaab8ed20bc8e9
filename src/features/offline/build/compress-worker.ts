import { parentPort, workerData } from 'node:worker_threads';
import { gzip } from 'libdeflate';

/** The strongest level of libdeflate: a twenty-eighth smaller than what zlib makes, and unpacked by every browser. */
const strongest = 12;

parentPort?.postMessage((workerData as readonly Uint8Array[]).map((content) => gzip(content, strongest)));
