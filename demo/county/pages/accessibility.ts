/** 無障礙聲明. */
import { article } from '../layout/article.ts';
import type { ArticleSection } from '../layout/article.ts';
import { breadcrumb } from '../layout/breadcrumb.ts';
import { showPage } from '../layout/page.ts';
import { organisation } from '../layout/organisation.ts';
import { siteTexts, whomToCall } from '../layout/site-texts.ts';
import { text } from '../text/text.ts';

const lead = text(
  '本站希望每個人都能自己完成申請。我們以網站無障礙規範（110.07，相當於 WCAG 2.1）AA 等級為目標製作。',
  'Everyone should be able to apply on their own. This site is built towards level AA of Taiwan’s accessibility rules (110.07, equal to WCAG 2.1).',
);

const counter = organisation().contact?.counter ?? siteTexts.helpOffice;

const sections: readonly ArticleSection[] = [
  {
    heading: text('鍵盤快速鍵', 'Access keys'),
    paragraphs: [
      text(
        '每一頁有三個定位點「:::」，可以用快速鍵直接到達（Firefox 請加按 Shift；Mac 請用 Control + Option）：',
        'Each page has three landmarks “:::” with access keys (add Shift in Firefox; on a Mac use Control + Option):',
      ),
    ],
    items: [
      text(
        'Alt + U：上方導覽區，有主要選單、字級和語言。',
        'Alt + U: top navigation with menu, text size and language.',
      ),
      text('Alt + C：主要內容區。', 'Alt + C: main content.'),
      text('Alt + Z：頁尾資訊區。', 'Alt + Z: footer.'),
    ],
  },
  {
    heading: text('我們做到的事', 'What we did'),
    items: [
      text(
        '所有功能都可以只用鍵盤操作，看得見目前位置。',
        'Everything works with the keyboard alone, and the focus is always visible.',
      ),
      text(
        '文字可以放大到 400%，手機直式畫面也不用左右捲動。',
        'Text can be enlarged to 400 %, without scrolling sideways.',
      ),
      text(
        '不只用顏色表示意思；淺色與深色模式都有足夠對比。',
        'Nothing is told by colour alone; contrast holds in light and dark.',
      ),
      text(
        '表單有錯時，會在上方列出，按一下就能到那一題。',
        'Errors in a form are listed at the top, each with a link to its question.',
      ),
      text(
        '填寫內容會自動儲存，可以慢慢填、分次填。',
        'What you type is saved by itself; take your time, or come back later.',
      ),
    ],
  },
  {
    heading: text('目前的限制', 'Known limits'),
    items: [
      text(
        '機關提供的 PDF 文件，不一定都能用螢幕報讀軟體閱讀。',
        'PDF documents from agencies may not all be readable by screen readers.',
      ),
      text(
        '身分驗證在 MyData 平臺進行，該平臺的無障礙由平臺負責。',
        'Identity is proved at the MyData platform, which answers for its own accessibility.',
      ),
    ],
  },
  {
    heading: text('遇到困難', 'If something does not work'),
    paragraphs: [
      text(
        `請${whomToCall()['zh-Hant']}，由專人協助您申請；${counter['zh-Hant']}。也請告訴我們是哪一頁、哪個步驟，讓我們改進。`,
        `Please ${whomToCall().en}: staff will help you apply. ${counter.en}. Please tell us the page and the step, so that we can repair it.`,
      ),
    ],
  },
];

showPage({
  title: () => siteTexts.accessibility,
  trail: () => breadcrumb(siteTexts.accessibility),
  content: () => article(siteTexts.accessibility, lead, sections),
});
