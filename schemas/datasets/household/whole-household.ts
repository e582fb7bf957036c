/** 現戶全戶戶籍資料 (dataset 2): everyone registered in the household today. Field names as observed. */
import { address, date, nationalId, rows, text, texts } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const member = [
  nationalId(['person_id', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
  text(['person_name', 'person_name'], '姓名', 'name', '陳筱玲'),
  text(['name_romanization', 'romanized_name'], '姓名羅馬拼音', 'romanized name', 'Chen Hsiao-Ling'),
  text(['relationship', 'relationship'], '稱謂', 'relation to household head', '長女'),
  date(['birth_yyymmdd', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
  text(['birth_order_sex', 'birth_order_sex'], '出生別', 'birth order and sex', '長女'),
  text(['birth_place_code', 'birth_place'], '出生地', 'place of birth', '臺灣省嘉義縣'),
  nationalId(['father_id', 'father_id'], '父統號', 'id of father', 'A123456789'),
  text(['father_name', 'father_name'], '父姓名', 'name of father', '陳大文'),
  nationalId(['mother_id', 'mother_id'], '母統號', 'id of mother', 'A223456781'),
  text(['mother_name', 'mother_name'], '母姓名', 'name of mother', '王美麗'),
  nationalId(['spouse_id', 'spouse_id'], '配偶統號', 'id of spouse', 'A123456789'),
  text(['spouse_name', 'spouse_name'], '配偶姓名', 'name of spouse', '林志明'),
  nationalId(['foster_father_id', 'foster_father_id'], '養父統號', 'id of adoptive father', 'A123456789'),
  text(['foster_father_name', 'foster_father_name'], '養父姓名', 'name of adoptive father', '王小明'),
  nationalId(['foster_mother_id', 'foster_mother_id'], '養母統號', 'id of adoptive mother', 'A223456781'),
  text(['foster_mother_name', 'foster_mother_name'], '養母姓名', 'name of adoptive mother', '王小美'),
  text(['marriage_code', 'marriage_status'], '婚姻狀況', 'marital status', '有偶'),
  text(['education_mark', 'education'], '教育程度', 'education', '大學畢業'),
  text(['military_code', 'military_service'], '役別', 'military service', '後備役'),
  text(['living_race_type', 'indigenous_group'], '原住民族別', 'indigenous group', '鄒族'),
  date(['move_in_yyymmdd', 'move_in_date'], '遷入日期', 'date of moving in', '2015-06-01'),
  texts(['register_content', 'register_notes'], '個人記事', 'entries in the register', '民國104年6月1日遷入登記'),
];

const shape: Shape = {
  envelope: 'responseData',
  parts: [
    {
      columns: [
        rows(['personHouseholdData21', 'members'], { 'zh-Hant': '戶內人口', en: 'members of the household' }, member),
      ],
    },
    {
      in: 'householdBasicData21',
      columns: [
        text(['household_head_name', 'household_head_name'], '戶長姓名', 'name of household head', '林志明'),
        nationalId(['household_head_id', 'household_head_id'], '戶長統號', 'id of household head', 'A123456789'),
        text(['household_id', 'household_id'], '戶號', 'household number', 'F1234567'),
        texts(
          ['household_register_content', 'household_register_notes'],
          '全戶動態記事',
          'entries about the household',
          '民國104年6月1日創立新戶',
        ),
        address(
          ['householdAddress', 'household_address'],
          '戶籍地址',
          'registered address',
          '嘉義縣太保市祥和里1鄰祥和一路東段1號',
        ),
      ],
    },
  ],
};

export const wholeHousehold = defineDataset(
  {
    no: 2,
    id: 'API.UDauDOLyZg',
    idIs: 'observed',
    name: { 'zh-Hant': '現戶全戶戶籍資料', en: 'Whole household registration' },
    ministry: '內政部',
    unit: '戶政司',
    ...offices.household,
    category: 'household',
    identity: ['citizen-certificate', 'tw-fido'],
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
