/** The builder's keys: they hold wherever the focus is on the page, but where somebody types something else. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Text } from '#schemas/text.ts';
import { composing } from '#schemas/keyboard/composing.ts';
import type { Action } from '../actions/action.ts';
import { actions } from '../actions/all-actions.ts';
import { isPressed } from '../actions/pressed.ts';
import type { BuilderContext } from '../builder-context.ts';
import { takesLetters } from '../focusable.ts';
import { words } from '../words.ts';

/** Option with a letter types a sign there. */
const typesWithAlt = /Mac|iPhone|iPad/.test(navigator.platform);

/** Words in there are no part of the form: the browser takes them back. */
const isApart = (node: EventTarget): boolean =>
  node instanceof HTMLFormElement || (node instanceof Element && node.matches('mydata-builder-preview, [type=search]'));

type Host = ReactiveControllerHost &
  HTMLElement & { readonly builder: BuilderContext | undefined; readonly renderRoot: ParentNode };

export interface KeysDo {
  act(action: Action): void;
  say(text: Text): void;
  /** → whether there was something to close */
  escape(): boolean;
}

export class ShellKeys implements ReactiveController {
  constructor(
    private readonly host: Host,
    private readonly does: KeysDo,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.ownerDocument.addEventListener('keydown', this.#pressed);
  }

  hostDisconnected(): void {
    this.host.ownerDocument.removeEventListener('keydown', this.#pressed);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const { builder } = this.host;
    if (!builder || composing(event) || !this.#hears(event)) return;
    const action = actions.find(({ everywhere, keys }) => everywhere && keys && isPressed(keys, event));
    if (action && isTyped(event, action)) return;
    if (action) this.#try(builder, action);
    else if (event.key !== 'Escape' || !this.does.escape()) return;
    event.preventDefault();
  };

  #try(builder: BuilderContext, action: Action): void {
    if (action.possible(builder)) this.does.act(action);
    else if (action.needsPart)
      this.does.say({ 'zh-Hant': words('zh-Hant', 'choosePart'), en: words('en', 'choosePart') });
  }

  /** Not in dialogs, nor in what else takes letters on the page, another builder among it. */
  #hears(event: KeyboardEvent): boolean {
    const path = event.composedPath();
    const { host } = this;
    if (event.defaultPrevented || path.some((node) => node instanceof HTMLDialogElement)) return false;
    if ([...host.renderRoot.querySelectorAll('*')].some((one) => one.shadowRoot?.querySelector('dialog[open]')))
      return false;
    if (path.includes(host)) return true;
    return !takesLetters(path[0]) && !path.some((node) => node instanceof host.constructor);
  }
}

/** Where somebody types, it is a letter, or takes back what was typed. */
function isTyped(event: KeyboardEvent, { id }: Action): boolean {
  const path = event.composedPath();
  if (!takesLetters(path[0])) return false;
  const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
  if (letter && (!event.altKey || typesWithAlt)) return true;
  return (id === 'undo' || id === 'redo') && path.some(isApart);
}
