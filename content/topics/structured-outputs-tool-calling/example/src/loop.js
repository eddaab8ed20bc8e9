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
    return result(await tool.run(args.data, context));
  } catch (error) {
    if (error instanceof ToolError) return result(error.message, true);
    context.log(error); // the model doesn't get to see this one
    return result('The tool is out of order. Offer a call back.', true);
  }
}
// #endregion tool

// #region loop
export async function converse(client, tools, question, context, maxSteps = 6) {
  const messages = [{ role: 'user', content: question }];
  for (let step = 1; step <= maxSteps; step += 1) {
    const message = await client.messages.create(
      {
        model: 'claude-haiku-5-5',
        max_tokens: 1024,
        system: `You book tables. Today is ${context.today}.`,
        tools: tools.map(definition),
        messages,
      },
      { signal: context.signal },
    );
    const { content, stop_reason } = message;
    messages.push({ role: 'assistant', content });
    if (stop_reason === 'end_turn') {
      const texts = content.filter(({ type }) => type === 'text');
      return { text: texts.map(({ text }) => text).join(''), messages };
    }
    if (stop_reason !== 'tool_use') break; // cut off or refused: run nothing
    const results = [];
    for (const block of content)
      if (block.type === 'tool_use')
        results.push(await runTool(tools, block, context));
    messages.push({ role: 'user', content: results }); // all of them at once
  }
  return { text: HANDOVER, messages };
}
// #endregion loop
