import { createPublisher } from './broker.js';
import { BadMessage } from './points.js';

// #region worker
/** Takes messages from `queue` and acknowledges each when it's dealt with. */
export async function startWorker(channel, queue, handle, held = 10) {
  const publish = createPublisher(channel);
  await channel.prefetch(held); // how many unacknowledged messages at most

  async function onMessage(message) {
    if (message === null) throw new Error(`${queue} was deleted`);
    const { properties, content } = message;
    const attempt = Number(properties.headers?.['x-attempt'] ?? 1);
    try {
      await handle(properties.messageId, content.toString());
    } catch (error) {
      const again =
        [1, 2, 3].includes(attempt) && !(error instanceof BadMessage);
      const target = again ? `${queue}.wait.${attempt}` : `${queue}.dead`;
      await publish('', target, content, {
        messageId: properties.messageId,
        contentType: properties.contentType,
        headers: {
          'x-attempt': attempt + 1,
          'x-error': error.message.slice(0, 1_000), // headers have a limit
        },
      });
    }
    channel.ack(message);
  }

  const { consumerTag } = await channel.consume(queue, (message) => {
    onMessage(message).catch((error) => {
      // Not acknowledged: closing the channel gives the message back.
      console.error(`worker: ${error.message}`);
      channel.close().catch(() => {});
    });
  });
  return () => channel.cancel(consumerTag);
}
// #endregion worker

// #region replay
/** Puts dead messages back into the queue, after you've fixed the cause. */
export async function replay(channel, queue) {
  const publish = createPublisher(channel);
  // Only those that are there now: some may fail again and come back.
  const { messageCount } = await channel.checkQueue(`${queue}.dead`);
  for (let count = 0; count < messageCount; count++) {
    const message = await channel.get(`${queue}.dead`);
    if (!message) return count;
    await publish('', queue, message.content, {
      messageId: message.properties.messageId,
      contentType: message.properties.contentType,
    });
    channel.ack(message);
  }
  return messageCount;
}
// #endregion replay
