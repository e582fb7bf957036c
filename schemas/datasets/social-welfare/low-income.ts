/** 低收及中低收列冊資料 (dataset 59): the household's entry in the low-income register. The family's ids come masked. */
import { address, date, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const shape: Shape = {
  parts: [
    {
      columns: [
        text(['lic_title', 'title'], '列冊類別', 'kind of entry', '低收入戶'),
        text(['low_type', 'category'], '款別', 'category', '第3款'),
        text(['cname', 'person_name'], '姓名', 'name', '陳筱玲'),
        text(['cityname', 'county'], '縣市', 'county', '嘉義縣', 'plain'),
        text(['townname', 'town'], '鄉鎮市區', 'town', '太保市', 'plain'),
        text(['villagename', 'village'], '村里', 'village', '祥和里'),
        text(['addr', 'contact_address'], '通訊地址', 'contact address', '嘉義縣太保市祥和一路東段1號'),
        address(
          ['risaddr', 'household_address'],
          '戶籍地址',
          'registered address',
          '嘉義縣太保市祥和里1鄰祥和一路東段1號',
          'one-text',
        ),
        date(['app_date', 'applied_date'], '申請日期', 'date of application', '2025-11-03'),
        text(['app_no', 'application_no'], '申請編號', 'number of application', '1140001'),
        date(['chk_date', 'approved_date'], '核定日期', 'date of approval', '2025-12-10'),
        date(['until_date', 'valid_until'], '有效期限', 'valid until', '2026-12-31'),
        text(['doc_no_s', 'document_no'], '核定文號', 'number of the decision', '府社救字第1140000001號'),
        date(['doc_no_date', 'document_date'], '核定發文日期', 'date of the decision', '2025-12-10'),
        rows(['lowtypefam', 'family'], { 'zh-Hant': '列冊家屬', en: 'family in the register' }, [
          text(['position', 'relationship'], '稱謂', 'relationship', '長女'),
          text(['cnameh', 'person_name'], '姓名', 'name', '陳筱玲'),
          text(['id_no', 'masked_id'], '身分證統一編號（已遮蔽）', 'national id, masked', 'A12345****'),
          date(['birthday', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
          number(['sys_subsidy', 'subsidy'], '補助金額', 'subsidy', '0', 'personal'),
        ]),
      ],
    },
  ],
};

export const lowIncome = defineDataset(
  {
    no: 59,
    id: 'API.AbAYGIjoYw',
    idIs: 'observed',
    name: { 'zh-Hant': '低收及中低收列冊資料', en: 'Low-income and middle-low-income register' },
    ministry: '衛福部',
    unit: '社工司',
    ...offices.socialAffairs,
    category: 'social-welfare',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
    formats: ['json', 'pdf'],
    minutes: 0,
    parameters: [],
    specialCategory: false,
    status: 'in-use',
    offers: 'fields',
  },
  'observed',
  shape,
);
