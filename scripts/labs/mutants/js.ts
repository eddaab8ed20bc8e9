import { type AnyNode, type Expression, type Node, parse } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import { altered, type Edit, readSlips } from './edits.ts';

/** What stands in for an operator or a method when someone gets it wrong. */
const slips = readSlips(`
  < <=  <= <  > >=  >= >  === !==  !== ===  + -  - +  * /  / *  % *  && ||  || &&  ?? &&  += -=  -= +=  ++ --  -- ++  & |
  min max  max min  floor ceil  ceil floor  round floor  trunc ceil  some every  every some  push unshift  shift pop
  startsWith includes  endsWith includes  allSettled all  race all  find findLast  indexOf lastIndexOf  lastIndexOf indexOf
`);

/** The mistakes that can be put into a program in JavaScript. */
export function jsEdits(code: string): Edit[] {
  const edits: Edit[] = [];
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  const isModule = program.body.some(({ type }) => type.startsWith('Export'));
  // A module that prints only shows how it is used, which no check looks at.
  const isShown = (statement: Node | undefined) => isModule && code.startsWith('console.', statement?.start);
  fullAncestor(program, (node, _, ancestors) => {
    if (!isShown(ancestors[1])) edits.push(...editsOf(node as AnyNode, { code, ancestors }));
  });
  return edits.filter((edit) => parses(code.slice(0, edit.start) + edit.text + code.slice(edit.end)));
}

function parses(code: string): boolean {
  try {
    return parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) !== undefined;
  } catch {
    return false;
  }
}

const over = ({ start, end }: Node, text: string): Edit => ({ start, end, text });

interface Around {
  readonly code: string;
  readonly ancestors: readonly Node[];
}

function editsOf(node: AnyNode, around: Around): Edit[] {
  const { code } = around;
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return operator(node.operator, { code, from: node.left.end });
    case 'UpdateExpression':
      return operator(node.operator, { code, from: node.start });
    case 'UnaryExpression':
      return ['!', '-'].includes(node.operator) ? [over({ ...node, end: node.argument.start }, '')] : [];
    case 'AwaitExpression':
    case 'SpreadElement':
      return [over({ ...node, end: node.argument.start }, '')];
    case 'Literal':
    case 'TemplateElement':
      return ofConstant(node, around);
    case 'ExpressionStatement':
    case 'ThrowStatement':
    case 'ContinueStatement':
    case 'BreakStatement':
      return [over(node, ';')];
    case 'ReturnStatement':
      return /^return (?:undefined|null|false|0);/u.test(code.slice(node.start)) ? [] : [over(node, 'return;')];
    case 'IfStatement':
      return [over(node.test, 'true'), over(node.test, 'false')];
    case 'ConditionalExpression':
      return [over(node.test, 'true'), over(node.test, 'false')];
    case 'ForOfStatement':
    case 'ForStatement':
      return node.body.type === 'BlockStatement' ? [over({ ...node.body, start: node.body.end - 1 }, 'break; }')] : [];
    case 'CatchClause':
      return [over(node.body, '{ throw 0; }')];
    case 'AssignmentPattern':
      return [over({ ...node, start: node.left.end }, '')];
    case 'ObjectExpression':
      return node.properties.map((_, at) => withoutItem(node.properties, at));
    case 'CallExpression':
      return ofCall(node.callee as Expression, node.end);
    default:
      return [];
  }
}

/** Leaves out an item of a list, and the comma that stood beside it. */
function withoutItem(items: readonly Node[], at: number): Edit {
  const { start = 0, end = 0 } = items[at] ?? {};
  const next = items[at + 1];
  return { start: next ? start : (items[at - 1]?.end ?? start), end: next?.start ?? end, text: '' };
}

function operator(sign: string, { code, from }: { code: string; from: number }): Edit[] {
  const start = code.indexOf(sign, from);
  const text = slips.get(sign);
  return text === undefined ? [] : [{ start, end: start + sign.length, text }];
}

/** Another method of the kind, or none: `names.sort()` becomes `names`. */
function ofCall(callee: Expression, end: number): Edit[] {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return [];
  const { object, property } = callee;
  const text = slips.get(property.name);
  const isNamespace = object.type === 'Identifier' && /^[A-Z]|^console$/u.test(object.name);
  return [
    ...(text === undefined ? [] : [over(property, text)]),
    ...(isNamespace || object.type === 'Super' ? [] : [{ start: object.end, end, text: '' }]),
  ];
}

function ofConstant(
  node: Extract<AnyNode, { type: 'Literal' | 'TemplateElement' }>,
  { code, ancestors }: Around,
): Edit[] {
  const parent = ancestors.at(-2);
  const isPath = parent?.type === 'ImportDeclaration' || parent?.type === 'ExpressionStatement';
  // Authors may word errors and plain-text answers as they like.
  const isSaid = ancestors.some(
    (each) => each.type === 'NewExpression' && /^new (?:\w*Error|Response\(')/u.test(code.slice(each.start)),
  );
  if (node.type === 'TemplateElement')
    return node.value.raw === '' || isSaid ? [] : [over(node, altered(node.value.raw))];
  if (node.regex) return ofPattern(node.start, `/${node.regex.pattern}/${node.regex.flags}`);
  if (typeof node.value === 'number') return [over(node, String(node.value + 1))];
  if (typeof node.value === 'boolean') return [over(node, String(!node.value))];
  if (typeof node.value !== 'string' || isPath || isSaid) return [];
  return [{ start: node.start + 1, end: node.end - 1, text: altered(code.slice(node.start + 1, node.end - 1)) }];
}

/** A pattern without an anchor, a repetition, or a flag. */
function ofPattern(start: number, pattern: string): Edit[] {
  return [...pattern.matchAll(/(?<=^\/)\^|\$(?=\/\w*$)|(?<![\\(/])[+*?]|(?<=\/[a-z]*)[gimsy](?=[a-z]*$)/gu)].map(
    ({ 0: { length }, index }) => ({ start: start + index, end: start + index + length, text: '' }),
  );
}
