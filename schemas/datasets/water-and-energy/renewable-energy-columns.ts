/** Columns that consents to and registrations of renewable energy equipment share: the holder, the site and the equipment. Names assumed. */
import { about, written, formatted } from '../../normalise/column-marks.ts';
import { address, businessNumber, code, nationalId, number, text, texts } from '../../normalise/columns.ts';
import type { Column } from '../../normalise/shape.ts';

export const holderColumns: readonly Column[] = [
  nationalId(['APP_ID', 'person_id'], '設置者身分證統一編號', 'id of the holder', 'A123456789'),
  text(['APP_NAME', 'person_name'], '設置者姓名', 'name of the holder', '陳筱玲'),
  about(
    code(
      ['APP_TYPE', 'holder_kind'],
      '設置者身分',
      'kind of holder',
      { 1: '自然人', 2: '公司', 3: '獨資或合夥', 4: '機關學校', 5: '其他法人或團體' },
      '自然人',
    ),
    '設置者是個人，或由個人代表的公司、商號、機關、團體。',
    'A person, or a company, business, authority or association that the person stands for.',
  ),
  businessNumber(['BAN_NO', 'business_no'], '設置者統一編號', 'business number of the holder', '12345675'),
  text(['CORP_NAME', 'business_name'], '設置者名稱', 'name of the holder’s business', '太保祥和農場', 'plain'),
  address(['APP_ADDR', 'contact_address'], '通訊地址', 'contact address', '嘉義縣太保市祥和一路東段1號', 'one-text'),
  formatted(text(['APP_TEL', 'phone'], '聯絡電話', 'phone', '053620123'), 'phone'),
];

/** One installation: where it stands and what it is. */
export const equipmentColumns: readonly Column[] = [
  code(
    ['ENERGY_TYPE', 'energy_kind'],
    '再生能源類別',
    'kind of energy',
    {
      PV: '太陽光電',
      WIND: '風力',
      HYDRO: '小水力',
      GEO: '地熱',
      BIO: '生質能',
      WASTE: '廢棄物',
      OCEAN: '海洋能',
      FC: '燃料電池',
    },
    '太陽光電',
    'plain',
  ),
  code(
    ['INSTALL_TYPE', 'installation_kind'],
    '設置型態',
    'kind of installation',
    { R: '屋頂型', G: '地面型', W: '水面型' },
    '屋頂型',
    'plain',
  ),
  address(
    ['SITE_ADDR', 'site_address'],
    '設置場址地址',
    'address of the site',
    '嘉義縣太保市祥和一路東段1號',
    'one-text',
  ),
  texts(['SITE_LAND_NO', 'site_parcels'], '設置場址地號', 'parcels of the site', '嘉義縣太保市祥和段1地號'),
  about(
    written(number(['CAPACITY_KW', 'capacity'], '總裝置容量（瓩）', 'installed capacity in kilowatts', '19.8'), 'text'),
    '全部發電設備的裝置容量，單位為瓩（kW）。',
    'Installed capacity of all equipment of the case, in kilowatts.',
  ),
  number(['MODULE_QTY', 'module_count'], '模組片數', 'number of modules', '60'),
  text(['MODULE_MODEL', 'module_model'], '發電設備型號', 'model of the equipment', 'PV-330'),
  about(
    code(
      ['SALE_TYPE', 'sale_kind'],
      '電能使用方式',
      'use of the electricity',
      { 1: '全額躉售', 2: '餘電躉售', 3: '自用', 4: '轉供或直供' },
      '全額躉售',
    ),
    '電全部賣給公用售電業（全額躉售）、用剩的才賣（餘電躉售）、自用，或賣給別人（轉供或直供）。',
    'All sold to the utility (全額躉售), the surplus sold (餘電躉售), used by the holder (自用), or supplied to others (轉供或直供).',
  ),
  text(['GRID_POINT', 'grid_connection'], '併聯方式', 'way of connection', '低壓併聯', 'plain'),
];
