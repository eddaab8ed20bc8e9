// Multi-tenant SaaS Backend, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test multi-tenant-saas-backend.test.mjs
//
// Needs Node.js 22 or later and no package. Every run creates tenants and users of its own.
// Not tested: what the database refuses to its own role, billing events with a signature, the grace period, jobs, caches and logs,
// the audit log, more than one page of a list, what an export holds, a closed tenant and its data after 30 days, and the load
// (milestone 5).
import { randomInt } from 'node:crypto';
import { describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

const newUser = () => {
  const id = String(randomInt(1_000_000, 1_000_000_000));
  return { id, headers: { authorization: `Bearer test-user-${id}` } };
};
const as = ({ headers }, method, path, body, more = {}) => call(method, path, { headers: { ...headers, ...more }, body });

async function newTenant(owner) {
  const response = await as(owner, 'POST', '/tenants', { name: 'Stone & Sons' });
  expect(response).status(201, 'for a new tenant').that(response.json?.id, 'an "id" of the tenant');
  return response.json.id;
}

/** Makes someone a member: while you develop, an invitation to user-7@example.test is accepted at once by user 7. */
async function invite(owner, tenant, { id }, role = 'member') {
  const response = await as(owner, 'POST', `/tenants/${tenant}/invitations`, { email: `user-${id}@example.test`, role });
  expect(response).status(202, 'for an invitation');
}

async function newProject(user, tenant, name = 'Bridge') {
  const response = await as(user, 'POST', `/tenants/${tenant}/projects`, { name });
  expect(response).status(201, 'for a project within the plan').that(response.json?.id, 'an "id" of the project').header('ETag', /"/, 'to be there');
  return { id: response.json.id, etag: response.headers.get('etag') };
}
const projects = (user, tenant) => as(user, 'GET', `/tenants/${tenant}/projects`);
const patch = (user, tenant, { id, etag }, body = { name: 'Tower' }) =>
  as(user, 'PATCH', `/tenants/${tenant}/projects/${id}`, body, etag ? { 'if-match': etag } : {});
const setRole = (user, tenant, { id }, role) => as(user, 'PATCH', `/tenants/${tenant}/members/${id}`, { role });
const remove = (user, tenant, { id }) => as(user, 'DELETE', `/tenants/${tenant}/members/${id}`);

/** Strangers get 404 from these routes below a tenant, callers without a token 401, and the tenant stays as it is. */
async function refusesStrangers(pathsOf) {
  const [ann, ben] = [newUser(), newUser()];
  const tenant = await newTenant(ann);
  const project = await newProject(ann, tenant);
  const body = { name: 'Mine', role: 'owner', email: 'x@example.test', plan: 'team' };
  for (const [method, path] of pathsOf({ ann, project })) {
    const sent = method === 'GET' || method === 'DELETE' ? undefined : body;
    expect(await as(ben, method, `/tenants/${tenant}${path}`, sent, { 'if-match': project.etag })).status(404, 'for someone who is no member');
    expect(await call(method, `/tenants/${tenant}${path}`, { body: sent, headers: { 'if-match': project.etag } })).status(401, 'without a token');
  }
  expect(await projects(ann, tenant)).status(200, 'for the owner').field('items.0.name', 'Bridge', 'as before');
}
/** What only an owner may do gets 403 from a viewer and from a member. */
async function refusesOthers(path, body) {
  const [ann, mia, vic] = [newUser(), newUser(), newUser()];
  const tenant = await newTenant(ann);
  await invite(ann, tenant, mia);
  await invite(ann, tenant, vic, 'viewer');
  const [method, rest] = path.split(' ');
  for (const [user, who] of [[mia, 'a member'], [vic, 'a viewer']]) expect(await as(user, method, `/tenants/${tenant}${rest ?? ''}`, body)).status(403, `for ${who}`);
  return { ann, tenant };
}

describe('Stage 1: Isolation', () => {
  it('a new tenant has no projects', async () => {
    const ann = newUser();
    expect(await projects(ann, await newTenant(ann))).status(200, 'for the owner').field('items', []).field('nextCursor', null);
  });

  it('a project is created and listed', async () => {
    const ann = newUser();
    const tenant = await newTenant(ann);
    const { id } = await newProject(ann, tenant);
    expect(await projects(ann, tenant)).field('items.0.id', id).field('items.0.name', 'Bridge');
  });

  it('a project is changed if it is unchanged since it was read', async () => {
    const ann = newUser();
    const tenant = await newTenant(ann);
    const project = await newProject(ann, tenant);
    expect(await patch(ann, tenant, project)).status(200, 'for the present ETag').field('name', 'Tower');
    expect(await patch(ann, tenant, project)).status(412, 'for an outdated ETag');
    expect(await patch(ann, tenant, { id: project.id })).status(428, 'without If-Match');
    expect(await patch(ann, tenant, { id: 'bridge', etag: project.etag })).status(404, 'for a project that does not exist');
    const { id, etag } = await newProject(ann, tenant, 'Library');
    const both = await Promise.all(['A', 'B'].map((name) => patch(ann, tenant, { id, etag }, { name })));
    const statuses = both.map(({ status }) => status).sort().join(' and ');
    expect(both[1]).that(statuses === '200 and 412', `one 200 and one 412 for two changes with one ETag (they got ${statuses})`);
  });

  it('a blank name returns 422', async () => {
    const ann = newUser();
    const tenant = await newTenant(ann);
    expect(await as(ann, 'POST', '/tenants', { name: ' ' })).status(422, 'for a tenant without a name');
    expect(await as(ann, 'POST', `/tenants/${tenant}/projects`, { name: '' })).status(422, 'for a project without a name');
    expect(await patch(ann, tenant, await newProject(ann, tenant), { name: '' })).status(422, 'for a change to no name');
  });

  it('without a token there is a 401', async () => {
    expect(await call('POST', '/tenants', { body: { name: 'x' } })).status(401, 'without a token');
    expect(await call('GET', '/tenants/1/projects')).status(401, 'without a token');
    expect(await projects({ headers: { authorization: 'Bearer invented' } }, '1')).status(401, 'for an invented token');
  });

  it('someone who is not a member gets the 404 of an unknown tenant', async () => {
    const [ann, ben] = [newUser(), newUser()];
    const tenant = await newTenant(ann);
    const missing = await projects(ben, '999999999');
    expect(missing).status(404, 'for an unknown tenant');
    const response = await projects(ben, tenant);
    // A body may name the path, or an id of the request.
    const said = ({ json, text }, id) => (json ? [json.type, json.title, json.detail, json.error, json.message].map((each) => String(each).replaceAll(String(id), '').replaceAll(/\d+/g, '')).join() : text.replaceAll(String(id), ''));
    expect(response).status(404, 'for a tenant of others').that(said(response, tenant) === said(missing, '999999999'), `what is said of an unknown tenant: ${missing.text}`);
    expect(await projects(ben, 'stone')).status(404, 'for an unknown tenant, also if its id is no number');
  });

  it("another tenant's project behind one's own tenant returns 404", async () => {
    const [ann, ben] = [newUser(), newUser()];
    const [hers, his] = [await newTenant(ann), await newTenant(ben)];
    const project = await newProject(ann, hers);
    expect(await patch(ben, his, project)).status(404, "for another tenant's project behind one's own tenant");
    expect(await projects(ann, hers)).field('items.0.name', 'Bridge', 'as before');
    expect(await projects(ben, his)).field('items', [], 'in the other tenant');
  });

  it('the tenant comes from the path, not from the body', async () => {
    const [ann, ben] = [newUser(), newUser()];
    const [hers, his] = [await newTenant(ann), await newTenant(ben)];
    const response = await as(ben, 'POST', `/tenants/${his}/projects`, { name: 'Planted', tenant_id: hers, tenantId: hers });
    expect(response).that([201, 422].includes(response.status), '201 in the tenant of the path, or 422, for a body with the id of another tenant');
    expect(await projects(ann, hers)).field('items', [], 'in the tenant that the body named');
  });

  it('strangers get 404 from the routes of projects, and nothing changes', () => refusesStrangers(({ project }) => [['POST', '/projects'], ['PATCH', `/projects/${project.id}`]]));
});

describe('Stage 2: People', () => {
  it('one user may belong to two tenants, with a role in each', async () => {
    const [ann, ben] = [newUser(), newUser()];
    const [hers, his] = [await newTenant(ann), await newTenant(ben)];
    await newProject(ann, hers, 'Hers');
    await newProject(ben, his, 'His');
    await invite(ann, hers, ben, 'viewer');
    expect(await projects(ben, hers)).status(200, 'for a viewer').field('items.0.name', 'Hers');
    expect(await projects(ben, his)).status(200, 'for the owner').field('items.0.name', 'His');
    expect(await as(ben, 'POST', `/tenants/${hers}/projects`, { name: 'x' })).status(403, 'for a viewer here, who is an owner elsewhere');
    await newProject(ben, his);
    expect(await remove(ann, hers, ben)).status(204, 'for removing a viewer');
    expect(await projects(ben, his)).status(200, 'for the owner, who was removed from another tenant');
  });

  it('strangers get 404 from the routes of members, and nothing changes', () => refusesStrangers(({ ann }) => [['POST', '/invitations'], ['PATCH', `/members/${ann.id}`], ['DELETE', `/members/${ann.id}`]]));

  it('a viewer reads, and does not write', async () => {
    const [ann, vic] = [newUser(), newUser()];
    const tenant = await newTenant(ann);
    const project = await newProject(ann, tenant);
    await invite(ann, tenant, vic, 'viewer');
    expect(await projects(vic, tenant)).status(200, 'for a viewer');
    expect(await as(vic, 'POST', `/tenants/${tenant}/projects`, { name: 'x' })).status(403, 'for a viewer who writes');
    expect(await patch(vic, tenant, project)).status(403, 'for a viewer who writes');
    expect(await as(vic, 'POST', `/tenants/${tenant}/invitations`, { email: `user-${newUser().id}@example.test`, role: 'member' })).status(403, 'for a viewer who invites');
    expect(await setRole(vic, tenant, vic, 'owner')).status(403, 'for a viewer who makes themselves an owner');
    expect(await remove(vic, tenant, ann)).status(403, 'for a viewer who removes the owner');
  });

  it('a member works, and does not manage members', async () => {
    const [ann, mia, eve] = [newUser(), newUser(), newUser()];
    const tenant = await newTenant(ann);
    await invite(ann, tenant, mia);
    await newProject(mia, tenant);
    expect(await as(mia, 'POST', `/tenants/${tenant}/invitations`, { email: `user-${eve.id}@example.test`, role: 'member' })).status(403, 'for a member who invites');
    expect(await setRole(mia, tenant, mia, 'owner')).status(403, 'for a member who makes themselves an owner');
    expect(await setRole(mia, tenant, ann, 'viewer')).status(403, 'for a member who changes the role of the owner');
    expect(await remove(mia, tenant, ann)).status(403, 'for a member who removes the owner');
  });

  it('an owner changes roles', async () => {
    const [ann, vic] = [newUser(), newUser()];
    const tenant = await newTenant(ann);
    await invite(ann, tenant, vic, 'viewer');
    expect(await setRole(ann, tenant, vic, 'member')).status(200, 'for an owner').field('role', 'member');
    await newProject(vic, tenant);
    expect(await setRole(ann, tenant, vic, 'king')).status(422, 'for an unknown role');
    for (const body of [{ email: `user-${newUser().id}@example.test`, role: 'king' }, { email: 'user', role: 'viewer' }])
      expect(await as(ann, 'POST', `/tenants/${tenant}/invitations`, body)).status(422, `for ${JSON.stringify(body)} as an invitation`);
    expect(await setRole(ann, tenant, newUser(), 'member')).status(404, 'for someone who is no member');
    expect(await remove(ann, tenant, newUser())).status(404, 'for someone who is no member');
  });

  it('a member who was removed, or has left, sees nothing', async () => {
    const [ann, mia, ben] = [newUser(), newUser(), newUser()];
    const tenant = await newTenant(ann);
    await invite(ann, tenant, mia);
    await invite(ann, tenant, ben, 'viewer');
    expect(await remove(ann, tenant, mia)).status(204, 'for removing a member');
    expect(await remove(ben, tenant, ben)).status(204, 'for a viewer who leaves');
    for (const user of [mia, ben]) expect(await projects(user, tenant)).status(404, 'for a former member');
  });

  it('the last owner stays', async () => {
    const [ann, mia] = [newUser(), newUser()];
    const tenant = await newTenant(ann);
    await invite(ann, tenant, mia);
    expect(await remove(ann, tenant, ann)).status(409, 'for the last owner who leaves');
    expect(await setRole(ann, tenant, ann, 'member')).status(409, 'for the last owner who becomes a member');
    await as(ann, 'POST', `/tenants/${tenant}/invitations`, { email: `user-${ann.id}@example.test`, role: 'viewer' });
    const later = await as(ann, 'POST', `/tenants/${tenant}/invitations`, { email: `user-${newUser().id}@example.test`, role: 'viewer' });
    expect(later).status(202, 'for the last owner, whom an invitation as a viewer does not make one');
    await setRole(ann, tenant, mia, 'owner');
    expect(await remove(ann, tenant, ann)).status(204, 'for one of two owners who leaves');
  });

  it('also when two owners remove or demote each other at the same moment', async () => {
    const [ann, mia] = [newUser(), newUser()];
    const tenant = await newTenant(ann);
    await invite(ann, tenant, mia, 'owner');
    const both = await Promise.all([remove(ann, tenant, mia), remove(mia, tenant, ann)]);
    const left = [];
    for (const user of [ann, mia]) if ((await projects(user, tenant)).status === 200) left.push(user);
    expect(both[1]).that(left.length === 1, `one owner who is left (there are ${left.length}; the two got ${both.map(({ status }) => status).join(' and ')})`);
    const tenant2 = await newTenant(ann);
    await invite(ann, tenant2, mia, 'owner');
    await Promise.all([setRole(ann, tenant2, mia, 'member'), setRole(mia, tenant2, ann, 'member')]);
    const invitations = [];
    for (const user of [ann, mia]) invitations.push(await as(user, 'POST', `/tenants/${tenant2}/invitations`, { email: `user-${newUser().id}@example.test`, role: 'viewer' }));
    const owners = invitations.filter(({ status }) => status === 202).length;
    expect(invitations[1]).that(owners === 1, `one owner who is left after two owners demoted each other, and can invite (there are ${owners})`);
  });
});

describe('Stage 3: Plans', () => {
  it('a plan says its limit and what is used', async () => {
    const ann = newUser();
    const tenant = await newTenant(ann);
    await newProject(ann, tenant);
    const vic = newUser();
    await invite(ann, tenant, vic, 'viewer');
    expect(await as(vic, 'GET', `/tenants/${tenant}/entitlements`)).status(200, 'for a viewer').field('plan', 'free').field('limits.projects', 2).field('used.projects', 1);
  });

  it('strangers get 404 from the entitlements', () => refusesStrangers(() => [['GET', '/entitlements']]));

  it('the third project of the free plan returns 403 and says why', async () => {
    const ann = newUser();
    const tenant = await newTenant(ann);
    for (const name of ['One', 'Two']) await newProject(ann, tenant, name);
    expect(await as(ann, 'POST', `/tenants/${tenant}/projects`, { name: 'Three' }))
      .status(403, 'for a third project')
      .field('type', '/problems/plan-limit')
      .field('limit', 'projects')
      .field('allowed', 2);
  });

  it('of 20 requests for the last project exactly one gets it', async () => {
    const ann = newUser();
    const tenant = await newTenant(ann);
    await newProject(ann, tenant);
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => as(ann, 'POST', `/tenants/${tenant}/projects`, { name: `P${index}` })));
    const [won, refused] = [201, 403].map((wanted) => all.filter(({ status }) => status === wanted).length);
    expect(all[0]).that(won === 1 && refused === 19, `one 201 and 19 times 403 for 20 requests at the same moment (they got ${won} and ${refused})`);
    const response = await projects(ann, tenant);
    expect(response).status(200, 'for the owner').that(response.json?.items?.length === 2, 'two projects');
  });

  it('the limit of one tenant does not touch another', async () => {
    const ann = newUser();
    const [full, other] = [await newTenant(ann), await newTenant(ann)];
    for (const name of ['One', 'Two']) await newProject(ann, full, name);
    await newProject(ann, other);
  });
});

describe('Stage 4: Billing', () => {
  it('a billing event that no one signed returns 400 and changes nothing', async () => {
    const ann = newUser();
    const tenant = await newTenant(ann);
    const body = { type: 'subscription.updated', tenant, plan: 'unlimited' };
    expect(await call('POST', '/billing/events', { body })).status(400, 'for an unsigned event');
    expect(await as(ann, 'GET', `/tenants/${tenant}/entitlements`)).field('plan', 'free', 'as before');
  });

  it('only an owner changes the plan', async () => {
    const { ann, tenant } = await refusesOthers('POST /checkout', { plan: 'team' });
    expect(await as(ann, 'POST', `/tenants/${tenant}/checkout`, { plan: 'team' })).status(201, 'for an owner');
    expect(await as(ann, 'GET', `/tenants/${tenant}/entitlements`)).field('plan', 'free', 'until the provider reports the payment');
    await refusesStrangers(() => [['POST', '/checkout']]);
  });
});

describe('Stage 6: Leaving', () => {
  it('only an owner takes the data along', async () => {
    const { ann, tenant } = await refusesOthers('POST /exports', {});
    expect(await as(ann, 'POST', `/tenants/${tenant}/exports`, {})).status(202, 'for an owner');
    await refusesStrangers(() => [['POST', '/exports']]);
  });

  it('only an owner closes a tenant', async () => {
    const { ann, tenant } = await refusesOthers('DELETE');
    expect(await as(ann, 'DELETE', `/tenants/${tenant}`)).status(202, 'for an owner');
    await refusesStrangers(() => [['DELETE', '']]);
  });
});
