/** What is shown for an address that nothing stands at. */
import { html } from 'lit';
import { say } from '../layout/language.ts';
import { showPage } from '../layout/page.ts';
import { text } from '../text/text.ts';

const texts = {
  title: text('找不到這個網頁', 'Page not found'),
  what: text(
    '網址可能打錯了，或這個網頁已經移走。您的申請和填寫的內容不受影響。',
    'The address may be mistyped, or the page has moved. Your applications and what you typed are not affected.',
  ),
  list: text('看全部服務', 'See all services'),
  progress: text('查詢申辦進度', 'Track an application'),
} as const;

showPage({
  title: () => texts.title,
  content: () =>
    html`<section class="plain-page">
      <p class="big-number" aria-hidden="true">404</p>
      <h1>${say(texts.title)}</h1>
      <p class="lead">${say(texts.what)}</p>
      <div class="page-actions">
        <a class="button" href="/">${say(texts.list)}</a>
        <a class="button button-quiet" href="/progress">${say(texts.progress)}</a>
      </div>
    </section>`,
});
