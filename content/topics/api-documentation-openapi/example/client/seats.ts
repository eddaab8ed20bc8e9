import createClient from 'openapi-fetch';
import type { paths } from './api.js';

const api = createClient<paths>({
  baseUrl: 'http://localhost:3000',
  headers: { 'X-Api-Key': 'demo' },
});

const { data, error } = await api.GET('/rooms/{id}', {
  params: { path: { id: 'main' } },
});
if (error) console.log('No room:', error.title);
else console.log(data.freeSeats, 'free, until', data.closesAt ?? 'morning');
