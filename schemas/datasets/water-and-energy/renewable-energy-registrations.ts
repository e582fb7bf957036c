/** 再生能源發電設備同意設備登記資料庫 (dataset 32): the holder and one row for each registered installation. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { date, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { equipmentColumns, holderColumns } from './renewable-energy-columns.ts';

const registrations = rows(['REGISTRATIONS', 'registrations'], { 'zh-Hant': '設備登記', en: 'registrations' }, [
  text(['REG_NO', 'registration_no'], '設備登記編號', 'number of the registration', 'CYQ-114PV0456'),
  text(['AGREE_NO', 'consent_no'], '同意備案編號', 'number of the consent', 'CYQ-113PV0123'),
  text(['DOC_NO', 'document_no'], '發文字號', 'document number', '府經能字第1140000456號'),
  date(['REG_DATE', 'issued_date'], '設備登記日期', 'date of registration', '2025-02-10'),
  ...equipmentColumns,
  date(['FINISH_DATE', 'completed_date'], '完工日期', 'date of completion', '2024-12-01'),
  about(
    date(['PARALLEL_DATE', 'grid_connected_date'], '首次併聯日期', 'first connection to the grid', '2024-12-20'),
    '發電設備首次併聯到電力網的日期；躉購期間由首次併聯日起算。',
    'The day of the first connection; the period of the feed-in tariff counts from it.',
  ),
  text(['CONTRACT_NO', 'contract_no'], '購售電契約編號', 'number of the contract', '07-PV-113-0123'),
  about(
    written(
      number(['RATE', 'tariff'], '躉購費率（元／度）', 'feed-in tariff in dollars a kilowatt-hour', '5.7055'),
      'text',
    ),
    '每一度電的收購價格，單位為新臺幣元。',
    'Price for one kilowatt-hour in New Taiwan dollars.',
  ),
  date(['TARIFF_END_DATE', 'tariff_end_date'], '躉購期間屆滿日', 'end of the tariff', '2044-12-19'),
  text(['REG_ORG', 'issuing_office'], '登記機關', 'authority', '嘉義縣政府', 'plain'),
  about(
    text(['REG_STATUS', 'status'], '登記狀態', 'state of the registration', '有效'),
    '有效、變更、註銷或廢止。',
    'Valid (有效), changed (變更), cancelled (註銷) or revoked (廢止).',
  ),
]);

const shape: Shape = {
  envelope: 'responseData',
  parts: [{ columns: [...holderColumns, registrations] }],
};

export const renewableEnergyRegistrations = defineDataset(
  {
    no: 32,
    id: 'API.zo9oi4c4mf',
    idIs: 'assumed',
    name: {
      'zh-Hant': '再生能源發電設備同意設備登記資料庫',
      en: 'Registrations of renewable energy generation equipment',
    },
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
