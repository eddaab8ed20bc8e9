let last = 0;

export const nextTripNumber = () => ++last;
