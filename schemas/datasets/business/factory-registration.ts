/** 工廠及事業主體負責人及工廠登記資料 (dataset 24): one record per factory for which the person is responsible. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { address, businessNumber, code, date, nationalId, number, rows, text, texts } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const industries = rows(['FACT_PROFILE', 'industries'], { 'zh-Hant': '產業類別', en: 'industries' }, [
  about(
    text(['PROF_CODE', 'industry_code'], '產業類別代碼', 'code of the industry', '08', 'plain'),
    '行業統計分類的中類代碼。',
    'Two digits of the standard classification of industries',
  ),
  text(['PROF_NAME', 'industry_name'], '產業類別名稱', 'industry', '食品製造業', 'plain'),
  texts(['PROD_NAME', 'main_products'], '主要產品', 'main products', '米食製品', 'plain'),
]);

const shape: Shape = {
  list: { to: 'factories', label: { 'zh-Hant': '工廠登記', en: 'registered factories' } },
  parts: [
    {
      columns: [
        nationalId(['ID_NO', 'holder_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['NAME', 'person_name'], '姓名', 'name', '陳筱玲'),
        about(
          code(
            ['DUTY_TYPE', 'position'],
            '當事人身分',
            'what the person is',
            { 1: '工廠負責人', 2: '事業主體負責人', 3: '工廠負責人及事業主體負責人' },
            '工廠負責人及事業主體負責人',
          ),
          '工廠負責人管理工廠；事業主體負責人代表設立工廠的公司或商業。',
          'Responsible for the factory, for the company or business behind it, or both',
        ),
        text(['FACT_NO', 'factory_registration_no'], '工廠登記編號', 'number of the factory registration', '99990001'),
        text(['FACT_NAME', 'factory_name'], '工廠名稱', 'name of the factory', '太保好食股份有限公司太保廠', 'plain'),
        address(
          ['FACT_ADD', 'factory_address'],
          '工廠地址',
          'address of the factory',
          '嘉義縣太保市祥和一路東段1號',
          'one-text',
        ),
        text(
          ['FACT_MGR', 'factory_responsible_person'],
          '工廠負責人姓名',
          'person responsible for the factory',
          '陳筱玲',
        ),
        businessNumber(['BAN_NO', 'business_no'], '事業主體統一編號', 'business number of the entity', '12345675'),
        text(
          ['OWNER_NAME', 'entity_name'],
          '事業主體名稱',
          'company or business behind it',
          '太保好食股份有限公司',
          'plain',
        ),
        text(
          ['OWNER_REP', 'entity_responsible_person'],
          '事業主體負責人姓名',
          'person responsible for the entity',
          '陳筱玲',
        ),
        text(['ORG_TYPE', 'organisation_type'], '組織型態', 'kind of organisation', '股份有限公司', 'plain'),
        about(
          text(['REG_KIND', 'registration_kind'], '登記類別', 'kind of registration', '一般工廠登記', 'plain'),
          '一般工廠登記或特定工廠登記（既有農地工廠納管）。',
          'Ordinary, or the special registration of existing factories on farmland',
        ),
        about(
          text(['FACT_STATUS', 'factory_status'], '工廠登記狀態', 'state of the registration', '生產中', 'plain'),
          '例如生產中、停工、歇業、廢止。',
          'Such as in production, suspended, closed, revoked',
        ),
        text(
          ['SETUP_NO', 'establishment_permit_no'],
          '設立許可案號',
          'number of the establishment permit',
          '府經工字第1080000001號',
          'plain',
        ),
        date(
          ['SETUP_DATE', 'established_date'],
          '設立許可日期',
          'date of the establishment permit',
          '2019-03-05',
          'plain',
        ),
        date(['REG_DATE', 'registered_date'], '登記核准日期', 'date of registration', '2019-09-10', 'plain'),
        date(
          ['CHG_APP_DATE', 'change_approved_date'],
          '最近核准變更日期',
          'date of the last approved change',
          '2024-05-20',
          'plain',
        ),
        number(['LAND_AREA', 'site_area'], '廠地面積（平方公尺）', 'area of the site in square metres', '1200'),
        number(
          ['BUILD_AREA', 'building_area'],
          '廠房及建築物面積（平方公尺）',
          'area of the buildings in square metres',
          '850',
        ),
        text(['LAND_USE', 'land_use'], '用地類別', 'use of the land', '工業區', 'plain'),
        text(['REG_UNIT_NAME', 'registry_office'], '登記主管機關', 'office of registration', '嘉義縣政府', 'plain'),
        industries,
      ],
    },
  ],
};

export const factoryRegistration = defineDataset(
  {
    no: 24,
    id: 'API.l1xlOmEYua',
    idIs: 'assumed',
    name: {
      'zh-Hant': '工廠及事業主體負責人及工廠登記資料',
      en: 'Factory registration and persons responsible for factories',
    },
    ministry: '經濟部',
    unit: '商業司',
    ...offices.factory,
    category: 'business',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'business-certificate'],
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
