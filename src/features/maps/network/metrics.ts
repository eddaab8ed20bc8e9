/** Distance between the middles of two lines that share a track. All rows are multiples of it. */
export const TRACK = 8;
/** Width of a drawn line. */
export const STROKE = 5.5;
/** Half the width of a stop. */
export const STOP_RADIUS = 7;
/** Least distance between a line and anything it does not serve. */
export const CLEARANCE = 4.5;
/** Radius of the bends. */
export const BEND = 14;
export const LABEL_SIZE = 12.25;
export const LABEL_LEADING = 13.5;
export const BADGE_SIZE = 12.5;
export const BADGE_LEADING = 14;
/** Space inside a badge beside its text; above and below it half as much. */
export const BADGE_PADDING = 8;
/** Widest map whose labels stay readable when it is scaled to a page's width. */
export const MOST_WIDTH = 1156;
/** Width that the columns are spread over. */
export const TARGET_WIDTH = 1144;
export const MARGIN = 12;
