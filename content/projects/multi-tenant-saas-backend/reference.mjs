// A solution of the Multi-tenant SaaS Backend without packages. It keeps everything in memory, where the project asks for a
// database with row-level security, and has neither a billing provider nor exports.
import { check, Problem, serve } from '../serve.mjs';

const plans = { free: { projects: 2 }, team: { projects: 50 } };
const tenants = new Map();
let lastId = 0;
const notFound = () => new Problem(404, 'not-found', 'There is nothing at this address');
const roles = ['viewer', 'member', 'owner'];

function userOf({ bearer }) {
  const [, id] = /^test-user-(\d+)$/.exec(bearer ?? '') ?? [];
  if (!id) throw new Problem(401, 'token', 'A valid token is needed');
  return id;
}

/** The tenant of the path, for a member with at least this role: the one place that every route goes through. */
function tenantFor(context, least) {
  const user = userOf(context);
  const tenant = tenants.get(context.params.t);
  const role = tenant?.members.get(user);
  if (!role || tenant.isClosed) throw notFound();
  if (roles.indexOf(role) < roles.indexOf(least)) throw new Problem(403, 'role', `Only a ${least} may do that`);
  return { tenant, user };
}

const nameOf = ({ name }) => {
  check(['name', typeof name === 'string' && name.trim() !== '' && name.length <= 100, 'must have 1 to 100 characters']);
  return name;
};
const shown = ({ id, name, version }) => ({ headers: { etag: `"${version}"` }, body: { id, name } });

async function addProject(context) {
  const { tenant } = tenantFor(context, 'member');
  const name = nameOf(await context.json());
  const allowed = plans[tenant.plan].projects;
  if (tenant.projects.size >= allowed) throw new Problem(403, 'plan-limit', `Your plan allows ${allowed} projects`, { limit: 'projects', allowed });
  const project = { id: String(++lastId), name, version: 1 };
  tenant.projects.set(project.id, project);
  return { status: 201, ...shown(project) };
}

async function changeProject(context) {
  const { tenant } = tenantFor(context, 'member');
  const project = tenant.projects.get(context.params.id);
  if (!project) throw notFound();
  const name = nameOf(await context.json());
  const wanted = context.headers['if-match'];
  if (wanted === undefined) throw new Problem(428, 'if-match', 'Say in If-Match which version you change');
  if (wanted !== `"${project.version}"`) throw new Problem(412, 'version', 'Someone else changed the project');
  Object.assign(project, { name, version: project.version + 1 });
  return shown(project);
}

const checkRole = (role) => check(['role', roles.includes(role), `must be ${roles.join(', ')}`]);

/** Gives a member another role, or none, unless the tenant would lose its last owner. */
function setRole(tenant, member, role) {
  const owners = [...tenant.members].filter(([, each]) => each === 'owner');
  if (tenant.members.get(member) === 'owner' && role !== 'owner' && owners.length === 1) throw new Problem(409, 'last-owner', 'A tenant keeps an owner');
  if (role) tenant.members.set(member, role);
  else tenant.members.delete(member);
}

serve({
  'POST /tenants': async (context) => {
    const user = userOf(context);
    const tenant = { id: String(++lastId), name: nameOf(await context.json()), plan: 'free', members: new Map([[user, 'owner']]), projects: new Map() };
    tenants.set(tenant.id, tenant);
    return { status: 201, headers: { location: `/tenants/${tenant.id}` }, body: { id: tenant.id, name: tenant.name } };
  },
  'GET /tenants/{t}/projects': (context) => {
    const { tenant } = tenantFor(context, 'viewer');
    return { body: { items: [...tenant.projects.values()].map(({ id, name }) => ({ id, name })), nextCursor: null } };
  },
  'POST /tenants/{t}/projects': addProject,
  'PATCH /tenants/{t}/projects/{id}': changeProject,
  'POST /tenants/{t}/invitations': async (context) => {
    const { tenant } = tenantFor(context, 'owner');
    const { email, role } = await context.json();
    checkRole(role);
    const [, user] = /^user-(\d+)@example\.test$/.exec(email) ?? [];
    check(['email', user !== undefined, 'must be an address of a test user']);
    check(['email', !tenant.members.has(user), 'must not belong to a member']);
    // There is no mail here: the invitation is accepted at once.
    tenant.members.set(user, role);
    return { status: 202 };
  },
  'PATCH /tenants/{t}/members/{u}': async (context) => {
    const { tenant } = tenantFor(context, 'owner');
    const { u: member } = context.params;
    if (!tenant.members.has(member)) throw notFound();
    const { role } = await context.json();
    checkRole(role);
    setRole(tenant, member, role);
    return { body: { user: member, role } };
  },
  'DELETE /tenants/{t}/members/{u}': (context) => {
    const { u: member } = context.params;
    const { tenant } = tenantFor(context, userOf(context) === member ? 'viewer' : 'owner');
    if (!tenant.members.has(member)) throw notFound();
    setRole(tenant, member, undefined);
    return { status: 204 };
  },
  'POST /tenants/{t}/checkout': (context) => {
    tenantFor(context, 'owner');
    return { status: 201, body: { url: 'https://billing.example/checkout' } };
  },
  'GET /tenants/{t}/entitlements': (context) => {
    const { tenant } = tenantFor(context, 'viewer');
    return { body: { plan: tenant.plan, limits: plans[tenant.plan], used: { projects: tenant.projects.size } } };
  },
  'POST /tenants/{t}/exports': (context) => {
    const { tenant } = tenantFor(context, 'owner');
    return { status: 202, headers: { location: `/tenants/${tenant.id}/exports/1` } };
  },
  'DELETE /tenants/{t}': (context) => {
    tenantFor(context, 'owner').tenant.isClosed = true;
    return { status: 202 };
  },
  // Without a provider there is no one who could have signed an event.
  'POST /billing/events': () => {
    throw new Problem(400, 'signature', 'The event is not signed');
  },
});
