import { html } from 'hono/html';
import type { CountyStaff } from '../../staff/session.ts';
import type { StaffAction } from '../../staff/storage.ts';
import { staffPage, table, type Html } from '../../staff/views/page.ts';
import type { TransferRecord } from '../../storage.ts';
import { countyEvents } from '../../journeys/transfer-events.ts';
import { timeInTaiwan } from './time.ts';

/** Verbs of `recordAction`; one without a name is shown as it is. */
export const verbNames: Readonly<Record<string, string>> = {
  'sign-in': '登入',
  'sign-out': '登出',
  'change-password': '更改密碼',
  'choose-desk': '選擇櫃檯',
  'open-desk': '開啟櫃檯',
  'enrol-desk': '登錄櫃檯',
  'place-desk': '更改櫃檯位置',
  'free-desk': '結束櫃檯的使用',
  'close-desk': '停用櫃檯',
  'present-barcode': '掃描資料條碼',
  'resend-code': '重送驗證密碼',
  'code-refused': '驗證密碼不符',
  'open-case': '開始臨櫃案件',
  'view-case': '查看臨櫃案件',
  'view-document': '查看文件',
  'take-datasets': '存下資料',
  'submit-for-applicant': '代為送出申請',
  'close-case': '結束臨櫃案件',
  'case-failed': '臨櫃案件未成',
  'new-form': '新增表單',
  'send-form': '表單送核',
  'withdraw-form': '撤回送核',
  'change-sent-form': '送核後再修改',
  'approve-form': '核定表單',
  'return-form': '退回表單',
  'publish-form': '發布表單',
  'schedule-form': '設定受理時間',
  'restore-form': '還原舊版本',
  'discard-form': '捨棄草稿',
  'add-office': '新增單位',
  'rename-office': '更改單位名稱',
  'move-office': '移動單位',
  'close-office': '裁撤單位',
  'move-service': '服務移到另一個單位',
  'give-role': '給職務',
  'take-role': '收回職務',
  'invite-staff': '邀請人員',
  'renew-account': '產生重設連結',
  'close-account': '停用帳號',
  'make-own-account': '建立自己的帳號',
  'restore-backup': '啟用備份還原的資料庫',
  'renew-own-account': '重設自己的帳號',
};

/**
 * For auditors: what staff did and what was transferred, newest first, at most `most` of each. Of residents no name, id
 * or hash of one.
 */
export const recordsView = ({
  test,
  staff,
  actions,
  transfers,
  most,
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  readonly actions: readonly StaffAction[];
  readonly transfers: readonly TransferRecord[];
  readonly most: number;
}): Html =>
  staffPage({
    title: '紀錄',
    test,
    staff,
    body: html`
      <p class="lead">您負責的單位與其下的單位，最近的 ${most} 筆。</p>
      <h2>人員的動作</h2>
      ${table(
        ['時間', '人員', '動作', '對象', '單位', '理由'],
        actions.map(({ at, staffName, verb, object, office, reason }) => [
          timeInTaiwan(at),
          staffName,
          verbNames[verb] ?? verb,
          object,
          office === undefined ? '' : (staff.offices.get(office)?.name['zh-Hant'] ?? office),
          reason ?? '',
        ]),
        '人員的動作',
      )}
      <h2>資料的傳輸</h2>
      ${table(
        ['時間', '服務', '事件', '交易', '結果'],
        transfers.map(({ at, service, event, txId, ok, detail }) => [
          timeInTaiwan(at),
          service,
          html`${event} <span lang="en">${countyEvents[event]}</span>`,
          txId,
          `${ok ? '成功' : '未成功'}${detail === undefined ? '' : `（${detail}）`}`,
        ]),
        '資料的傳輸',
      )}
    `,
  });
