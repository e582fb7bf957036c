/** What happened in one transaction 交易: who asked, which service, which datasets, when (手冊 附件二: each use is notified). */
import type { MessageWords } from '../queue.ts';
import { letter, notMe, taipeiTime, type Setting } from './letter.ts';

export interface TransferFacts {
  readonly name: string;
  readonly service: string;
  /** Names as the resident reads them. */
  readonly datasets: readonly string[];
  readonly at: Date;
}

const facts = ({ service, datasets }: TransferFacts, label = '資料'): readonly string[] => [
  `服務：${service}`,
  `${label}：${datasets.join('、')}`,
];

/** The service provider has fetched the data. */
export const deliveredText = (setting: Setting, of: TransferFacts): MessageWords =>
  letter(setting, {
    subject: `MyData 資料傳送通知：${of.service}`,
    name: of.name,
    paragraphs: [
      [`您同意傳送的資料，已經在 ${taipeiTime(of.at)} 由以下服務取得：`, ...facts(of)],
      `本平臺留存的副本已經刪除。${notMe}`,
    ],
    english: `The data that you agreed to send was fetched by the service “${of.service}”. Our copy is deleted.`,
    short: `您同意傳送的資料，已由「${of.service}」取得，本平臺的副本已刪除。非本人操作請聯絡承辦單位。`,
  });

/** Some datasets take time to prepare, and the resident has left. @param of `minutes` as the agency states it; `withdraw`: where to take the consent back */
export const waitingText = (
  setting: Setting,
  of: TransferFacts & { readonly minutes?: number; readonly withdraw?: string },
): MessageWords =>
  letter(setting, {
    subject: `MyData 資料準備中：${of.service}`,
    name: of.name,
    paragraphs: [
      ['您同意傳送的資料，有一部分還在準備：', ...facts(of, '準備中')],
      `${of.minutes ? `大約需要 ${of.minutes} 分鐘，您不必在電腦前等。` : '您不必在電腦前等。'}準備好並送達後，我們會再通知您；最多等 8 小時，逾時就不傳送，也會通知您。`,
      ...(of.withdraw ? [['送達以前，您可以用這個連結撤回同意：', of.withdraw]] : []),
      notMe,
    ],
    english: `Some of the data for “${of.service}” is still being prepared. You need not wait; we will tell you when it is delivered.`,
    short: `要傳給「${of.service}」的資料還在準備，送達後會再通知您，不必等候。`,
  });

/** What was waited for is there, and the service provider may fetch it (or has). */
export const readyText = (setting: Setting, of: TransferFacts): MessageWords =>
  letter(setting, {
    subject: `MyData 資料已備妥：${of.service}`,
    name: of.name,
    paragraphs: [
      [`您先前同意傳送、當時還在準備的資料，已經在 ${taipeiTime(of.at)} 備妥：`, ...facts(of)],
      '請回到該服務的網站，繼續完成您的申請；已經填寫的內容都還在。',
      notMe,
    ],
    english: `The data that was being prepared for “${of.service}” is ready. You can go back to its site and go on.`,
    short: `要傳給「${of.service}」的資料已備妥，請回到該服務的網站繼續申請。`,
  });

/** Nobody fetched it within 8 hours, or it could not be had in that time. */
export const expiredText = (setting: Setting, of: TransferFacts): MessageWords =>
  letter(setting, {
    subject: `MyData 資料沒有送達：${of.service}`,
    name: of.name,
    paragraphs: [
      ['您同意傳送的資料，在 8 小時內沒有送達，已經依規定刪除：', ...facts(of)],
      '該服務沒有拿到這些資料。請回到該服務的網站重新申請，或改附紙本證明。',
    ],
    english: `The data for “${of.service}” was not delivered within 8 hours and is deleted. Please apply again there.`,
    short: `要傳給「${of.service}」的資料逾 8 小時未送達，已刪除。請回該服務網站重新申請。`,
  });

/** A dataset could not be had, and it is all or nothing. */
export const failedText = (setting: Setting, of: TransferFacts): MessageWords =>
  letter(setting, {
    subject: `MyData 資料沒有送達：${of.service}`,
    name: of.name,
    paragraphs: [
      ['您同意傳送的資料，有一項無法向機關取得，因此沒有傳送任何資料：', ...facts(of)],
      '已經取得的副本都刪除了。請回到該服務的網站，改天再試一次，或改附紙本證明。',
    ],
    english: `One of the datasets for “${of.service}” could not be had, so nothing was sent. Please try again or bring paper proofs.`,
    short: `要傳給「${of.service}」的資料無法全部取得，沒有傳送。請回該服務網站再試或改附證明。`,
  });

/** The service fetched it, and has not said that it has it, or said that it can't use it. */
export const unconfirmedText = (setting: Setting, of: TransferFacts): MessageWords =>
  letter(setting, {
    subject: `MyData 資料沒有完成送達：${of.service}`,
    name: of.name,
    paragraphs: [
      ['您同意傳送的資料，以下服務來取過，但沒有完成接收：', ...facts(of)],
      '本平臺留存的副本已經刪除，不會再傳送。請回到該服務的網站重新申請，或改附紙本證明。',
    ],
    english: `The service “${of.service}” asked for the data, but has not confirmed that it has it. Our copy is deleted. Please apply again there.`,
    short: `「${of.service}」沒有完成接收您的資料，本平臺的副本已刪除。請回該服務網站重新申請或改附證明。`,
  });

/** The resident took the consent back before the data was fetched. */
export const withdrawnText = (setting: Setting, of: TransferFacts): MessageWords =>
  letter(setting, {
    subject: `MyData 已取消傳送：${of.service}`,
    name: of.name,
    paragraphs: [
      [`您在 ${taipeiTime(of.at)} 取消了這次傳送：`, ...facts(of)],
      `該服務沒有拿到這些資料，本平臺留存的副本已經刪除。${notMe}`,
    ],
    english: `You took back your consent for “${of.service}”. It got no data, and our copy is deleted.`,
    short: `您已取消傳送資料給「${of.service}」，資料沒有送出，副本已刪除。`,
  });
