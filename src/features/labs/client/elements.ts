/** The elements of this feature in one file: they share most of what they need, and a page has one or two of them. */
import './lab-filter.ts';
import './lab-workbench.ts';
import './sample-runs.ts';
