export const PERIOD_HOURS = 12.42; // from one high water to the next, about
