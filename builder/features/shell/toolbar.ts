/** The bar on top: which view, how many datasets, what is saved, and what can be done from everywhere. */
import { html, nothing } from 'lit';
import { textIn } from '#schemas/text.ts';
import { datasetsUsed, mostDatasets } from '#schemas/form/check-definition.ts';
import type { ActionShell } from '../actions/action.ts';
import type { BuilderContext } from '../builder-context.ts';
import { words } from '../words.ts';
import type { Desk, Drawer } from './desk.ts';
import { keptViews, plainViews } from './views.ts';

export interface ToolbarDoes {
  readonly shell: ActionShell;
  /** About a conflict that was put aside. */
  askAgain(): void;
}

export function toolbar(desk: Desk, builder: BuilderContext, { shell, askAgain }: ToolbarDoes): unknown {
  const { session, language, store } = builder;
  const editing = desk.view === 'edit';
  return html`<div class="bar" role="group" aria-label=${words(language, 'toolbar')}>
    ${editing ? drawer(desk, builder, 'palette') : nothing}
    <h1>${textIn(session.document.form.title, language) || session.document.form.id}</h1>
    ${views(desk, builder)} ${count(builder)}
    ${store ? html`<mydata-builder-saved .builder=${builder} @mydata-conflict-asked=${askAgain}></mydata-builder-saved>` : nothing}
    <div class="acts">
      <button type="button" aria-pressed=${desk.lines ? 'true' : 'false'} @click=${() => (desk.lines = !desk.lines)}>
        ${words(language, 'lines')}
      </button>
      <button type="button" @click=${() => shell.find('commands')}>
        ${words(language, 'commandsButton')} <kbd>Ctrl+K</kbd></button
      >${step(builder, shell, 'undo', '↶')}${step(builder, shell, 'redo', '↷')}
      <button type="button" class="help" aria-label=${words(language, 'keys')} @click=${() => shell.keys()}>?</button>
      ${editing ? drawer(desk, builder, 'side') : nothing}
    </div>
  </div>`;
}

function drawer(desk: Desk, { language }: BuilderContext, name: Drawer): unknown {
  const open = desk.drawer === name;
  return html`<button
    type="button"
    class="drawer"
    aria-expanded=${open ? 'true' : 'false'}
    @click=${() => (desk.drawer = open ? undefined : name)}
  >
    ${words(language, name === 'side' ? 'properties' : name)}
  </button>`;
}

function views(desk: Desk, { language, store }: BuilderContext): unknown {
  return html`<nav class="views" aria-label=${words(language, 'views')}>
    ${(store ? keptViews : plainViews).map(
      (view) =>
        html`<button
          type="button"
          aria-current=${desk.view === view ? 'page' : nothing}
          @click=${() => (desk.view = view)}
        >
          ${words(language, view)}
        </button>`,
    )}
  </nav>`;
}

/** Where the names of the views have no room, the one that is open is in sight. */
export function showOpenView({ renderRoot }: Desk): void {
  const bar = renderRoot.querySelector('.views');
  const open = bar?.querySelector('[aria-current]');
  if (!bar || !open) return;
  const [all, one] = [bar.getBoundingClientRect(), open.getBoundingClientRect()];
  if (one.left < all.left || one.right > all.right)
    bar.scrollLeft += one.left + one.width / 2 - (all.left + all.width / 2);
}

function count({ session, language }: BuilderContext): unknown {
  const used = datasetsUsed(session.document.form).length;
  const kind = used > mostDatasets ? 'over' : used >= mostDatasets - 1 ? 'near' : '';
  return html`<p class="count ${kind}" role="status">
    ${words(language, 'datasetCount', { n: used, most: mostDatasets })}
  </p>`;
}

function step({ session, language }: BuilderContext, shell: ActionShell, way: 'undo' | 'redo', sign: string): unknown {
  const { done, undone } = session.history;
  const entry = (way === 'undo' ? done : undone).at(-1);
  const name = words(language, way);
  return html`<button
    type="button"
    ?disabled=${!entry}
    title=${entry ? `${name}：${textIn(entry.words, language)}` : name}
    @click=${() => shell.travel(way)}
  >
    <span aria-hidden="true">${sign}</span> ${name}
  </button>`;
}
