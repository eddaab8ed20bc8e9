/** The elements of this feature in one bundle: they share most of their code, and a page has one or two of them. */
import './lab-filter.ts';
import './lab-workbench.ts';
import './sample-runs.ts';
