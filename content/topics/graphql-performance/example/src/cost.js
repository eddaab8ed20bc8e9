import {
  getNullableType,
  GraphQLError,
  isInputObjectType,
  isListType,
} from 'graphql';
import { getComplexity } from 'graphql-query-complexity';

// #region cost
const weights = {
  'Sighting.nearby': 5, // a geographic search
  'Query.__schema': 500, // large, however short the document is
  'Query.__type': 500,
};

function estimate({ type, field, args, childComplexity }) {
  const own = weights[`${type.name}.${field.name}`] ?? 1;
  const isList = isListType(getNullableType(field.type));
  if (!isList || type.name.startsWith('__')) return own + childComplexity;
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

export const costLimit = (max) => {
  const check = ({ args, setResultAndStopExecution }) => {
    let problem;
    try {
      const cost = costOf(args);
      if (cost <= max) return;
      problem = `This operation costs ${cost}. The limit is ${max}.`;
    } catch (error) {
      problem = error.message; // too many nodes, or a list without a size
    }
    const extensions = { code: 'COST_LIMIT', http: { status: 422 } };
    const errors = [new GraphQLError(problem, { extensions })];
    setResultAndStopExecution({ errors });
  };
  return { onExecute: check, onSubscribe: check };
};
// #endregion cost

// #region lists
export function listsWithoutSize(schema) {
  const found = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !type.getFields) continue;
    if (isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type))) continue;
      const first = field.args.find(({ name }) => name === 'first');
      if (`${first?.type}` !== 'Int!') found.push(`${type.name}.${field.name}`);
    }
  }
  return found;
}
// #endregion lists
