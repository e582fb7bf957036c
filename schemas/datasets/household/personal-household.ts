/** 個人戶籍資料 (dataset 1): the person's own entry in the household register. Field names as observed. */
import { address, date, nationalId, text, texts } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const shape: Shape = {
  envelope: 'responseData',
  wrappers: ['personHouseholdData12'],
  parts: [
    {
      columns: [
        nationalId(['person_id', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['person_name', 'person_name'], '姓名', 'name', '陳筱玲'),
        date(['birth_yyymmdd', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
        text(['birth_place_code', 'birth_place'], '出生地', 'place of birth', '臺灣省嘉義縣'),
        text(['birth_order_sex', 'birth_order_sex'], '出生別', 'birth order and sex', '長女'),
        text(['marriage_code', 'marriage_status'], '婚姻狀況', 'marital status', '有偶'),
        text(['spouse_name', 'spouse_name'], '配偶姓名', 'name of spouse', '林志明'),
        text(['father_name', 'father_name'], '父姓名', 'name of father', '陳大文'),
        text(['mother_name', 'mother_name'], '母姓名', 'name of mother', '王美麗'),
        text(['foster_father_name', 'foster_father_name'], '養父姓名', 'name of adoptive father', '王小明'),
        text(['foster_mother_name', 'foster_mother_name'], '養母姓名', 'name of adoptive mother', '王小美'),
        text(['foster_parent_mark', 'foster_parent_mark'], '養父母註記', 'mark of adoption', '無'),
        nationalId(['household_head_id', 'household_head_id'], '戶長統號', 'id of household head', 'A123456789'),
        text(['household_id', 'household_id'], '戶號', 'household number', 'F1234567'),
        date(['move_in_yyymmdd', 'move_in_date'], '遷入日期', 'date of moving in', '2015-06-01'),
        text(['education_mark', 'education'], '教育程度', 'education', '大學畢業'),
        text(['military_code', 'military_service'], '役別', 'military service', '後備役'),
        text(['living_style_code', 'living_style'], '生活型態', 'way of living', '一般'),
        text(['living_race_type', 'indigenous_group'], '原住民族別', 'indigenous group', '鄒族'),
        text(['personal_mark', 'personal_mark'], '個人註記', 'personal mark', '無'),
        text(['special_mark', 'special_mark'], '特殊註記', 'special mark', '無'),
        text(['special_inci_code', 'special_incident'], '特殊事件', 'special incident', '無'),
        texts(['register_content', 'register_notes'], '個人記事', 'entries in the register', '民國104年6月1日遷入登記'),
        text(['id_card_apply_code', 'id_card_apply_reason'], '身分證領補換別', 'reason of id card issue', '換證'),
        date(
          ['id_card_apply_yyymmdd', 'id_card_apply_date'],
          '身分證領補換日期',
          'date of id card issue',
          '2015-06-01',
        ),
        text(['seal_apply_code', 'seal_apply_reason'], '印鑑登記別', 'kind of seal registration', '印鑑登記'),
        date(['seal_apply_yyymmdd', 'seal_apply_date'], '印鑑登記日期', 'date of seal registration', '2015-06-01'),
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

export const personalHousehold = defineDataset(
  {
    no: 1,
    id: 'API.7QovE2Gev6',
    idIs: 'observed',
    name: { 'zh-Hant': '個人戶籍資料', en: 'Personal household registration' },
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
