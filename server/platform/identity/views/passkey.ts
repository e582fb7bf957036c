/** Binding a new passkey: first the citizen certificate, then the device. */
import { html } from 'hono/html';
import type { OwnJourney } from '../../journey/journey.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { waitWords } from '#server/limits/too-many.ts';
import { cardForm, fieldErrors, isPause, unreadableSummary, type Problem, type TypedPerson } from './identity-form.ts';
import { dateScript } from '../../site/views/fields.ts';
import { csrfField, journeyPage, journeyPath } from '../../journey/views/journey-page.ts';
import type { Html } from '../../site/views/page.ts';

export interface PasskeyViewOptions {
  readonly own: OwnJourney;
  readonly test: boolean;
  readonly challenge: string;
  readonly rpId: string;
  readonly rpName: string;
  readonly problem?: Problem;
  readonly typed?: TypedPerson;
}

/**
 * To the resident of a journey who has no passkey yet: until the citizen certificate is proved its form, then the
 * button of the device.
 */
export const passkeyView = ({ own, test, challenge, rpId, rpName, problem, typed }: PasskeyViewOptions): Html => {
  const proved = own.journey.bindingFor !== undefined;
  const errors = fieldErrors(problem);
  return journeyPage({
    own,
    test,
    screen: 'identity',
    title: '綁定這個裝置',
    error: problem !== undefined,
    scripts: proved ? ['passkey.js'] : [dateScript, 'card-reader.js'],
    body: html`
      ${problem === undefined ? '' : errors.length ? unreadableSummary(errors) : errorSummary('綁定沒有成功', [{ text: isPause(problem) ? `因為多次不符，請 ${waitWords(problem.waitSeconds)['zh-Hant']}後再試。` : '驗證的資料不符或已經過期，請再試一次。' }])}
      ${
        proved
          ? html`<p>身分已經確認。請按下按鈕，依裝置的指示完成綁定。</p>
              <form
                method="post"
                action="${journeyPath(own, 'passkey')}"
                data-passkey="create"
                data-challenge="${challenge}"
                data-rp-id="${rpId}"
                data-rp-name="${rpName}"
                data-user-id="${own.journey.bindingFor?.slice(0, 32) ?? ''}"
              >
                ${csrfField(own)}
                <input type="hidden" name="challenge" value="${challenge}" />
                <input type="hidden" name="credential" />
                <p class="error" role="alert" data-problem></p>
                <button type="submit">綁定這個裝置</button>
              </form>`
          : html`<p>請先用自然人憑證證明是您本人，才能綁定裝置。</p>
              ${cardForm(journeyPath(own, 'passkey/proof'), challenge, html`${csrfField(own)}`, '插卡並確認身分', typed, errors)}`
      }
      <p><a href="${journeyPath(own, 'identity')}">回到身分驗證</a></p>
    `,
  });
};
