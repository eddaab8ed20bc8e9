import Diagram from '#features/maps/diagram/Diagram.astro';
import Check from './Check.astro';
import Code from './Code.astro';
import Heading2 from './Heading2.astro';
import Heading3 from './Heading3.astro';
import Link from './Link.astro';
import Note from './Note.astro';
import Predict from './Predict.astro';
import Table from './Table.astro';

/** What Markdown elements and the components that authors may use become. */
export const authoring = {
  Check,
  Code,
  Note,
  Diagram,
  Predict,
  a: Link,
  h2: Heading2,
  h3: Heading3,
  table: Table,
};
