import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Test } from '@nestjs/testing';
import { expect, test } from 'vitest';
import { AppModule } from '../src/app.module.js';
import { SHUTDOWN_LIMIT } from '../src/shutdown-limit.js';
import { CourseStore } from '../src/courses/course-store.js';

// #region order
test('a running request is finished before the store closes', async () => {
  const events: string[] = [];
  const store = {
    list: async () => {
      await sleep(200);
      events.push('listed');
      return [];
    },
    onApplicationShutdown: () => events.push('store closed'),
  };
  const module = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(CourseStore)
    .useValue(store)
    .compile();
  const app = module.createNestApplication({ logger: false });
  await app.listen(0, '127.0.0.1');

  const response = fetch(`${await app.getUrl()}/courses`);
  await sleep(100);
  await app.close();
  expect((await response).status).toBe(200);
  expect(events).toEqual(['listed', 'store closed']);
}, 20_000);
// #endregion order

test('an upload that never ends does not stop the shutdown', async () => {
  const module = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(SHUTDOWN_LIMIT)
    .useValue(300)
    .compile();
  const app = module.createNestApplication({ logger: false });
  await app.listen(0, '127.0.0.1');
  const { port } = new URL(await app.getUrl());
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    'POST /courses HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{"ti',
  );
  await sleep(100);
  const start = performance.now();
  await app.close();
  expect(performance.now() - start).toBeLessThan(2_000);
}, 20_000);

test('SIGTERM runs the shutdown hooks', async () => {
  const env = { ...process.env, PORT: '0', NODE_ENV: 'production' };
  const child = spawn(process.execPath, ['dist/main'], { env });
  const ended = once(child, 'exit');
  const seen: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    seen.push(JSON.parse(line).message);
    if (/successfully started/.test(line)) {
      await sleep(300);
      child.kill('SIGTERM');
    }
  }
  expect(await ended).toEqual([null, 'SIGTERM']);
  expect(seen.at(-1)).toBe('store closed');
});
