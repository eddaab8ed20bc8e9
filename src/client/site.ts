import './elements/comparison-table.ts';
import './elements/line-progress.ts';
import './elements/progress-notice.ts';
import './elements/progress-tools.ts';
import './elements/share-button.ts';
import './elements/theme-switch.ts';
import './elements/topic-mark.ts';
import './elements/topic-state.ts';
