import { createApp } from './app.js';

const openDoor = (door) => console.log(`door ${door} opens`);
createApp({ openDoor }).listen(3000, () => console.log('listening on 3000'));
