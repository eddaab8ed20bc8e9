import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { Engine } from '../runner/protocol.ts';
import { editorStyle } from './editor-style.ts';

/** What the page does with an editor. */
export interface CodeEditor {
  text: string;
  focus(): void;
  /** Marks the line of an error, counted from 1; undefined removes the mark. */
  markLine(line: number | undefined): void;
}

/** The two ends of a selection; the caret is at the head. */
export interface TextSelection {
  readonly anchor: number;
  readonly head: number;
}

/** Options of a field for code, be it the editor or the text of the page. */
export interface FieldOptions {
  readonly language: Engine;
  /** For screen readers. */
  readonly label: string;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  /** Escape was pressed. */
  readonly onLeave: () => void;
}

interface EditorOptions extends FieldOptions {
  readonly text: string;
  /** Where the caret is, as offsets into the text. */
  readonly selection: TextSelection | undefined;
  readonly grammar: Extension;
}

/** Replaces what the element shows with an editor, in a shadow root where its styles need no exception from the policy. */
export function openEditor(element: HTMLElement, options: EditorOptions): CodeEditor {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  element.replaceChildren(host);
  const { text, selection } = options;
  const view = new EditorView({
    doc: text,
    ...(selection && {
      selection: { anchor: Math.min(selection.anchor, text.length), head: Math.min(selection.head, text.length) },
    }),
    root,
    parent: root,
    extensions: [...extensions(options), options.grammar],
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    set text(text: string) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    focus: () => view.focus(),
    markLine: (line) => {
      const isThere = line !== undefined && line <= view.state.doc.lines;
      view.dispatch({ effects: setMark.of(isThere ? view.state.doc.line(line).from : undefined) });
    },
  };
}

/** The grammar of a language. Each is a file of its own, so that a page loads one. */
export async function loadGrammar(language: Engine): Promise<Extension> {
  if (language === 'js') return (await import('@codemirror/lang-javascript')).javascript();
  if (language === 'python') return (await import('@codemirror/lang-python')).python();
  const { PostgreSQL, sql } = await import('@codemirror/lang-sql');
  return sql({ dialect: PostgreSQL });
}

function extensions({ language, label, onChange, onRun, onLeave }: EditorOptions): Extension[] {
  const done = (act: () => void) => () => {
    act();
    return true;
  };
  return [
    lineNumbers(),
    history(),
    indentOnInput(),
    bracketMatching(),
    indentUnit.of(language === 'python' ? '    ' : '  '),
    errorLine,
    typeOverSelection,
    editorStyle,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      // The content scrolls, so it must be reachable without a mouse.
      tabindex: '0',
      'aria-label': label,
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
    }),
    EditorView.updateListener.of(({ docChanged, state }) => docChanged && onChange(state.doc.toString())),
    keymap.of([
      { key: 'Mod-Enter', run: done(onRun) },
      { key: 'Escape', run: done(onLeave) },
      ...defaultKeymap,
      ...historyKeymap,
      indentWithTab,
    ]),
  ];
}

/** When several lines are typed over, the browser would keep their colors in a style attribute, which the policy forbids. */
const typeOverSelection = EditorView.domEventHandlers({
  beforeinput: ({ inputType, data }, view) => {
    if (inputType !== 'insertText' || !data || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});

const setMark = StateEffect.define<number | undefined>();

/** The line that an error points at; the next change removes the mark. */
const errorLine = StateField.define({
  create: () => Decoration.none,
  update: (marks, { docChanged, effects }) => {
    const effect = effects.find((each) => each.is(setMark));
    if (effect) {
      const at = effect.value as number | undefined;
      return at === undefined ? Decoration.none : Decoration.set(Decoration.line({ class: 'error-line' }).range(at));
    }
    return docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});
