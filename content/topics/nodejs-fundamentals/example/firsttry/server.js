import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const server = createServer(async (req, res) => {
  const url = new URL(req.url, 'http://localhost');
  const halls = JSON.parse(await readFile('halls.json', 'utf8'));
  const hall = halls[url.searchParams.get('hall')];
  res.end(`open until ${hall.closes}\n`);
});

server.listen(3000, () => console.log('listening on port 3000'));
