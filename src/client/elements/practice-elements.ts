import { readStored } from '../storage.ts';
import { defineOnIntent } from './on-intent.ts';

const hasAddress = () => location.search !== '';

defineOnIntent('practice-room', {
  load: () => import('../practice/room.ts'),
  isWanted: () => hasAddress() || readStored('wayline:practice') !== undefined,
});

defineOnIntent('mock-interview', { load: () => import('../practice/mock.ts'), isWanted: hasAddress });

defineOnIntent('placement-test', { load: () => import('../practice/placement.ts'), isWanted: () => false });
