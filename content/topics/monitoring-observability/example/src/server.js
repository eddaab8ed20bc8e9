import { app, internal } from './app.js';

app.listen(3000);
internal.listen(9464, '127.0.0.1');
