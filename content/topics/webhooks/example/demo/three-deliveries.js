import { Webhook } from 'standardwebhooks';

const secret = `whsec_${Buffer.from('a test secret, 24 bytes!').toString('base64')}`;
const wrong = `whsec_${Buffer.from('guessed, 24 bytes long!!').toString('base64')}`;
export const secrets = [secret];

/** Plays three deliveries to a receiver on this port. */
export async function play(port) {
  await deliver(port, 'evt_7', 31, secret); // the real one
  await deliver(port, 'evt_7', 31, secret); // again: the response was lost
  await deliver(port, 'evt_8', 99, wrong); // from someone who found the URL
}

function deliver(port, id, job, key) {
  const now = new Date();
  const body = JSON.stringify({ type: 'transcript.ready', data: { job } });
  return fetch(`http://localhost:${port}/hooks`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(key).sign(id, now, body),
    },
    body,
  });
}
