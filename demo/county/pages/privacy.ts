/** 隱私權聲明. */
import { article } from '../layout/article.ts';
import type { ArticleSection } from '../layout/article.ts';
import { breadcrumb } from '../layout/breadcrumb.ts';
import { showPage } from '../layout/page.ts';
import { siteTexts } from '../layout/site-texts.ts';
import { text } from '../text/text.ts';

const lead = text(
  '這裡說明本站怎麼使用您的資料。每項服務要用哪些資料、用在哪裡、保存多久，在該項服務的告知頁還有更詳細的說明。',
  'How this site uses your data. The notice page of each service says in detail which data it uses, for what, and for how long.',
);

const sections: readonly ArticleSection[] = [
  {
    heading: text('我們收集什麼', 'What we collect'),
    items: [
      text('您在申請表上填寫的內容和上傳的檔案。', 'What you type and upload in an application.'),
      text(
        '您在 MyData 平臺上同意傳送的資料，而且只留下表單用得到的欄位，其他的收到後立刻刪除。',
        'What you agreed to send at the MyData platform; we keep only the fields a form uses and delete the rest on receipt.',
      ),
      text('傳輸紀錄：時間、對象和成功或失敗。', 'Transfer records: time, parties, success or failure.'),
    ],
  },
  {
    heading: text('同意在哪裡決定', 'Where consent is given'),
    paragraphs: [
      text(
        '本站只做告知，不代替您同意。要不要傳送資料，由您在 MyData 平臺驗證身分後決定；不同意也可以自己填寫申請。',
        'This site informs; it never consents for you. Whether data is sent you decide at the MyData platform after proving your identity. You can always apply by hand instead.',
      ),
    ],
  },
  {
    heading: text('保存多久', 'How long we keep it'),
    items: [
      text(
        '還沒送出的帶入資料：加密保存，最多 8 小時，到期自動銷毀。',
        'Received data not yet submitted: encrypted, at most 8 hours, then destroyed.',
      ),
      text('還沒送出的表單內容：保存到表單上標示的日期。', 'Unfinished forms: until the date shown on the form.'),
      text(
        '已送出的申請：依該項服務告知頁所寫的期限。',
        'Submitted applications: for the period stated in the notice of the service.',
      ),
      text('傳輸紀錄：至少 1 年。', 'Transfer records: at least one year.'),
    ],
  },
  {
    heading: text('您的權利', 'Your rights'),
    paragraphs: [
      text(
        '依個人資料保護法第 3 條，您可以查詢、閱覽、要求複製本、補充或更正、停止使用，以及刪除。請向該項服務的承辦單位提出。',
        'Under article 3 of the Personal Data Protection Act you may ask to see, copy, complete, correct, stop the use of, or delete your data. Please turn to the office in charge of the service.',
      ),
      text(
        '由機關提供的資料如果有錯，請向提供資料的機關更正；表單上每一項都標明是哪個機關。',
        'Data supplied by an agency is corrected by that agency; the form names it beside each value.',
      ),
    ],
  },
  {
    heading: text('瀏覽器裡存了什麼', 'What your browser keeps'),
    items: [
      text('您選的語言和字級。', 'Your choice of language and text size.'),
      text(
        '一個用來找回未完成表單的 cookie，內容是亂數，不含個人資料。',
        'A cookie that finds your unfinished form again: a random value without personal data.',
      ),
      text(
        '剛送出的申請編號，關閉分頁就消失。',
        'The number of an application just submitted, gone when you close the tab.',
      ),
    ],
    paragraphs: [
      text(
        '本站不使用廣告或追蹤程式，也不載入其他網站的內容。',
        'There is no advertising or tracking, and nothing is loaded from other sites.',
      ),
    ],
  },
];

showPage({
  title: () => siteTexts.privacy,
  trail: () => breadcrumb(siteTexts.privacy),
  content: () => article(siteTexts.privacy, lead, sections),
});
