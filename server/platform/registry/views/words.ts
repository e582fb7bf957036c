/** Phases, announcements and refusals in words. */
import type { Announced, Phase, PhaseRefusal, ServiceState } from '../phases.ts';
import { dateInTaiwan } from '#schemas/taiwan/calendar.ts';
import { formatRocDate } from '#schemas/taiwan/roc-date.ts';
import type { Organisation, RegistryDecision } from '../../storage.ts';

export const phaseNames: { readonly [name in Phase]: string } = {
  applied: '審查中（測試前）',
  returned: '退回補正',
  refused: '不同意',
  test: '測試',
  trial: '試辦（內部測試人員）',
  'live-requested': '正式上線審查中',
  live: '正式上線',
  suspended: '暫停中',
  ended: '已終止',
};

/** Class of the tag that shows a phase: `ok` may be used, `bad` is stopped or came back, `quiet` is the rest. */
export const tone = (phase: Phase): 'ok' | 'bad' | 'quiet' =>
  phase === 'live' || phase === 'test' || phase === 'trial'
    ? 'ok'
    : phase === 'suspended' || phase === 'refused' || phase === 'returned'
      ? 'bad'
      : 'quiet';

const dayInWords = (at: Date): string => formatRocDate(dateInTaiwan(at)) ?? dateInTaiwan(at);

const announcedNames = { change: '變更', pause: '暫停', end: '終止' } as const satisfies {
  readonly [what in Announced['what']]: string;
};

/** With the day in the ROC calendar; undefined where nothing is announced. */
export const announcedText = ({ announced }: ServiceState): string | undefined =>
  announced &&
  `已公告：${dayInWords(announced.effectiveAt)}起${announcedNames[announced.what]}${
    announced.what === 'change'
      ? `（第 ${announced.version ?? ''} 版，${announced.agreed ? '已審查通過' : '審查中'}）`
      : ''
  }`;

export const refusalTexts: { readonly [reason in PhaseRefusal]: string } = {
  'not-now': '這個服務目前的階段不能這樣做。畫面可能已經過時，請看最新的狀態。',
  'too-soon':
    '異動、暫停與終止要在 30 日前公告（附件一 四-(二)、五-(三)），請選晚一點的日期。緊急情況請用「緊急暫停」。',
  'announced-already': '已經有一項公告。請先撤回，再提出新的。',
  'review-open': '新版本還在審查，請等審查結果。',
  'not-yours': '這個服務由平臺暫停，只能由平臺恢復。請與平臺聯絡。',
};

export const movedText = '剛才有人先處理了這一筆，所以沒有存入您的動作。請看最新的狀態，再決定要不要重做。';

export const organisationStates: { readonly [state in Organisation['state']]: string } = {
  applied: '待審查',
  joined: '已加入',
  returned: '退回補正',
  refused: '不同意',
};

const decisionNames: Readonly<Record<string, string>> = {
  apply: '申請測試',
  'apply-again': '重新申請',
  'propose-version': '送出新版本',
  'announce-change': '公告變更',
  'announce-pause': '公告暫停',
  'announce-end': '公告終止',
  'withdraw-announcement': '撤回公告',
  'start-trial': '進入試辦',
  'request-live': '申請正式上線',
  'withdraw-live': '撤回上線申請',
  suspend: '緊急暫停',
  restore: '恢復',
  approve: '同意',
  return: '退回補正',
  refuse: '不同意',
  answer: '回答審查問題',
  'prepare-key': '產生新金鑰',
  'switch-key': '改用新金鑰',
  'drop-key': '停用金鑰',
  'set-testers': '設定測試人員',
  submit: '由機關的系統登錄',
  'submit-covered': '由機關的系統登錄（自動生效）',
  'withdraw-submission': '撤回登錄的變更',
  'ask-review': '試辦前送審',
  'receive-key': '機關的系統已存好金鑰',
  'make-registry-account': '建立登錄帳號',
  'renew-registry-account': '登錄帳號換新密碼',
  'revoke-registry-account': '停用登錄帳號',
};

/** In Chinese; what has no words is shown by its code. */
export const decisionName = ({ what }: Pick<RegistryDecision, 'what'>): string => decisionNames[what] ?? what;
