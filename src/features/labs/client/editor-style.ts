import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The look of editors. The tokens of the site reach into the shadow root. */
const look = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    backgroundColor: 'var(--card)',
    fontSize: 'var(--text-sm)',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--corner-card)',
    overflow: 'hidden',
  },
  '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--face-code)', lineHeight: '1.6', maxHeight: '60vh' },
  // A click below the last line is one into the code.
  '.cm-content, .cm-gutter': { minHeight: 'var(--editor-least)' },
  '.cm-content': { padding: '1rem 0', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--card)', color: 'var(--muted)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '1.75rem' },
  '.cm-line': { padding: '0 0.75rem' },
  '.error-line': { backgroundColor: 'color-mix(in srgb, var(--danger) 16%, transparent)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 30%, transparent)',
  },
  '.cm-matchingBracket': { outline: '1px solid var(--edge)', backgroundColor: 'transparent' },
  '.cm-deletedChunk': { backgroundColor: 'color-mix(in srgb, var(--danger) 12%, transparent)' },
  '.cm-insertedLine, .cm-changedLine': { backgroundColor: 'color-mix(in srgb, var(--accent) 14%, transparent)' },
});

/** The same colors as samples on pages have. */
const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.operator, tags.function(tags.punctuation)], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--code-number)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--code-function)' },
  { tag: [tags.comment, tags.docString], color: 'var(--code-comment)' },
]);

export const editorStyle: Extension = [look, syntaxHighlighting(colors)];
