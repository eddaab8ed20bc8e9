import { createApp } from '../src/app.js';

const server = createApp({ isStopping: false });
server.listen(Number(process.env.PORT), () => console.log('listening'));
