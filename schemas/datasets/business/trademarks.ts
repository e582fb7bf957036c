/** 商標權資料 (dataset 30): one row per registered mark. Field names assumed. */
import { about } from '../../normalise/column-marks.ts';
import { code, image, rows, text, texts } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { sampleJpeg } from '../../normalise/sample-image.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';
import { gregorian, owner } from './rights-columns.ts';

const goods = rows(['goodsList', 'goods_and_services'], { 'zh-Hant': '指定使用商品或服務', en: 'goods and services' }, [
  about(
    text(['goodsClass', 'goods_class'], '商品或服務類別', 'class of goods or services', '030', 'plain'),
    '尼斯分類的類別，001 到 034 是商品，035 到 045 是服務。',
    'Class of the Nice classification: 001 to 034 are goods, 035 to 045 services',
  ),
  text(['goodsName', 'goods_name'], '商品或服務名稱', 'goods or services', '米果；粽子；蘿蔔糕', 'plain'),
]);

const marks = rows(['trademarkList', 'trademarks'], { 'zh-Hant': '商標權', en: 'trademarks' }, [
  about(
    text(['regNo', 'certificate_no'], '商標註冊號', 'registration number', '09900001'),
    '商標註冊證上的註冊號數。',
    'Number on the registration certificate',
  ),
  text(['applyNo', 'application_no'], '申請案號', 'application number', '113099901'),
  gregorian(['applyDate', 'applied_date'], '申請日', 'date of application', '2024-02-15'),
  text(['markName', 'trademark_name'], '商標名稱', 'name of the mark', '祥和好食及圖', 'plain'),
  code(
    ['markType', 'trademark_kind'],
    '商標種類',
    'kind of mark',
    { 1: '商標', 2: '證明標章', 3: '團體標章', 4: '團體商標' },
    '商標',
    'plain',
  ),
  about(
    text(['markPattern', 'trademark_pattern'], '商標圖樣型態', 'form of the mark', '平面商標', 'plain'),
    '例如平面、立體、顏色、聲音商標。',
    'Such as flat, three-dimensional, colour, sound',
  ),
  about(
    image(['markImage', 'trademark_image'], '商標圖樣', 'picture of the mark', sampleJpeg, 'plain'),
    '商標的圖樣；聲音等沒有圖樣的商標不提供。',
    'Picture of the mark; absent for sound and the like',
  ),
  texts(['markOwner', 'proprietors'], '商標權人', 'proprietors', '陳筱玲'),
  text(['agentName', 'agent_name'], '商標代理人', 'trademark agent', '林志明'),
  gregorian(['regDate', 'issued_date'], '註冊日', 'date of registration', '2024-10-16'),
  gregorian(['publishDate', 'published_date'], '註冊公告日', 'date of publication', '2024-10-16', 'plain'),
  gregorian(['rightBegin', 'valid_from_date'], '專用期限始日', 'first day of the right', '2024-10-16'),
  about(
    gregorian(['rightEnd', 'valid_until_date'], '專用期限止日', 'last day of the right', '2034-10-15'),
    '每 10 年可以延展一次。',
    'May be renewed every ten years',
  ),
  about(
    code(
      ['status', 'status'],
      '商標權狀態',
      'state of the right',
      { 1: '存續', 2: '消滅', 3: '撤銷', 4: '廢止', 5: '拋棄' },
      '存續',
      'plain',
    ),
    '存續、消滅、撤銷、廢止或拋棄。',
    'In force, lapsed, revoked, cancelled or abandoned',
  ),
  goods,
]);

const shape: Shape = {
  envelope: 'returnData',
  parts: [{ columns: [...owner, marks] }],
};

export const trademarks = defineDataset(
  {
    no: 30,
    id: 'API.oMkiXBlb1f',
    idIs: 'assumed',
    name: { 'zh-Hant': '商標權資料', en: 'Trademark rights' },
    ministry: '經濟部',
    unit: '智慧局',
    ...offices.intellectualProperty,
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
