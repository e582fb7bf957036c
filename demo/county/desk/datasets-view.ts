/** 文件: what came, to look at one by one, or to save instead of an application. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CaseView } from '#schemas/wire/counter-api.ts';
import { say } from '../layout/language.ts';
import { fileHref } from './desk-api.ts';
import { deskTexts as texts } from './desk-texts.ts';

export function datasetsView(
  view: CaseView,
  { take, error }: { readonly take: (datasets: readonly string[]) => void; readonly error?: string | undefined },
): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    take(new FormData(event.target as HTMLFormElement).getAll('dataset').map(String));
  };
  return html`<form class="desk-datasets" novalidate @submit=${submit}>
    <fieldset>
      <legend>${say(texts.pick)}</legend>
      <ul>
        ${view.datasets.map(
          ({ id, name, agency, noRecord, files }) =>
            html`<li>
              <label>
                <input type="checkbox" name="dataset" value=${id} ?disabled=${noRecord} ?checked=${!noRecord} />
                <span><strong>${say(name)}</strong> <span class="hint">${say(agency)}</span></span>
              </label>
              ${noRecord ? html`<p class="hint">${say(texts.noRecord)}</p>` : nothing}
              ${files.map(({ name }) => html`<p>${fileLink(fileHref(view.id, id, name), name)}</p>`)}
            </li>`,
        )}
      </ul>
    </fieldset>
    <p class="hint">${say(texts.takeHint)}</p>
    ${error ? html`<p class="field-error" role="alert">${error}</p>` : nothing}
    <button class="button button-quiet">${say(texts.take)}</button>
  </form>`;
}

/** What the browser would open with a program of its own is sent to be saved. */
const fileLink = (href: string, name: string): TemplateResult =>
  /\.(json|csv)$/i.test(name)
    ? html`<a href=${href} target="_blank" rel="noopener">${say(texts.view)} ${name}${say(texts.newWindow)}</a>`
    : html`<a href=${href} download=${name}>${say(texts.download)} ${name}</a>`;
