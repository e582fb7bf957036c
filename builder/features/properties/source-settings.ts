/** What a question is filled from, in short; the mapping bench shows all. */
import { html, nothing } from 'lit';
import type { Field } from '#schemas/form/definition.ts';
import { textIn } from '#schemas/text.ts';
import type { Fill, Policy, Source } from '#schemas/mapping/types.ts';
import type { Json } from '../../model/json.ts';
import type { BuilderContext } from '../builder-context.ts';
import { choose } from './controls.ts';
import { say } from './property-words.ts';
import type { Put } from './type-settings.ts';

const policies: readonly Policy[] = ['locked', 'confirm', 'editable', 'compare'];

/** 「個人戶籍資料・姓名」; the path where the catalogue does not name it. */
function sourceName(
  { catalogue, language }: BuilderContext,
  { dataset, path }: Pick<Source, 'dataset' | 'path'>,
): string {
  const known = catalogue.get(dataset);
  const plain = path.replace(/^\$\.self/, known?.ownRows ?? '$.self');
  const field = known?.fields.find((one) => one.path === plain || one.path.endsWith(plain.slice(1)));
  return `${known ? textIn(known.name, language) : dataset}・${field ? textIn(field.label, language) : path}`;
}

export function sourceSettings(builder: BuilderContext, field: Field, inGroup: boolean, put: Put): unknown {
  const { language } = builder;
  const fill = field.fill;
  const set = (next: Fill | undefined): void => put('fill', next as unknown as Json | undefined);
  if (!fill) return html`<p class="note">${say(language, 'noSource')}</p>`;
  const offered = inGroup ? policies.filter((policy) => policy !== 'compare') : policies;
  return html`
    <ol class="sources">
      ${fill.from.map((source, index) => {
        const name = sourceName(builder, source);
        const rest = fill.from.filter((_one, at) => at !== index);
        return html`<li>
          <span>${name}</span>
          ${
            index
              ? html`<button
                  type="button"
                  class="quiet"
                  aria-label=${say(language, 'preferSource', { name })}
                  @click=${() => set({ ...fill, from: [source, ...rest] })}
                >
                  ↑
                </button>`
              : nothing
          }
          <button
            type="button"
            class="quiet"
            aria-label=${say(language, 'removeSource', { name })}
            @click=${() => set(rest.length ? { ...fill, from: rest } : undefined)}
          >
            ✕
          </button>
        </li>`;
      })}
    </ol>
    ${choose(
      say(language, 'policy'),
      fill.policy,
      offered.map((policy) => [policy, say(language, policy)] as const),
      (policy) => set({ ...fill, policy: policy as Policy }),
    )}
  `;
}
