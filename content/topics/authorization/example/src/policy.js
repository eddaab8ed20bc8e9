// #region policy
const always = () => true;
const own = (user, grade) => grade.student === user.id;
const teaches = (user, grade) => grade.teacher === user.id;

export const rules = new Map([
  ['student grade:read', own],
  ['teacher grade:read', teaches],
  [
    'teacher grade:write',
    (user, grade) => teaches(user, grade) && !grade.closed,
  ],
  ['registrar grade:read', always],
  ['registrar grade:write', always],
]);

export function may(user, action, record) {
  return user.roles.some(
    (role) => rules.get(`${role} ${action}`)?.(user, record) === true,
  );
}
// #endregion policy

// #region visible
/** The same rule as 'grade:read', as a condition for a query. */
export const visible = `(
  ('student' = ANY ($2) AND student = $1)
  OR ('teacher' = ANY ($2) AND teacher = $1)
  OR 'registrar' = ANY ($2)
)`;
// #endregion visible
