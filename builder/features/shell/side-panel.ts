/** Beside the form: the settings of what is selected, or its outline, as two tabs. */
import { html } from 'lit';
import { composing } from '#schemas/keyboard/composing.ts';
import type { BuilderContext } from '../builder-context.ts';
import { words } from '../words.ts';
import type { Desk } from './desk.ts';

const tabs = ['properties', 'outline'] as const;

export function sidePanel(desk: Desk, builder: BuilderContext): unknown {
  const { language } = builder;
  return html`<aside class="side">
    <div role="tablist" aria-label=${words(language, 'properties')}>${tabs.map((id) => tab(desk, builder, id))}</div>
    <div id="side" role="tabpanel" aria-labelledby="side-${desk.side}">
      ${
        desk.side === 'outline'
          ? html`<mydata-builder-outline .builder=${builder}></mydata-builder-outline>`
          : html`<mydata-builder-properties .builder=${builder}></mydata-builder-properties>`
      }
    </div>
  </aside>`;
}

function tab(desk: Desk, { language }: BuilderContext, id: (typeof tabs)[number]): unknown {
  const open = desk.side === id;
  return html`<button
    type="button"
    role="tab"
    id="side-${id}"
    aria-controls="side"
    aria-selected=${open ? 'true' : 'false'}
    tabindex=${open ? 0 : -1}
    @click=${() => (desk.side = id)}
    @keydown=${(event: KeyboardEvent) => turn(desk, event)}
  >
    ${words(language, id)}
  </button>`;
}

function turn(desk: Desk, event: KeyboardEvent): void {
  if (composing(event) || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
  desk.side = desk.side === 'outline' ? 'properties' : 'outline';
  void desk.updateComplete.then(() => desk.renderRoot.querySelector<HTMLElement>(`#side-${desk.side}`)?.focus());
}
