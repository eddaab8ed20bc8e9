export const secret = 'whsec_test_2f6c';
export const handled = [];
export const handle = (event) => handled.push(event);
export const now = () => 1_790_000_000;
