/** What datasets ask before their agencies can answer: one group per dataset. `parameterInputs` serves any form. */
import { html } from 'hono/html';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { OwnJourney } from '../../journey/journey.ts';
import type { ParameterError, ParameterField } from '../parameters.ts';
import { isBlankDate, readDateFields, shownDate, typedDate } from '#server/http/date-fields.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { dateInput, dateScript } from '../../site/views/fields.ts';
import { csrfField, journeyPage, journeyPath } from '../../journey/views/journey-page.ts';
import type { Html } from '../../site/views/page.ts';

export interface ParameterInputsOptions {
  readonly datasets: readonly CatalogueEntry[];
  readonly fields: readonly ParameterField[];
  /** By input name, as typed before. */
  readonly typed?: Readonly<Record<string, string | undefined>>;
  readonly errors?: readonly ParameterError[];
}

/** → the error summary, each error linked to its input; empty without errors */
export const parameterErrors = (errors: readonly ParameterError[]): Html | string =>
  errors.length ? errorSummary('請修正以下欄位', errors) : '';

/**
 * → the inputs alone, without form or button: for journeys and for a resident's own download. A dataset that asks
 * nothing is left out.
 */
export const parameterInputs = ({ datasets, fields, typed = {}, errors = [] }: ParameterInputsOptions): Html => html`
  ${datasets.map(({ id, name, agency }) => {
    const own = fields.filter(({ resourceId }) => resourceId === id);
    return own.length
      ? html`<fieldset class="asked">
          <legend>${name['zh-Hant']}</legend>
          <p class="hint">${agency['zh-Hant']}需要知道：</p>
          ${own.map((field) =>
            field.parameter.widget === 'date'
              ? day(field, typed, errors)
              : question(
                  field,
                  typed[field.id],
                  errors.find((error) => error.field === field.id),
                ),
          )}
        </fieldset>`
      : '';
  })}
`;

function day(
  { id, parameter }: ParameterField,
  form: Readonly<Record<string, string | undefined>>,
  errors: readonly ParameterError[],
): Html {
  const typed = typedDate(form, id);
  return dateInput({
    name: id,
    label: parameter.label['zh-Hant'],
    hint: `${parameter.hint['zh-Hant']}例如民國 114 年 5 月 1 日；整個日期可以直接貼上。`,
    value: isBlankDate(typed) ? undefined : shownDate(typed, readDateFields(form, id)),
    errors,
    optional: !parameter.required,
  });
}

/** Scripts that the questions need. */
export const parameterScripts = (fields: readonly ParameterField[]): readonly string[] =>
  fields.some(({ parameter }) => parameter.widget === 'date') ? [dateScript] : [];

function question(field: ParameterField, value = '', error?: ParameterError): Html {
  const { id, parameter, options } = field;
  const described = [`${id}-hint`, ...(error ? [`${id}-error`] : [])].join(' ');
  const hint = parameter.hint['zh-Hant'];
  return html`
    <div class="field ${error ? 'wrong' : ''}">
      <label for="${id}"
        >${parameter.label['zh-Hant']}${parameter.required ? '' : html`<span class="optional">（選填）</span>`}</label
      >
      <p class="hint" id="${id}-hint">${hint}</p>
      ${error ? html`<p class="error" id="${id}-error">${error.text}</p>` : ''}
      ${
        options
          ? html`<select
              id="${id}"
              name="${id}"
              ${parameter.required ? html`required` : ''}
              ${error ? html`aria-invalid="true"` : ''}
              aria-describedby="${described}"
            >
              <option value="">${parameter.required ? '請選擇' : '不指定'}</option>
              ${options.map((option) => html`<option value="${option.value}" ${option.value === value ? html`selected` : ''}>${option.label}</option>`)}
            </select>`
          : html`<input
              class="medium ${capital.has(parameter.widget) ? 'capital' : ''}"
              id="${id}"
              name="${id}"
              type="text"
              value="${value}"
              ${parameter.required ? html`required` : ''}
              maxlength="80"
              autocomplete="off"
              autocapitalize="${capital.has(parameter.widget) ? 'characters' : 'off'}"
              spellcheck="false"
              ${error ? html`aria-invalid="true"` : ''}
              aria-describedby="${described}"
            />`
      }
    </div>
  `;
}

const capital: ReadonlySet<ParameterField['parameter']['widget']> = new Set([
  'plate-number',
  'mobile-barcode',
  'invoice-number',
  'house-tax-number',
]);

export interface ParametersViewOptions extends Pick<ParameterInputsOptions, 'fields' | 'typed' | 'errors'> {
  readonly own: OwnJourney;
  readonly test: boolean;
}

/**
 * To the resident once identity is proved, where a dataset asks something; and again with 422, with what was typed and
 * what is wrong.
 */
export const parametersView = ({ own, test, fields, typed, errors = [] }: ParametersViewOptions): Html =>
  journeyPage({
    own,
    test,
    screen: 'parameters',
    title: '機關需要您補充',
    error: errors.length > 0,
    styles: ['journey.css'],
    scripts: parameterScripts(fields),
    body: html`
      ${parameterErrors(errors)}
      <p class="lead">
        ${fields.some(({ parameter }) => parameter.required) ? '有些資料要先知道查哪一年、哪一輛車等等，機關才能提供。' : '以下都可以不填。'}標示「選填」的，不知道就不用填。
      </p>
      <form method="post" action="${journeyPath(own, 'parameters')}" novalidate>
        ${csrfField(own)} ${parameterInputs({ datasets: own.datasets, fields, typed, errors })}
        <button type="submit">下一步：取得資料</button>
      </form>
    `,
  });
