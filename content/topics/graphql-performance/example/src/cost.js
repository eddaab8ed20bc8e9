import { getNullableType, GraphQLError, isListType } from 'graphql';
import { getComplexity } from 'graphql-query-complexity';

// #region cost
const weights = { 'Sighting.nearby': 5 }; // a geographic search

function estimate({ type, field, args, childComplexity }) {
  const own = weights[`${type.name}.${field.name}`] ?? 1;
  if (!isListType(getNullableType(field.type))) return own + childComplexity;
  return own + Math.max(0, args.first) * (1 + childComplexity);
}

export function costOf({ schema, document, variableValues, operationName }) {
  return getComplexity({
    schema,
    query: document,
    variables: variableValues,
    operationName,
    estimators: [estimate],
    maxQueryNodes: 2_000,
  });
}

export const costLimit = (max) => ({
  onExecute({ args, setResultAndStopExecution }) {
    const cost = costOf(args);
    if (cost <= max) return;
    const message = `This operation costs ${cost}. The limit is ${max}.`;
    const extensions = { code: 'COST_LIMIT', http: { status: 422 } };
    setResultAndStopExecution({
      errors: [new GraphQLError(message, { extensions })],
    });
  },
});
// #endregion cost

// #region lists
export function listsWithoutSize(schema) {
  const found = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !type.getFields) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type))) continue;
      const first = field.args?.find(({ name }) => name === 'first');
      if (`${first?.type}` !== 'Int!') found.push(`${type.name}.${field.name}`);
    }
  }
  return found;
}
// #endregion lists
