/** The elements of this feature in one bundle: they share most of their code, and a page has one of them. */
import './lab-filter.ts';
import './lab-workbench.ts';
