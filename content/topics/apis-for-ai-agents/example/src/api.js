import { requireBearerAuth } from '@modelcontextprotocol/express';
import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from './orders.js';

const Refund = z.strictObject({ amount_cents: z.int().min(1) });
const Decision = z.strictObject({ decision: z.enum(['approved', 'rejected']) });

const problem = (response, status, type) =>
  response
    .status(status)
    .type('application/problem+json')
    .send({ type, status });

/** The API that the website has used for years: the back office, and a seller's own pages. */
export function api({ orders, db, verifier }) {
  const router = Router();
  const backOffice = requireBearerAuth({
    verifier,
    requiredScopes: ['backoffice'],
  });
  const seller = requireBearerAuth({ verifier, requiredScopes: ['seller'] });

  router.get('/orders', backOffice, (_, response) =>
    response.send(db.prepare('SELECT * FROM orders').all()),
  );

  router.post(
    '/orders/:id/refunds',
    backOffice,
    ({ params, body }, response) => {
      const refund = Refund.safeParse(body);
      if (!refund.success)
        return problem(response, 422, '/problems/invalid-body');
      const order = db
        .prepare(
          `UPDATE orders SET refunded_cents = refunded_cents + ?
         WHERE id = ? RETURNING refunded_cents`,
        )
        .get(refund.data.amount_cents, params.id);
      if (!order) return problem(response, 404, '/problems/not-found');
      response.status(201).send(order);
    },
  );

  // #region decision
  router.post('/refund-requests/:id/decision', seller, (request, response) => {
    const input = Decision.safeParse(request.body);
    if (!input.success) return problem(response, 422, '/problems/invalid-body');
    const { user } = request.auth.extra;
    const { decision } = input.data;
    const order = orders.decideRefund(user, request.params.id, decision);
    response.send({ refunded_cents: order.refunded_cents });
  });
  // #endregion decision

  router.use((error, _request, response, next) => {
    if (!(error instanceof Refusal)) return next(error);
    problem(response, 409, '/problems/refused');
  });
  return router;
}
