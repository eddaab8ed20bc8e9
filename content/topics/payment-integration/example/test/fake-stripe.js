// The few parts of Stripe's API that the example uses, as a server on this
// computer, with Stripe's rules for keys, sessions and refunds.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import express from 'express';

export async function startFakeStripe() {
  const sessions = new Map();
  const refunds = new Map();
  const balance = [];
  let keys = new Map();
  let pageIsOpen = () => {};
  const fake = {
    calls: [],
    lose: 0, // so many responses to POST get lost
    hang: false,
    balance,
    forgetKeys: () => (keys = new Map()),
    onExpire: (callback) => (pageIsOpen = callback),
    sessions: () => [...sessions.values()],
    paid: () => balance.reduce((sum, { amount }) => sum + amount, 0),
    /** The customer pays on the provider's page. */
    pay(id, amount = sessions.get(id).amount_total) {
      const session = sessions.get(id);
      if (session.status !== 'open') throw new Error(session.status);
      const charge = `ch_${randomUUID().slice(0, 8)}`;
      session.status = 'complete';
      session.payment_status = 'paid';
      session.url = null;
      session.amount_total = amount;
      session.payment_intent = { latest_charge: charge };
      balance.push({ source: charge, type: 'charge', amount });
    },
    useFreeCode(id) {
      const session = sessions.get(id);
      Object.assign(session, {
        status: 'complete',
        url: null,
        amount_total: 0,
      });
      session.payment_status = 'no_payment_required';
    },
    failRefund(id) {
      const refund = refunds.get(id);
      refund.status = 'failed';
      const { amount } = refund;
      balance.push({ source: id, type: 'refund_failure', amount });
    },
  };

  const app = express().use(express.urlencoded({ extended: true }));
  app.use('/v1', (req, res, next) => {
    fake.calls.push(`${req.method} ${req.path}`);
    if (fake.hang) return;
    const key = req.get('idempotency-key');
    const body = JSON.stringify(req.body);
    if (req.method !== 'POST' || !key) return next();
    const known = keys.get(key);
    const send = (status, json) => {
      if (fake.lose > 0) {
        fake.lose -= 1;
        return res.destroy();
      }
      res.status(status).type('json').send(json);
    };
    if (known && known.body !== body) {
      const error = { type: 'idempotency_error', message: 'Key was reused' };
      return send(400, JSON.stringify({ error }));
    }
    if (known) return send(200, known.json);
    res.json = (value) => {
      const json = JSON.stringify(value);
      if (res.statusCode === 200) keys.set(key, { body, json });
      send(res.statusCode, json);
    };
    next();
  });
  app.post('/v1/checkout/sessions', (req, res) => {
    const { price_data: price } = req.body.line_items[0];
    const id = `cs_test_${randomUUID().replaceAll('-', '')}`;
    sessions.set(id, {
      id,
      object: 'checkout.session',
      client_reference_id: req.body.client_reference_id,
      amount_total: Number(price.unit_amount),
      currency: price.currency,
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      url: `https://checkout.example/${id}`,
    });
    res.json(sessions.get(id));
  });
  app.get('/v1/checkout/sessions/:id', (req, res) => {
    const session = sessions.get(req.params.id);
    if (session) return res.json(session);
    const error = { type: 'invalid_request_error', code: 'resource_missing' };
    res.status(404).json({ error });
  });
  app.post('/v1/checkout/sessions/:id/expire', async (req, res) => {
    await pageIsOpen(req.params.id);
    const session = sessions.get(req.params.id);
    if (session.status !== 'open') {
      const error = { type: 'invalid_request_error', message: 'Not open' };
      return res.status(400).json({ error });
    }
    session.status = 'expired';
    session.url = null;
    res.json(session);
  });
  app.post('/v1/refunds', (req, res) => {
    const { charge, amount, metadata } = req.body;
    const id = `re_${randomUUID().slice(0, 8)}`;
    const refund = { id, object: 'refund', charge, metadata };
    Object.assign(refund, { amount: Number(amount), status: 'succeeded' });
    refunds.set(id, refund);
    balance.push({ source: id, type: 'refund', amount: -refund.amount });
    res.json(refund);
  });
  app.get('/v1/refunds', (req, res) => {
    const ofCharge = ({ charge }) => charge === req.query.charge;
    const data = [...refunds.values()].filter(ofCharge);
    res.json({ object: 'list', data, has_more: false });
  });
  app.get('/v1/balance_transactions', (req, res) => {
    res.json({ object: 'list', data: balance, has_more: false });
  });

  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  fake.port = server.address().port;
  fake.stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return fake;
}
