import express from 'express';
import { Refused, refresh, startPayment } from './payments.js';
import { settleRefund } from './refunds.js';

export function createApp(deps) {
  const { stripe, webhookSecret, live } = deps;
  const app = express();

  app.post('/bookings/:id/payment', async (req, res) => {
    res.redirect(303, await startPayment(deps, req.params.id));
  });

  app.get('/thanks', async (req, res) => {
    const session = String(req.query.session);
    if (!/^cs_\w+$/.test(session)) return res.sendStatus(404);
    res.json({ status: await refresh(deps, session) });
  });

  // #region webhook
  const rawBody = express.raw({ type: 'application/json' });
  app.post('/stripe-events', rawBody, async (req, res) => {
    let event;
    try {
      const signature = req.get('stripe-signature');
      event = stripe.webhooks.constructEvent(
        req.body,
        signature,
        webhookSecret,
      );
    } catch {
      return res.sendStatus(400);
    }
    if (event.livemode !== live) return res.sendStatus(400);
    try {
      await handle(event);
    } catch (error) {
      if (!(error instanceof Refused)) throw error; // it'll be sent again
      console.error(`ALERT: ${event.type}: ${error.message}`);
    }
    res.sendStatus(200);
  });

  async function handle({ type, data: { object } }) {
    const refundId = object.object === 'refund' && object.metadata.refund;
    if (object.object === 'checkout.session') await refresh(deps, object.id);
    else if (refundId) await settleRefund(deps, refundId);
    else console.error(`ALERT: ${type} ${object.id}`);
  }
  // #endregion webhook

  app.use((error, req, res, next) => {
    if (res.headersSent) return next(error);
    if (error.code === 'resource_missing') return res.sendStatus(404);
    if (error instanceof Refused) {
      return res.status(409).json({ error: error.message });
    }
    console.error(error.message);
    res.status(503).json({ error: 'Please try again' });
  });
  return app;
}
