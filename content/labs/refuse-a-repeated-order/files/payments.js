/** Each time that money was taken. A real one would call the payment provider. */
export const charges = [];

export async function charge(order) {
  const payment = { order, isPaid: false };
  charges.push(payment);
  const paymentId = `pay_${charges.length}`;
  await new Promise((resolve) => setTimeout(resolve, 5));
  payment.isPaid = true;
  return { paymentId };
}
