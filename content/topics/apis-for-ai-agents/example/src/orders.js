import { randomUUID } from 'node:crypto';
import { transaction } from './db.js';

/** A refusal whose message the caller may read. */
export class Refusal extends Error {}

const euros = (cents) => `${(cents / 100).toFixed(2)} EUR`;

/** What sellers may do with orders, for the API and for the tools alike. */
export function orderService(db) {
  const ownOrder = db.prepare(
    `SELECT * FROM orders
     WHERE id = ? AND shop = (SELECT shop FROM sellers WHERE id = ?)`,
  );

  function get(seller, id) {
    const order = ownOrder.get(id, seller);
    if (!order)
      throw new Refusal(`You have no order ${id}. search_orders lists IDs.`);
    return order;
  }

  function search(
    seller,
    { status = null, placedFrom = '', after = 0, limit },
  ) {
    return db
      .prepare(
        `SELECT * FROM orders
         WHERE shop = (SELECT shop FROM sellers WHERE id = :seller)
           AND (:status IS NULL OR status = :status)
           AND placed_on >= :placedFrom AND id > :after
         ORDER BY id LIMIT :limit`,
      )
      .all({ seller, status, placedFrom, after, limit });
  }

  // #region request
  const requestRefund = (seller, { orderId, toCents, reason }) =>
    transaction(db, () => {
      const order = get(seller, orderId);
      const { refunded_cents: from, total_cents: total } = order;
      if (toCents === from) return { status: 'approved', to_cents: toCents };
      if (from === total) throw new Refusal('The order is fully refunded.');
      if (toCents < from || toCents > total)
        throw new Refusal(
          `${euros(from)} of ${euros(total)} are already refunded. ` +
            `refund_total_cents must be from ${from + 1} to ${total}.`,
        );
      const open = db
        .prepare(
          `SELECT * FROM refund_requests
           WHERE order_id = ? AND
             (status = 'waiting' OR (from_cents = ? AND to_cents = ?))
           ORDER BY to_cents = ? DESC`,
        )
        .get(orderId, from, toCents, toCents);
      if (open?.to_cents === toCents) return open; // a repeat
      if (open)
        throw new Refusal(
          `A refund to ${euros(open.to_cents)} is waiting for approval. ` +
            'The seller has to decide about it first.',
        );
      return db
        .prepare(
          `INSERT INTO refund_requests
             (id, order_id, from_cents, to_cents, reason, requested_by)
           VALUES (?, ?, ?, ?, ?, ?) RETURNING *`,
        )
        .get(randomUUID(), orderId, from, toCents, reason, seller);
    });
  // #endregion request

  // #region decide
  /** The button on your own page, with the seller's session and not the agent's token. */
  const decideRefund = (seller, id, decision) =>
    transaction(db, () => {
      const request = db
        .prepare(
          `UPDATE refund_requests SET status = ?
           WHERE id = ? AND status = 'waiting' AND order_id IN (
             SELECT id FROM orders
             WHERE shop = (SELECT shop FROM sellers WHERE id = ?)
           ) RETURNING *`,
        )
        .get(decision, id, seller);
      if (!request) throw new Refusal('No such request is waiting.');
      if (decision === 'rejected') return get(seller, request.order_id);
      const paid = db
        .prepare(
          `UPDATE orders SET refunded_cents = ?
           WHERE id = ? AND refunded_cents = ? RETURNING *`,
        )
        .get(request.to_cents, request.order_id, request.from_cents);
      if (!paid)
        throw new Refusal('The order has changed. Reject this request.');
      return paid;
    });
  // #endregion decide

  return { get, search, requestRefund, decideRefund };
}
