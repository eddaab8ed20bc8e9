/** How often money was taken. A real one would call the payment provider. */
export const charges = [];

export async function charge(order) {
  await new Promise((resolve) => setTimeout(resolve, 5));
  charges.push(order);
  return { paymentId: `pay_${charges.length}` };
}
