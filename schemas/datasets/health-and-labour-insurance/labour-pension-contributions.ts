/** 勞工提繳異動資料 (dataset 50): starts, changes and stops of contributions to the labour pension. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, money, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { bureauDate, insuredPerson } from './labour-insurance-columns.ts';

const shape: Shape = {
  envelope: 'returnData',
  parts: [
    {
      columns: [
        ...insuredPerson,
        bureauDate(['qryDte', 'queried_date'], '查詢日期', 'date of query', '2026-01-15'),
        rows(['ctbData', 'contribution_changes'], { 'zh-Hant': '提繳異動紀錄', en: 'changes in contributions' }, [
          number(['seqNo', 'sequence_no'], '序號', 'sequence number', '1'),
          about(
            text(['ubNo', 'contributing_unit_no'], '提繳單位編號', 'number of the contributing unit', '01234567A'),
            '提繳單位（雇主）的編號，不是個人的號碼。',
            'Number of the contributing unit (employer), not of the person.',
          ),
          text(
            ['ubName', 'contributing_unit_name'],
            '提繳單位名稱',
            'name of the contributing unit',
            '太保好食股份有限公司',
          ),
          code(
            ['ctbKind', 'contributor_kind'],
            '提繳身分別',
            'kind of contributor',
            { 1: '強制提繳對象', 2: '不適用勞基法之勞工', 3: '實際從事勞動之雇主', 4: '自營作業者', 5: '受委任工作者' },
            '強制提繳對象',
          ),
          code(
            ['txnKind', 'change_kind'],
            '異動別',
            'kind of change',
            { 4: '開始提繳', 2: '停止提繳', 3: '調整提繳工資', 6: '調整提繳率' },
            '開始提繳',
          ),
          money(['wage', 'contribution_wage'], '月提繳工資', 'monthly contribution wage', '45800'),
          about(
            number(['empRate', 'employer_rate'], '雇主提繳率（%）', 'employer’s rate (%)', '6', 'personal'),
            '百分比，雇主依法不得低於 6。',
            'In per cent; by law the employer’s is at least 6.',
          ),
          about(
            number(['selfRate', 'own_rate'], '個人自願提繳率（%）', 'own voluntary rate (%)', '3', 'personal'),
            '百分比，0 到 6；沒有自願提繳時是 0。',
            'In per cent, 0 to 6; 0 where the person pays nothing voluntarily.',
          ),
          bureauDate(['efDte', 'effective_date'], '生效日期', 'date of effect', '2018-07-02'),
          about(
            bureauDate(['stopDte', 'stopped_date'], '停繳日期', 'date of stopping', '2025-12-31'),
            '仍在提繳時沒有這個日期。',
            'Absent while contributions go on.',
          ),
          text(['memo', 'remarks'], '備註', 'remarks', '申報資料無誤'),
        ]),
      ],
    },
  ],
};

export const labourPensionContributions = defineDataset(
  {
    no: 50,
    id: 'API.yqkllwwTYl',
    idIs: 'observed',
    name: { 'zh-Hant': '勞工提繳異動資料', en: 'Changes in labour pension contributions' },
    ministry: '勞動部',
    unit: '勞工保險局',
    ...offices.labourInsurance,
    category: 'health-and-labour-insurance',
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
