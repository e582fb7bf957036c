/** To people of the platform and of organisations, not to residents. */
import type { MessageWords } from '../queue.ts';
import { letter, taipeiTime, type Setting } from './letter.ts';

/** @param link one-time, with the secret in its fragment or path; it goes by e-mail only */
export const staffInvitationText = (
  setting: Setting,
  {
    name,
    role,
    link,
    until,
  }: { readonly name: string; readonly role: string; readonly link: string; readonly until: Date },
): MessageWords =>
  letter(setting, {
    subject: 'MyData 平臺：請建立您的管理帳號',
    name,
    paragraphs: [
      `您獲邀以「${role}」的身分使用 MyData 平臺的管理後臺。請在 ${taipeiTime(until)} 前，用下面的連結建立帳號（只能使用一次）：`,
      link,
      '建立時需要設定密碼，並用手機的驗證程式掃描條碼，作為第二道驗證。如果您不知道這件事，請不要理會這封信。',
    ],
    english: 'You are invited to the platform’s console. Please make your account by the link above; it works once.',
    short: '您獲邀使用 MyData 平臺的管理後臺，請到電子郵件信箱查看連結。',
  });

/** The operator decided about a service: put into use, refused, suspended, restored. */
export const serviceDecisionText = (
  setting: Setting,
  {
    name,
    service,
    decision,
    reason,
    next,
    at,
  }: {
    readonly name: string;
    readonly service: string;
    /** As a sentence's end: 「審查通過，已進入試營運」. */
    readonly decision: string;
    readonly reason?: string;
    /** What to do now. */
    readonly next?: string;
    readonly at: Date;
  },
): MessageWords =>
  letter(setting, {
    subject: `MyData 服務審查結果：${service}`,
    name,
    paragraphs: [
      [`服務：${service}`, `結果：${decision}`, `時間：${taipeiTime(at)}`, ...(reason ? [`理由：${reason}`] : [])],
      ...(next ? [next] : []),
    ],
    english: `There is a decision about the service “${service}”; please see above.`,
    short: `服務「${service}」的審查有結果：${decision}。詳情請看電子郵件。`,
  });
