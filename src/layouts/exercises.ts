// One part for all three, because the list of parts is sent with every page.
import '#features/catalog/client/project-tests.ts';
import '#features/practice/client/lab-again.ts';
import '#features/practice/client/predict.ts';
