// Prints what travels over the WebSocket of one hub connection.
const server = process.argv[2] ?? 'http://localhost:5080';
const login = await fetch(`${server}/login`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ name: 'north', key: process.env.SCREEN_KEY }),
});
const { accessToken } = await login.json();

// #region wire
const end = '\u001e';
const url = `${server.replace('http', 'ws')}/lifts?access_token=${encodeURIComponent(accessToken)}`;
const socket = new WebSocket(url);
const send = (message) => {
  console.log('->', JSON.stringify(message));
  socket.send(JSON.stringify(message) + end);
};
socket.onmessage = ({ data }) => {
  for (const message of data.split(end).filter(Boolean)) console.log('<-', message);
};
socket.onopen = () => {
  send({ protocol: 'json', version: 1 });
  send({ type: 1, invocationId: '1', target: 'Watch', arguments: ['A'] });
  send({ type: 1, invocationId: '2', target: 'Watch', arguments: ['B'] });
  send({ type: 1, invocationId: '3', target: 'Open', arguments: [] });
  send({ type: 1, target: 'Open', arguments: [] });
};
// #endregion wire
