import { aborted } from 'node:util';
import { z } from 'zod';

/** An error whose message the model should read. */
export class ToolError extends Error {}

const HANDOVER = 'Someone from the restaurant will call you back.';
const definition = ({ name, description, input }) => ({
  name,
  description,
  input_schema: z.toJSONSchema(input),
});

// #region tool
const inTime = (work, signal) => {
  const late = aborted(signal, signal).then(() => signal.throwIfAborted());
  return Promise.race([work, late]);
};

async function runTool(tools, { id, name, input }, context) {
  const result = (content, is_error = false) => ({
    type: 'tool_result',
    tool_use_id: id,
    content,
    is_error,
  });
  const tool = tools.find((candidate) => candidate.name === name);
  if (!tool) return result(`There is no tool ${name}.`, true);
  const args = tool.input.safeParse(input);
  if (!args.success) return result(z.prettifyError(args.error), true);
  try {
    return result(await inTime(tool.run(args.data, context), context.signal));
  } catch (error) {
    if (context.signal.aborted) throw error;
    if (error instanceof ToolError) return result(error.message, true);
    context.log(error); // the model doesn't get to see this one
    return result('The tool is out of order. Offer a call back.', true);
  }
}
// #endregion tool

// #region loop
export async function converse(client, tools, history, question, context) {
  const { today, signal, log, maxSteps = 6 } = context;
  const messages = [...history, { role: 'user', content: question }];
  const end = (text, content = text) => ({
    text,
    messages: [...messages, { role: 'assistant', content }],
  });
  try {
    for (let step = 1; step <= maxSteps; step += 1) {
      const { content, stop_reason } = await client.messages.create(
        {
          model: 'claude-haiku-5-5',
          max_tokens: 1024,
          system: `You book tables. Today is ${today}.`,
          tools: tools.map(definition),
          messages,
        },
        { signal },
      );
      const texts = content.filter(({ type }) => type === 'text');
      const text = texts.map((block) => block.text).join('');
      if (stop_reason === 'end_turn' && text) return end(text, content);
      if (stop_reason !== 'tool_use') throw new Error(stop_reason); // run nothing
      const results = [];
      for (const block of content)
        if (block.type === 'tool_use')
          results.push(await runTool(tools, block, context));
      messages.push(
        { role: 'assistant', content },
        { role: 'user', content: results }, // all of them in one message
      );
    }
    throw new Error(`no answer after ${maxSteps} steps`);
  } catch (error) {
    log(error); // why someone has to call this guest
  }
  return end(HANDOVER);
}
// #endregion loop
