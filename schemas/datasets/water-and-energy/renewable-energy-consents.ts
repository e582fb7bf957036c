/** 再生能源發電設備同意設備案 (dataset 31): the holder and one row for each consent. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { date, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { equipmentColumns, holderColumns } from './renewable-energy-columns.ts';

const consents = rows(['CASES', 'consents'], { 'zh-Hant': '同意備案', en: 'consents' }, [
  about(
    text(['AGREE_NO', 'consent_no'], '同意備案編號', 'number of the consent', 'CYQ-113PV0123'),
    '同意備案函上的編號；申請設備登記時要填。',
    'The number on the letter of consent; asked for when the equipment is registered.',
  ),
  text(['DOC_NO', 'document_no'], '發文字號', 'document number', '府經能字第1130001234號'),
  date(['APP_DATE', 'applied_date'], '申請日期', 'date of application', '2024-03-01'),
  date(['AGREE_DATE', 'issued_date'], '同意備案日期', 'date of consent', '2024-04-10'),
  about(
    date(['SIGN_LIMIT_DATE', 'contract_deadline_date'], '簽約期限', 'contract deadline', '2024-06-09'),
    '全額或餘電躉售者，要在這一天以前與公用售電業簽訂購售電契約。',
    'Whoever sells to the utility must sign the contract by this day.',
  ),
  about(
    date(['VALID_DATE', 'valid_until_date'], '完工登記期限', 'registration deadline', '2025-04-09'),
    '要在這一天以前完工並申請設備登記；可申請展延。',
    'The equipment must be finished and registered by this day, unless extended.',
  ),
  ...equipmentColumns,
  text(['AGREE_ORG', 'issuing_office'], '核准機關', 'authority', '嘉義縣政府', 'plain'),
  about(
    text(['CASE_STATUS', 'status'], '案件狀態', 'state of the case', '同意備案'),
    '審查中、同意備案、已設備登記、失效或廢止。',
    'Under review, consented (同意備案), registered (已設備登記), lapsed (失效) or revoked (廢止).',
  ),
]);

const shape: Shape = {
  envelope: 'responseData',
  parts: [{ columns: [...holderColumns, consents] }],
};

export const renewableEnergyConsents = defineDataset(
  {
    no: 31,
    id: 'API.rIB1rqs40K',
    idIs: 'assumed',
    name: { 'zh-Hant': '再生能源發電設備同意設備案', en: 'Consents to renewable energy generation equipment' },
    ministry: '經濟部',
    unit: '能源局',
    ...offices.energy,
    category: 'water-and-energy',
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
