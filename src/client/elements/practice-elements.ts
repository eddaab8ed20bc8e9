import { readStored } from '../storage.ts';
import { defineOnIntent } from './on-intent.ts';

const hasAddress = () => location.search !== '';

defineOnIntent('practice-room', {
  load: () => import('../practice/room.ts'),
  isWanted: () => hasAddress() || readStored('wayline:practice') !== undefined,
});
