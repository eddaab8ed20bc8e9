// A throwaway MongoDB server, or the one at MONGODB_URL.
import mongoose from 'mongoose';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, installValidator } from '../src/connect.js';

export async function openLab() {
  const server = process.env.MONGODB_URL
    ? { url: process.env.MONGODB_URL, stop: async () => {} }
    : await startServer();
  const close = async () => {
    await mongoose.disconnect();
    await server.stop();
  };
  try {
    const url = `${server.url}/lab`;
    await mongoose.connect(url, { serverSelectionTimeoutMS: 10_000 });
    await mongoose.connection.dropDatabase();
    await mongoose.disconnect();
    await connect(url);
    await installValidator();
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), 'mongodb-'));
  const port = await freePort();
  const options = [
    '--dbpath',
    folder,
    '--port',
    port,
    '--bind_ip',
    '127.0.0.1',
  ];
  const server = spawn('mongod', options, { stdio: 'ignore' });
  await once(server, 'spawn'); // fails if there's no mongod
  const stop = async () => {
    const exit = once(server, 'exit');
    server.kill();
    await exit;
    await rm(folder, { recursive: true });
  };
  return { url: `mongodb://127.0.0.1:${port}`, stop };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
