import { isAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { schema, staticPolicies } from './policies.js';

// #region decide
/** May this user do this with this invoice now? Roles first, then rules. */
export async function decide(db, { user, action, invoice, year }) {
  const { rows } = await db.query(
    'SELECT FROM effective WHERE person = $1 AND permission = $2',
    [user.id, action],
  );
  if (rows.length === 0)
    return { allowed: false, because: 'no role grants it' };

  return judge(isAuthorized(toCedar({ user, action, invoice, year })));
}

export function judge(answer) {
  if (answer.type === 'failure') {
    const [{ message }] = answer.errors;
    return { allowed: false, because: `cannot decide: ${message}` };
  }
  const { decision, diagnostics } = answer.response;
  if (diagnostics.errors.length > 0) {
    return { allowed: false, because: 'a rule could not be evaluated' };
  }
  return {
    allowed: decision === 'allow',
    because: diagnostics.reason.join(', ') || 'no rule permits it',
  };
}
// #endregion decide

// #region to-cedar
const uid = (type, id) => ({ type, id });

export function toCedar({ user, action, invoice, year }) {
  const principal = uid('User', user.id);
  const resource = uid('Invoice', invoice.id);
  const { department, amount, editors } = invoice;
  return {
    principal,
    action: uid('Action', action),
    resource,
    context: { year },
    policies: { staticPolicies },
    schema,
    validateRequest: true,
    entities: [
      {
        uid: principal,
        attrs: { department: user.department, limit: user.limit },
        parents: [],
      },
      {
        uid: resource,
        attrs: {
          ...{ department, amount, year: invoice.year },
          editors: editors?.map((id) => ({ __entity: uid('User', id) })),
        },
        parents: [],
      },
    ],
  };
}
// #endregion to-cedar
