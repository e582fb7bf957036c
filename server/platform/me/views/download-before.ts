/** A self-download before consent: the questions of datasets, and the consent itself. */
import { html } from 'hono/html';
import type { OwnDownload } from '../downloads.ts';
import { downloadWords } from '../download-words.ts';
import type { OwnSession } from '../session.ts';
import { maskEmail } from '../../mask.ts';
import { wordsHash } from '../../consent/consent-words.ts';
import type { ParameterAnswer, ParameterError, ParameterField } from '../../consent/parameters.ts';
import type { Html } from '../../site/views/page.ts';
import { parameterErrors, parameterInputs, parameterScripts } from '../../consent/views/parameters.ts';
import { downloadPath, downloadSteps } from './download-step.ts';
import { mePage, tokenField } from './me-page.ts';

interface Common {
  readonly own: OwnSession;
  readonly test: boolean;
  readonly found: OwnDownload;
}

/** Before consent, where a dataset asks something. With `errors` it shows what was `typed`. */
export const answerView = ({
  own,
  test,
  found,
  fields,
  typed,
  errors = [],
}: Common & {
  readonly fields: readonly ParameterField[];
  readonly typed?: Readonly<Record<string, string | undefined>>;
  readonly errors?: readonly ParameterError[];
}): Html =>
  mePage({
    own,
    test,
    part: 'download',
    title: '機關需要您補充',
    scripts: parameterScripts(fields),
    error: errors.length > 0,
    body: html`
      ${downloadSteps(found, 'answer')} ${parameterErrors(errors)}
      <p class="lead">有些資料要先知道查哪一年、哪一輛車等等。標示「選填」的，不知道就不用填。</p>
      <form method="post" action="${downloadPath(found, 'answers')}" novalidate>
        ${tokenField(own)} ${parameterInputs({ datasets: found.datasets, fields, typed, errors })}
        <button type="submit">下一步</button>
      </form>
      <p class="back"><a href="/me/download">回到選擇資料</a></p>
    `,
  });

/**
 * The words of the consent with their hash, which the form sends back; refusing stands first, and both buttons look
 * alike.
 * @param answers what was said to agencies @param maintenance notices of the datasets chosen
 */
export function downloadConsentView({
  own,
  test,
  found,
  answers,
  maintenance,
}: Common & { readonly answers: readonly ParameterAnswer[]; readonly maintenance: Html }): Html {
  const words = downloadWords(found.datasets);
  const slow = found.datasets.filter(({ minutes }) => minutes);
  return mePage({
    own,
    test,
    part: 'download',
    title: '您是否同意取得這些資料？',
    body: html`
      ${downloadSteps(found, 'consent')} ${maintenance}
      <ul class="cards">
        ${found.datasets.map(
          ({ id, name, agency, minutes }) =>
            html`<li>
              <h2>${name['zh-Hant']}</h2>
              <p>由${agency['zh-Hant']}提供${minutes ? `，約需準備 ${minutes} 分鐘` : ''}</p>
              ${answers
                .filter(({ resourceId }) => resourceId === id)
                .map(({ label, value }) => html`<p>${label}：${value}</p>`)}
            </li>`,
        )}
      </ul>
      ${
        slow.length
          ? html`<p class="notice">
              ${slow.map(({ name }) => name['zh-Hant']).join('、')}需要時間準備，最長約
              ${Math.max(...slow.map(({ minutes }) => minutes ?? 0))} 分鐘。您可以先離開，備妥後會寄信到
              ${maskEmail(own.person.email)} 通知您。
            </p>`
          : ''
      }
      <section class="words" id="words" aria-label="同意內容">
        ${words.paragraphs.map((text) => html`<p>${text}</p>`)}
      </section>
      <form class="choices" method="post" action="${downloadPath(found, 'consent')}" aria-describedby="words">
        ${tokenField(own)}
        <input type="hidden" name="words" value="${wordsHash(words)}" />
        <button class="choice" type="submit" name="decision" value="refuse">${words.refuse}</button>
        <button class="choice" type="submit" name="decision" value="agree">${words.agree}</button>
      </form>
      <p class="back"><a href="/me/download">回到選擇資料</a></p>
    `,
  });
}
