/** 戶政國民身分證影像 (dataset 4): the national id card as the register has it, with its photograph. Field names as observed. */
import { address, date, image, nationalId, text } from '../../normalise/columns.ts';
import { sampleJpeg } from '../../normalise/sample-image.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const shape: Shape = {
  parts: [
    {
      columns: [
        nationalId(['person_id', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['person_name', 'person_name'], '姓名', 'name', '陳筱玲'),
        date(['birth_yyymmdd', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
        text(['birth_place_code', 'birth_place'], '出生地', 'place of birth', '臺灣省嘉義縣'),
        text(['spouse_name', 'spouse_name'], '配偶姓名', 'name of spouse', '林志明'),
        text(['father', 'father_name'], '父姓名', 'name of father', '陳大文'),
        text(['mother', 'mother_name'], '母姓名', 'name of mother', '王美麗'),
        date(
          ['id_card_apply_yyymmdd', 'id_card_apply_date'],
          '身分證領補換日期',
          'date of id card issue',
          '2015-06-01',
        ),
        text(['id_card_apply_code', 'id_card_apply_reason'], '身分證領補換別', 'reason of id card issue', '換證'),
        text(['reissue_site_id', 'issuing_office'], '換證機關', 'office that issued the card', '嘉義縣太保市', 'plain'),
        text(['image_flag', 'image_mark'], '影像註記', 'mark of the image', '有影像', 'plain'),
        image(['image_base64', 'image'], '身分證影像', 'photograph on the id card', sampleJpeg),
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

export const idCardImage = defineDataset(
  {
    no: 4,
    id: 'API.idPhotoRev',
    idIs: 'observed',
    name: { 'zh-Hant': '戶政國民身分證影像', en: 'National identity card image' },
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
