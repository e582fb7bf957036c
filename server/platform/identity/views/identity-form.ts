/** Proving identity: the choice of a way, its form, and what went wrong. Shared by journeys and by a resident's own area. */
import { html } from 'hono/html';
import type { DateParts } from '#schemas/taiwan/read-date.ts';
import { readBirthdayFields, shownDate, typedDate } from '#server/http/date-fields.ts';
import type { FieldError } from '#server/http/typed-fields.ts';
import { methodName, type PlatformMethod } from '../methods/levels.ts';
import { waitWords } from '#server/limits/too-many.ts';
import type { CardProblem, IdentityForm } from '../methods/prove-method.ts';
import type { Unreadable } from '../read-identity.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { dateInput, dateScript, input } from '../../site/views/fields.ts';
import type { Html } from '../../site/views/page.ts';

/** `outdated`: what was sent is right, but its challenge's time is over. */
export type Problem = 'wrong' | 'outdated' | Pause | CardProblem | Unreadable;

/** Too many tries: none is taken for so long. */
export interface Pause {
  readonly waitSeconds: number;
}

/** Whether too many tries is what is wrong: then the page is 429 and shows no form. */
export const isPause = (problem: unknown): problem is Pause =>
  typeof problem === 'object' && problem !== null && 'waitSeconds' in problem;

const isUnreadable = (problem: unknown): problem is Unreadable =>
  typeof problem === 'object' && problem !== null && 'errors' in problem;

/** What is wrong with which field; empty where that is not told. */
export const fieldErrors = (problem: unknown): readonly FieldError[] => (isUnreadable(problem) ? problem.errors : []);

/** A pause goes before what is wrong with the fields: nothing can be sent meanwhile. */
export const shownProblem = <P>(problem: P | undefined, waitSeconds: number | undefined): P | Pause | undefined =>
  waitSeconds !== undefined && (problem === undefined || isUnreadable(problem)) ? { waitSeconds } : problem;

/** What was typed before, so that a slip costs one field and not all. */
export interface TypedPerson {
  readonly nationalId?: string;
  readonly birthday?: DateParts;
  /** Only where nothing was tried. */
  readonly nhiNumber?: string;
  readonly householdNumber?: string;
}

/**
 * → what is shown again after a form that failed: id and birthday as typed, card and household number only where
 * nothing was tried, passwords never. `today`: `YYYY-MM-DD`
 */
export function typedPerson(form: IdentityForm, problem: unknown, today: string): TypedPerson {
  const { nationalId, nhiNumber, householdNumber } = form;
  const birthday = shownDate(typedDate(form, 'birthday'), readBirthdayFields(form, 'birthday', today));
  return { nationalId, birthday, ...(isUnreadable(problem) ? { nhiNumber, householdNumber } : {}) };
}

export interface IdentityFormOptions {
  /** Where the form goes. */
  readonly action: string;
  /** → address of this page with another way chosen */
  readonly wayAt: (method: PlatformMethod) => string;
  /** Where a passkey is bound. */
  readonly bindAt: string;
  /** Hidden field. */
  readonly csrf: Html;
  /** More hidden fields. */
  readonly more?: Html;
  readonly methods: readonly PlatformMethod[];
  readonly method: PlatformMethod;
  /** For the card or the passkey; used once. */
  readonly challenge: string;
  readonly rpId: string;
  readonly problem?: Problem;
  readonly typed?: TypedPerson;
  /** A passkey was just bound. */
  readonly bound?: boolean;
}

const problems = {
  wrong: {
    title: '身分驗證沒有成功',
    text: '您填的資料與紀錄不符。請檢查每一欄後再試一次；連續 5 次不符，會暫停 15 分鐘。',
  },
  outdated: {
    title: '這一頁停留太久了',
    text: '為了安全，驗證要在 5 分鐘內完成。請再按一次按鈕驗證。',
  },
  'card-expired': {
    title: '您的自然人憑證已經過期',
    text: '這張憑證超過有效期限，不能再用來驗證身分。請改用其他方式，或到戶政事務所申請新的自然人憑證。',
  },
  'card-revoked': {
    title: '您的自然人憑證已經廢止',
    text: '這張憑證已登記廢止（例如掛失或換發），不能再用來驗證身分。請改用其他方式，或到戶政事務所申請新的自然人憑證。',
  },
} as const;

/** @param others ways are offered, and they are not paused */
const pauseWords = ({ waitSeconds }: Pause, others: boolean) => ({
  title: '這種驗證方式暫停使用',
  text: `因為多次不符，為了保護您的資料，請 ${waitWords(waitSeconds)['zh-Hant']}後再試${others ? '，或改用其他驗證方式' : ''}。`,
});

function summary(problem: Problem, methods: readonly PlatformMethod[]): Html {
  if (isUnreadable(problem)) return unreadableSummary(problem.errors);
  const { title, text } = isPause(problem) ? pauseWords(problem, methods.length > 1) : problems[problem];
  return errorSummary(title, [{ text }]);
}

/** The error summary for fields that could not be read: it says that this was no try. */
export const unreadableSummary = (errors: readonly FieldError[]): Html =>
  errorSummary(
    '請先修正以下欄位',
    errors,
    '還沒有送出驗證，這次不算一次嘗試。您填的內容都還在，只有密碼和 PIN 碼要再填一次。',
  );

/** Scripts that the form of this way needs. */
export const identityScripts = (method: PlatformMethod): readonly string[] =>
  method === 'citizen-certificate'
    ? [dateScript, 'card-reader.js']
    : method === 'tw-fido'
      ? [dateScript, 'passkey.js']
      : [dateScript];

/**
 * The choice of a way where there is more than one, and the form of the chosen one; while that is paused its form is
 * left out.
 */
export function identityForm(options: IdentityFormOptions): Html {
  const { methods, method, problem, bound, wayAt } = options;
  return html`
    ${problem ? summary(problem, methods) : ''}
    ${bound ? html`<p class="notice" role="status">已綁定這個裝置。現在可以用它驗證身分。</p>` : ''}
    ${
      methods.length > 1
        ? html`<nav aria-label="驗證方式">
            <p>請選一種方式：</p>
            <ul class="methods">
              ${methods.map((one) => html`<li><a href="${wayAt(one)}" ${one === method ? html`aria-current="true"` : ''}>${methodName(one)}</a></li>`)}
            </ul>
          </nav>`
        : ''
    }
    <h2>${methodName(method)}</h2>
    ${isPause(problem) ? html`<p>暫停期間無法用這種方式送出驗證。</p>` : methodForm(options)}
  `;
}

const personInputs = (typed: TypedPerson = {}, errors: readonly FieldError[] = []): Html => html`
  ${input({ id: 'nationalId', value: typed.nationalId, name: 'nationalId', label: '身分證統一編號', hint: '例如 A123456789（居留證號碼亦可）', errors })}
  ${dateInput({ name: 'birthday', label: '出生日期', value: typed.birthday, errors, ownBirthday: true })}
`;

function methodForm({
  action,
  csrf,
  more,
  method,
  challenge,
  rpId,
  problem,
  typed,
  bindAt,
}: IdentityFormOptions): Html {
  const errors = fieldErrors(problem);
  const hidden = html`${csrf}${more ?? ''}<input type="hidden" name="method" value="${method}" />`;
  switch (method) {
    case 'citizen-certificate':
      return cardForm(action, challenge, hidden, '插卡並驗證', typed, errors);
    case 'tw-fido':
      return html`
        <p>用您已經綁定的手機、電腦或安全金鑰驗證。按下按鈕後，請依裝置的指示操作。</p>
        ${needsScript}
        <form method="post" action="${action}" data-passkey="get" data-challenge="${challenge}" data-rp-id="${rpId}">
          ${hidden}
          <input type="hidden" name="challenge" value="${challenge}" />
          <input type="hidden" name="credential" />
          ${personInputs(typed, errors)}
          <p class="error" role="alert" data-problem></p>
          <button type="submit">用裝置驗證</button>
        </form>
        <p>還沒有綁定？<a href="${bindAt}">先用自然人憑證綁定這個裝置</a></p>
      `;
    case 'nhi-card':
      return html`<form method="post" action="${action}">
        ${hidden}${personInputs(typed, errors)}
        ${input({ id: 'nhiNumber', name: 'nhiNumber', value: typed?.nhiNumber, label: '健保卡卡號', hint: '12 位數字，在健保卡正面', numeric: true, errors })}
        ${input({ id: 'nhiPassword', name: 'nhiPassword', label: '健保卡註冊密碼', type: 'password', hint: '您註冊健保卡網路服務時設定的密碼', errors })}
        <button type="submit">驗證身分</button>
      </form>`;
    case 'two-document':
      return html`<form method="post" action="${action}">
        ${hidden}${personInputs(typed, errors)}
        ${input({ id: 'nhiNumber', name: 'nhiNumber', value: typed?.nhiNumber, label: '健保卡卡號', hint: '12 位數字，在健保卡正面', numeric: true, errors })}
        ${input({ id: 'householdNumber', name: 'householdNumber', value: typed?.householdNumber, label: '戶口名簿戶號', hint: '8 碼，在戶口名簿右上角，例如 F1234567', width: 'short', errors })}
        <button type="submit">驗證身分</button>
      </form>`;
  }
}

const needsScript: Html = html`<noscript
  ><p class="notice">這個方式需要瀏覽器開啟 JavaScript。您可以開啟後重新整理，或改選其他方式。</p></noscript
>`;

/** The card reader is simulated: its two inputs have no name, so card number and PIN never leave with this form. */
export const cardForm = (
  action: string,
  challenge: string,
  hidden: Html,
  button: string,
  typed?: TypedPerson,
  errors: readonly FieldError[] = [],
): Html => html`
  ${needsScript}
  <form method="post" action="${action}" data-card>
    ${hidden}
    <input type="hidden" name="challenge" value="${challenge}" />
    <input type="hidden" name="certificate" />
    <input type="hidden" name="signature" />
    ${personInputs(typed, errors)}
    <fieldset class="reader">
      <legend>讀卡機模擬</legend>
      <p class="hint">測試環境沒有真的讀卡機。請輸入虛構人物的卡號與 PIN 碼，代替插卡。</p>
      ${input({ id: 'card-number', label: '自然人憑證卡號', hint: '2 個英文字母加 14 位數字' })}
      ${input({ id: 'card-pin', label: 'PIN 碼', type: 'password', hint: '連續 3 次錯誤會鎖卡 15 分鐘', width: 'short' })}
    </fieldset>
    <p class="error" role="alert" data-problem></p>
    <button type="submit">${button}</button>
  </form>
`;
