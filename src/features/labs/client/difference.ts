import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { editorStyle } from './editor-style.ts';

/** Shows where the solution differs from the reader's code. */
export function showDifference(element: HTMLElement, { mine, solution }: { mine: string; solution: string }): void {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  element.replaceChildren(host);
  new EditorView({
    doc: solution,
    root,
    parent: root,
    extensions: [
      lineNumbers(),
      editorStyle,
      EditorView.lineWrapping,
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ 'aria-label': 'The solution, with the lines of your code that differ' }),
      unifiedMergeView({ original: mine, mergeControls: false, gutter: true }),
    ],
  });
}
