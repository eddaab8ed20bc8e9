// One part for both: an entry of its own in the list of parts would be sent with every page.
import './predict.ts';
import './project-tests.ts';
