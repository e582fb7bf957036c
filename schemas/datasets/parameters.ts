/**
 * Parameters that a dataset may ask of the resident before it can answer; each goes to the agency as a header of its name.
 * That datasets ask such things has been seen, and their kinds; the header names here are made in the same manner.
 */
import type { Text } from '../text.ts';

/** What the resident fills it in with. `…-number` widgets are a line of text with a check of its own. */
type ParameterWidget =
  | 'roc-year'
  | 'date'
  | 'county'
  | 'vehicle-class'
  | 'plate-number'
  | 'house-tax-number'
  | 'mobile-barcode'
  | 'invoice-number'
  | 'account-number';

export interface Parameter {
  /** Header name towards the agency: letters and digits only. */
  readonly name: string;
  readonly label: Text;
  /** Where to find it, or what happens without it; plain words. */
  readonly hint: Text;
  readonly required: boolean;
  readonly widget: ParameterWidget;
  /** Closed choice: the value that is sent and what the resident reads. */
  readonly options?: readonly { readonly value: string; readonly label: Text }[];
  /** `roc-year`: how many past years are offered, the last full one first. */
  readonly yearsBack?: number;
}

const say = (zh: string, en: string): Text => ({ 'zh-Hant': zh, en });

const vehicleClasses = [
  { value: '汽車', label: say('汽車', 'Car') },
  { value: '機車', label: say('機車', 'Motorcycle') },
] as const;

export const parameters = {
  year: {
    name: 'year',
    label: say('年度', 'Year'),
    hint: say('請選擇民國年度。', 'Choose the year, counted from 1912 as year 1.'),
    required: true,
    widget: 'roc-year',
    yearsBack: 5,
  },
  startDate: {
    name: 'startDate',
    label: say('開始日期', 'From'),
    hint: say('不填就從最早的紀錄開始。', 'Leave it empty to begin with the first record.'),
    required: false,
    widget: 'date',
  },
  endDate: {
    name: 'endDate',
    label: say('結束日期', 'To'),
    hint: say('不填就到今天為止。', 'Leave it empty to end today.'),
    required: false,
    widget: 'date',
  },
  county: {
    name: 'county',
    label: say('縣市', 'County'),
    hint: say('不選就查全國。', 'Leave it empty to look in all counties.'),
    required: false,
    widget: 'county',
  },
  vehicleClass: {
    name: 'vehicleClass',
    label: say('車輛種類', 'Kind of vehicle'),
    hint: say('請選擇汽車或機車。', 'Choose car or motorcycle.'),
    required: true,
    widget: 'vehicle-class',
    options: vehicleClasses,
  },
  plateNumber: {
    name: 'plateNo',
    label: say('車牌號碼', 'Plate number'),
    hint: say('只要其中一輛車時才填，例如 ABC-1234。', 'Only if you want one vehicle, such as ABC-1234.'),
    required: false,
    widget: 'plate-number',
  },
  houseTaxNumber: {
    name: 'houseTaxNo',
    label: say('房屋稅籍編號', 'House tax number'),
    hint: say(
      '在房屋稅繳款書上。不知道就不用填，會提供您名下的全部房屋。',
      'It is on the house tax bill. If you do not know it, leave it empty: all your houses are included.',
    ),
    required: false,
    widget: 'house-tax-number',
  },
  mobileBarcode: {
    name: 'cardNo',
    label: say('手機條碼', 'Mobile barcode'),
    hint: say('斜線開頭，共 8 碼，例如 /ABC1234。', 'A slash and seven characters, such as /ABC1234.'),
    required: true,
    widget: 'mobile-barcode',
  },
  invoiceNumber: {
    name: 'invNum',
    label: say('發票號碼', 'Invoice number'),
    hint: say('兩個英文字母和 8 個數字，例如 AB12345678。', 'Two letters and eight digits, such as AB12345678.'),
    required: true,
    widget: 'invoice-number',
  },
  invoiceDate: {
    name: 'invDate',
    label: say('發票日期', 'Invoice date'),
    hint: say('印在發票上的日期。', 'The date on the invoice.'),
    required: true,
    widget: 'date',
  },
  electricityNumber: {
    name: 'electricityNo',
    label: say('電號', 'Electricity account number'),
    hint: say('在電費單上，共 11 碼。', 'It is on the electricity bill: 11 digits.'),
    required: true,
    widget: 'account-number',
  },
  waterNumber: {
    name: 'waterNo',
    label: say('水號', 'Water account number'),
    hint: say('在水費單上，共 11 碼。', 'It is on the water bill: 11 characters.'),
    required: true,
    widget: 'account-number',
  },
  gasNumber: {
    name: 'gasNo',
    label: say('天然氣用戶號碼', 'Gas account number'),
    hint: say('在天然氣費帳單上。', 'It is on the gas bill.'),
    required: true,
    widget: 'account-number',
  },
} as const satisfies Readonly<Record<string, Parameter>>;
