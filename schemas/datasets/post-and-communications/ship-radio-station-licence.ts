/** 船舶電臺執照資料 (dataset 103): the holder, and one row for each ship’s station with its equipment. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { date, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { applicantColumns } from './applicant-columns.ts';

const equipment = rows(['Equipments', 'equipment'], { 'zh-Hant': '無線電設備', en: 'equipment' }, [
  text(['EquipmentName', 'equipment_name'], '設備名稱', 'name of the equipment', '特高頻無線電話機'),
  text(['Brand', 'brand'], '廠牌', 'make', '國產', 'plain'),
  text(['Model', 'model'], '型號', 'model', 'VHF-25', 'plain'),
  text(['SerialNo', 'serial_no'], '機件號碼', 'serial number', 'SN0000001'),
  text(['Frequency', 'frequency'], '頻率或頻段', 'frequency or band', '156.025-157.425 MHz', 'plain'),
  text(['Emission', 'emission_class'], '發射方式', 'class of emission', '16K0G3E', 'plain'),
  written(number(['PowerWatt', 'power'], '發射功率（瓦特）', 'power in watts', '25'), 'text'),
]);

const stations = rows(['Stations', 'stations'], { 'zh-Hant': '船舶電臺', en: 'stations' }, [
  text(['LicenseNo', 'licence_no'], '電臺執照號碼', 'licence number', 'S-112-000123'),
  text(['ShipName', 'ship_name'], '船名', 'name of the ship', '太保號'),
  text(['ShipNameEn', 'ship_name_en'], '英文船名', 'name of the ship in English', 'TAIBAO'),
  about(
    text(['ShipNo', 'ship_no'], '船舶號數或漁船統一編號', 'number of the ship', 'CT3-000000'),
    '商船、遊艇的船舶號數，或漁船的統一編號。',
    'The number in the ship register, or a fishing boat’s own number.',
  ),
  text(['ShipType', 'ship_kind'], '船舶種類', 'kind of ship', '漁船'),
  written(number(['GrossTonnage', 'gross_tonnage'], '總噸位', 'gross tonnage', '49.8'), 'text'),
  text(['HomePort', 'home_port'], '船籍港', 'home port', '布袋'),
  text(['CallSign', 'call_sign'], '呼號', 'call sign', 'BZ0000'),
  about(
    text(['MMSI', 'mmsi'], '水上行動業務識別碼', 'maritime mobile service identity', '416000000'),
    'MMSI，9 碼，中華民國籍的船以 416 開頭。',
    'Nine digits; those of Taiwan’s ships begin with 416.',
  ),
  text(['ServiceType', 'service_kind'], '業務性質', 'nature of service', '水上行動業務', 'plain'),
  text(['SailingArea', 'sea_area'], '航行區域', 'sea area', '沿海', 'plain'),
  equipment,
  written(date(['IssueDate', 'issued_date'], '發照日期', 'date of issue', '2023-06-15'), 'roc-words'),
  written(date(['ValidFrom', 'valid_from_date'], '有效期間起日', 'valid from', '2023-06-15'), 'roc-words'),
  about(
    written(date(['ExpiryDate', 'valid_until_date'], '有效期間迄日', 'valid until', '2033-06-14'), 'roc-words'),
    '電臺執照有效到這一天；期滿前要申請換發。',
    'Last day of the licence; it must be renewed before.',
  ),
  text(['IssueOffice', 'issuing_office'], '發照機關', 'issuing authority', '國家通訊傳播委員會', 'plain'),
  about(
    text(['LicenseStatus', 'status'], '執照狀態', 'state of the licence', '有效'),
    '有效、逾期、註銷或廢止。',
    'Valid (有效), expired (逾期), cancelled (註銷) or revoked (廢止).',
  ),
]);

const shape: Shape = { parts: [{ columns: [...applicantColumns, stations] }] };

export const shipRadioStationLicence = defineDataset(
  {
    no: 103,
    id: 'API.SQbf3Sn7Cb',
    idIs: 'assumed',
    name: { 'zh-Hant': '船舶電臺執照資料', en: 'Ship radio station licences' },
    ministry: '通傳會',
    unit: '',
    ...offices.communications,
    category: 'post-and-communications',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document', 'business-certificate'],
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
