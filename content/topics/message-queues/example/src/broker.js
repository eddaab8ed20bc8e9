// #region topology
/** Creates the exchange and the queues; does nothing if they're there already. */
export async function setUp(channel, pauses = [1_000, 10_000, 60_000]) {
  await channel.assertExchange('sales', 'topic', { durable: true });

  await channel.assertQueue('points', {
    durable: true,
    arguments: {
      'x-queue-type': 'quorum', // copies on several brokers of a cluster
      'x-delivery-limit': 5, // a message that kills its worker ends up dead
      'x-dead-letter-exchange': '', // the default exchange: straight to a queue
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
        'x-message-ttl': pause,
        'x-dead-letter-exchange': '',
        'x-dead-letter-routing-key': 'points',
      },
    });
  }
  await channel.assertQueue('points.dead', { durable: true });
}
// #endregion topology

// #region publish
/** Publishes, and resolves when the broker has stored the message in a queue. */
export function publish(channel, exchange, key, content, options) {
  return new Promise((resolve, reject) => {
    let returned = false;
    // The broker sends a message back that no queue takes.
    const onReturn = (message) => {
      returned ||= message.properties.messageId === options.messageId;
    };
    const failed = () => finish(new Error('the channel was closed'));
    const finish = (error) => {
      channel.off('return', onReturn);
      channel.off('close', failed);
      if (error) reject(error);
      else if (returned) reject(new Error(`no queue for ${key}`));
      else resolve();
    };
    channel.on('return', onReturn);
    channel.on('close', failed);
    channel.publish(
      exchange,
      key,
      content,
      { ...options, persistent: true, mandatory: true },
      finish, // called when the broker confirms or refuses
    );
  });
}
// #endregion publish
