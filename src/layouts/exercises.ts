// One part for all: an entry of its own in the list of parts would be sent with every page.
import '#features/catalog/client/project-tests.ts';
import '#features/practice/client/lab-again.ts';
import '#features/practice/client/predict.ts';
