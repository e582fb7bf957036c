/** Tabs as the ARIA practices describe them: arrows move, one stop in the order of focus. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { composing } from '../../../schemas/keyboard/composing.ts';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

export function tabList<Id extends string>(
  label: string,
  tabs: readonly Tab<Id>[],
  current: Id,
  choose: (id: Id) => void,
): TemplateResult {
  const pressed = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === current);
    const steps: { readonly [key: string]: number | undefined } = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1 + tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined || composing(event)) return;
    event.preventDefault();
    const { id } = tabs[next % tabs.length]!;
    choose(id);
    document.getElementById(`tab-${id}`)?.focus();
  };
  return html`<div class="desk-tabs" role="tablist" aria-label=${label} @keydown=${pressed}>
    ${tabs.map(
      ({ id, name }) =>
        html`<button
          type="button"
          role="tab"
          id=${`tab-${id}`}
          aria-controls=${`panel-${id}`}
          aria-selected=${id === current}
          tabindex=${id === current ? 0 : -1}
          @click=${() => choose(id)}
        >
          ${name}
        </button>`,
    )}
  </div>`;
}
