// The only file that knows the provider.
import Anthropic from '@anthropic-ai/sdk';

// #region model
export function createModel({ apiKey, model, deadlineMs = 20_000, baseURL }) {
  const client = new Anthropic({ apiKey, baseURL, maxRetries: 0 });

  return async function complete({ system, user, maxTokens }) {
    try {
      const message = await client.messages.create(
        {
          model,
          system,
          max_tokens: maxTokens,
          messages: [{ role: 'user', content: user }],
        },
        { signal: AbortSignal.timeout(deadlineMs) },
      );
      const text = message.content
        .filter((block) => block.type === 'text')
        .map((block) => block.text)
        .join('');
      const { input_tokens: input, output_tokens: output } = message.usage;
      if (!Number.isFinite(input + output)) throw new TypeError('No usage');
      return { stop: message.stop_reason, text, usage: { input, output } };
    } catch (error) {
      const { status } = error;
      const isOurFault =
        status >= 400 && status < 500 && ![408, 409, 429].includes(status);
      return {
        stop: 'error',
        reason: status ?? error.constructor.name,
        isOurFault,
        isFree: isOurFault || status === 429, // refused before any work
      };
    }
  };
}
// #endregion model
