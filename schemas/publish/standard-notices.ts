/** Texts that are much the same for every service of a county: a beginning, to be read and fitted to the service. */
import type { Text } from '../text.ts';

const text = (zh: string, en: string): Text => ({ 'zh-Hant': zh, en });

/** By key of the service. */
export const standardNotices: { readonly [key: string]: Text | undefined } = {
  fee: text('免費', 'Free of charge'),
  'contact.hours': text(
    '星期一至星期五 上午 8 時至下午 5 時（國定假日除外）',
    'Monday to Friday, 8:00 to 17:00, except public holidays',
  ),
  manual: text(
    '不想用 MyData，也可以自己填寫同一份表單並附上證明文件，或到承辦單位的櫃檯辦理。',
    'You can also fill in the same form yourself and attach the papers, or apply at the counter of the office in charge.',
  ),
  'notice.period': text(
    '自送出申請之日起，保存到法定保存期限屆滿，期滿銷毀。沒有送出的草稿會自動刪除。',
    'From the day you apply until the period that the law sets is over; then destroyed. A draft that is not sent is erased by itself.',
  ),
  'notice.area': text('中華民國境內。', 'Within the Republic of China (Taiwan).'),
  'notice.recipients': text('本機關，以及依法有權查閱的機關。', 'This agency, and agencies entitled by law.'),
  'notice.manner': text(
    '以電子或紙本方式審核這次申請、與您聯絡。經 MyData 收到的資料，驗證來源後只留下表單用得到的欄位，其餘立即刪除。',
    'Used electronically or on paper to examine this application and to contact you. Of what arrives through MyData, once its origin is verified, only the fields that the form uses are kept; the rest is erased at once.',
  ),
  'notice.rights': text(
    '依個人資料保護法第 3 條，您可以向本機關查詢、閱覽、索取複製本，請求補充或更正，以及請求停止蒐集、處理、利用或刪除。',
    'Under article 3 of the Personal Data Protection Act you may ask to see or copy your data, have it completed or corrected, or have its collection, processing and use stopped and the data erased.',
  ),
  'notice.ifRefused': text(
    '您可以不使用 MyData，改由自己填寫並附上證明文件，審核標準完全相同。但必填的資料沒有提供，我們就無法審核，會請您補件。',
    'You need not use MyData: fill the form in yourself and attach the papers, and it is judged in the same way. Where required data is missing we can not decide, and will ask you for it.',
  ),
};
