// #region topology
// Copies on several brokers of a cluster. A message that moves to another queue
// stays in this one until the other has it.
const quorum = {
  'x-queue-type': 'quorum',
  'x-dead-letter-exchange': '', // the default exchange: straight to a queue
  'x-dead-letter-strategy': 'at-least-once',
  'x-overflow': 'reject-publish', // the strategy above needs this
};

/** Creates the exchange and the queues; does nothing if they're there already. */
export async function setUp(channel, pauses = [1_000, 10_000, 60_000]) {
  await channel.assertExchange('sales', 'topic', { durable: true });

  await channel.assertQueue('points', {
    durable: true,
    arguments: {
      ...quorum,
      'x-delivery-limit': 5, // a message that kills its worker ends up dead
      'x-dead-letter-routing-key': 'points.dead',
    },
  });
  await channel.bindQueue('points', 'sales', 'ticket.sold');

  // Messages wait here, and go back to `points` when their time is over. Each
  // pause has a queue of its own: only the first message of a queue can expire.
  for (const [i, pause] of pauses.entries()) {
    await channel.assertQueue(`points.wait.${i + 1}`, {
      durable: true,
      arguments: {
        ...quorum,
        'x-message-ttl': pause,
        'x-dead-letter-routing-key': 'points',
      },
    });
  }
  await channel.assertQueue('points.dead', {
    durable: true,
    arguments: { 'x-queue-type': 'quorum' },
  });
}
// #endregion topology

// #region publish
/** Returns a function that resolves when a queue has stored the message. */
export function createPublisher(channel) {
  const returned = new Set(); // the broker sends back what no queue takes
  channel.on('return', ({ properties }) => returned.add(properties.messageId));

  return (exchange, key, content, options) =>
    new Promise((resolve, reject) => {
      const finish = (error) => {
        if (error) reject(error);
        else if (returned.delete(options.messageId))
          reject(new Error(`no queue for ${key}`));
        else resolve();
      };
      channel.publish(
        exchange,
        key,
        content,
        { ...options, persistent: true, mandatory: true },
        finish, // called when the broker confirms or refuses, or is gone
      );
    });
}
// #endregion publish
