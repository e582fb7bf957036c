/** Last screen: the words, and two buttons of equal weight. The refusal stands first. */
import { html } from 'hono/html';
import { isForCounter } from '../../counter/counter-return.ts';
import { maskEmail } from '../../mask.ts';
import type { VerifiedPerson } from '../../person.ts';
import { wordsHash, type ConsentWords } from '../consent-words.ts';
import type { OwnJourney } from '../../journey/journey.ts';
import { csrfField, journeyPage, journeyPath } from '../../journey/views/journey-page.ts';
import type { Html } from '../../site/views/page.ts';

export interface ConsentViewOptions {
  readonly own: OwnJourney;
  readonly test: boolean;
  readonly person: VerifiedPerson;
  readonly words: ConsentWords;
  /** What residents should know of pauses. */
  readonly maintenance?: Html;
}

/**
 * To the resident once all has come, or cannot be had. The form carries the hash of the words: a decision on others is
 * not taken. Of the person it shows the masked e-mail address alone.
 */
export const consentView = ({ own, test, person, words, maintenance }: ConsentViewOptions): Html =>
  journeyPage({
    own,
    test,
    screen: 'consent',
    title: isForCounter(own.journey) ? '您是否同意交給櫃檯？' : '您是否同意傳送？',
    body: html`
      ${maintenance ?? ''}
      <section class="words" id="words" aria-label="同意內容">
        ${words.paragraphs.map((text) => html`<p>${text}</p>`)}
      </section>
      <p>${isForCounter(own.journey) ? '櫃檯取走後會通知到' : '傳送後會通知到'}：電子郵件 ${maskEmail(person.email)}</p>
      <form class="choices" method="post" action="${journeyPath(own, 'consent')}" aria-describedby="words">
        ${csrfField(own)}
        <input type="hidden" name="words" value="${wordsHash(words)}" />
        <button class="choice" type="submit" name="decision" value="refuse">${words.refuse}</button>
        <button class="choice" type="submit" name="decision" value="agree">${words.agree}</button>
      </form>
    `,
  });
