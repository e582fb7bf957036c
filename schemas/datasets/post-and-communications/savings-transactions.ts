/** 存簿儲金交易明細(3個月) (dataset 43): the account, and one row for each transaction of the last three months. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, dateTime, money, nationalId, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const transactions = rows(['TXN_LIST', 'transactions'], { 'zh-Hant': '交易明細', en: 'transactions' }, [
  number(['SEQ', 'sequence_no'], '序號', 'sequence number', '1'),
  written(
    dateTime(['TXN_DT', 'transacted_at'], '交易時間', 'time of the transaction', '2025-10-05T09:12:30+08:00'),
    'digits',
  ),
  about(
    text(['MEMO', 'summary'], '摘要', 'summary', '薪資'),
    '存簿上的摘要，例如薪資、現金提款、跨行轉入、年金。',
    'As in the passbook, such as wages, cash withdrawal, transfer from another bank, pension.',
  ),
  written(money(['WITHDRAW_AMT', 'withdrawn_amount'], '提出金額', 'amount withdrawn', '3000'), 'thousands'),
  written(money(['DEPOSIT_AMT', 'deposited_amount'], '存入金額', 'amount deposited', '36000'), 'thousands'),
  written(money(['BALANCE', 'balance_amount'], '結存金額', 'balance', '52310'), 'thousands'),
  about(
    text(['REMARK', 'remark'], '備註', 'remark', '太保好食股份有限公司'),
    '匯款人、轉帳帳號後幾碼或存戶自己的註記。',
    'Who sent the money, last digits of the other account, or the depositor’s own note.',
  ),
  text(['TXN_BRH', 'transaction_office'], '交易局', 'office of the transaction', '太保郵局'),
]);

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        nationalId(['CUST_ID', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['CUST_NAME', 'person_name'], '戶名', 'name of the depositor', '陳筱玲'),
        about(
          text(['BRH_NO', 'post_office_no'], '局號', 'number of the post office', '0051234'),
          '存簿上的局號，7 碼（含檢號）。',
          'Seven digits with the check digit, as in the passbook.',
        ),
        about(
          text(['ACCT_NO', 'account_no'], '帳號', 'account number', '0123456'),
          '存簿上的帳號，7 碼（含檢號）。匯款要同時有局號和帳號，郵局代號是 700。',
          'Seven digits with the check digit. A transfer needs the number of the office as well; the bank code is 700.',
        ),
        text(['BRH_NAME', 'issuing_office'], '立帳局', 'office of the account', '太保郵局', 'plain'),
        code(
          ['ACCT_TYPE', 'account_kind'],
          '帳戶種類',
          'kind of account',
          { 1: '存簿儲金', 2: '數位存款', 3: '薪資轉帳', 4: '社會福利專戶' },
          '存簿儲金',
        ),
        text(['CURRENCY', 'currency'], '幣別', 'currency', '新臺幣', 'plain'),
        written(date(['QUERY_FROM', 'period_from_date'], '查詢起日', 'first day', '2025-08-04'), 'digits'),
        about(
          written(date(['QUERY_TO', 'period_until_date'], '查詢迄日', 'last day', '2025-11-03'), 'digits'),
          '交易明細到這一天為止，往前三個月。',
          'The transactions end on this day and begin three months before.',
        ),
        written(money(['OPEN_BAL', 'opening_balance_amount'], '期初餘額', 'balance before', '19310'), 'thousands'),
        about(
          written(money(['CLOSE_BAL', 'closing_balance_amount'], '期末餘額', 'balance after', '52310'), 'thousands'),
          '查詢迄日的帳戶餘額。',
          'Balance of the account on the last day.',
        ),
        transactions,
        about(
          text(['ACCT_STATUS', 'status'], '帳戶狀態', 'state of the account', '正常'),
          '正常、靜止戶、警示、凍結或結清。',
          'Normal (正常), dormant (靜止戶), flagged (警示), frozen (凍結) or closed (結清).',
        ),
      ],
    },
  ],
};

export const savingsTransactions = defineDataset(
  {
    no: 43,
    id: 'API.WPnas0AfD7',
    idIs: 'assumed',
    name: { 'zh-Hant': '存簿儲金交易明細(3個月)', en: 'Passbook savings transactions (three months)' },
    ministry: '交通部',
    unit: '中華郵政',
    ...offices.post,
    category: 'post-and-communications',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'assumed',
  shape,
);
