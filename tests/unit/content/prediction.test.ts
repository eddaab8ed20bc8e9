import { describe, expect, it } from 'vitest';
import { parseBody } from '#content/parse-body.ts';
import { choicesIn, holds } from '#content/prediction.ts';

it.each([
  ['', undefined],
  ['predicted', undefined],
  ['predict', []],
  ['predict="200|404|405"', ['200', '404', '405']],
])('choicesIn reads from %j the choices %j', (meta, choices) => {
  expect(choicesIn(meta)).toEqual(choices);
});

describe('holds', () => {
  it.each(['1', '[ 1, 2 ]', 'it is 1.', '(1 row)', 'a=1'])('finds a word of its own in %j', (output) => {
    expect(holds(output, '1')).toBe(true);
  });

  it.each(['10', '1.5', '0.1', '-1', 'v1'])('does not find it as a part of %j', (output) => {
    expect(holds(output, '1')).toBe(false);
  });

  it('takes signs of patterns for what they are', () => {
    expect(holds("[ 'a', (b) ]", "[ 'a', (b) ]")).toBe(true);
    expect(holds('abc', 'a.c')).toBe(false);
  });
});

describe('predictions of a page', () => {
  const first = (mdx: string) => parseBody(mdx).predictions[0];
  const output = '```output predict="1|2"\n1\n```\n';

  it('are outputs whose fence says so', () => {
    expect(first(`## Ones\n\n\`\`\`js\n1;\n\`\`\`\n\n${output}`)).toEqual({
      choices: ['1', '2'],
      output: '1',
      code: '1;',
      section: 'Ones',
      isOfSample: true,
      line: 7,
    });
    expect(first('```js\n1;\n```\n\n```output\n1\n```\n')).toBeUndefined();
  });

  it('show the program together with the command that runs it', () => {
    const command = '```sh fragment\nnode one.js\n```\n\n';
    expect(first(`\`\`\`js\n1;\n\`\`\`\n\n${command}${output}`)?.code).toBe('1;\n\nnode one.js');
    expect(first(`\`\`\`output\n1\n\`\`\`\n\n${command}${output}`)?.code).toBe('node one.js');
  });

  it.each(['Text.', '```js varies\n1;\n```', '```output\n1\n```'])('know that %j is no sample to predict', (before) => {
    expect(first(`${before}\n\n${output}`)?.isOfSample).toBe(false);
  });
});
