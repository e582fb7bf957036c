/** 全國志工服務時數 (dataset 60): the volunteer's record book, honorary card, training and hours. Field names assumed. */
import { about, written } from '../../normalise/column-marks.ts';
import { code, date, nationalId, number, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const trainings = rows(['trainlist', 'trainings'], { 'zh-Hant': '教育訓練', en: 'trainings' }, [
  code(['train_type', 'training_kind'], '訓練別', 'kind of training', { 1: '基礎訓練', 2: '特殊訓練' }, '基礎訓練'),
  text(['train_org', 'training_organisation'], '訓練單位', 'training organisation', '嘉義縣社會局', 'plain'),
  date(['train_date', 'completed_date'], '結訓日期', 'date of completion', '2021-03-20'),
  written(number(['train_hour', 'training_hours'], '訓練時數', 'hours of training', '6', 'personal'), 'text'),
]);

const services = rows(['servicelist', 'services'], { 'zh-Hant': '服務紀錄', en: 'services' }, [
  about(
    text(['unit_name', 'organisation'], '志願服務運用單位', 'organisation served', '嘉義縣太保市公所'),
    '志工服務的單位，時數由它登錄。',
    'Where the person served; it enters the hours.',
  ),
  text(['comp_name', 'competent_authority'], '目的事業主管機關', 'competent authority', '嘉義縣社會局', 'plain'),
  text(['field_name', 'service_field'], '服務類別', 'field of service', '社會福利服務', 'plain'),
  text(['item_name', 'service_item'], '服務項目', 'item of service', '關懷訪視'),
  text(['content', 'service_content'], '服務內容', 'what was done', '獨居老人電話問安與送餐'),
  date(['beg_date', 'served_from_date'], '服務起日', 'first day of service', '2025-07-01'),
  date(['end_date', 'served_until_date'], '服務迄日', 'last day of service', '2025-12-31'),
  about(
    written(number(['hours', 'service_hours'], '服務時數', 'hours of service', '36.5', 'personal'), 'text'),
    '實際服務的時數，不含往返時間，可有小數。',
    'Hours really served, without the way there and back; may have decimals.',
  ),
  written(number(['times', 'times_served'], '服務次數', 'times served', '18', 'personal'), 'text'),
  written(number(['persons', 'people_served'], '服務人次', 'people served', '72', 'personal'), 'text'),
]);

const shape: Shape = {
  parts: [
    {
      columns: [
        nationalId(['id_no', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
        text(['cname', 'person_name'], '姓名', 'name', '陳筱玲'),
        date(['birthday', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'),
        code(['sex', 'gender'], '性別', 'gender', { 1: '男', 2: '女' }, '女'),
        text(['book_no', 'record_book_no'], '志願服務紀錄冊編號', 'number of the record book', '嘉縣志字第1100001號'),
        date(['book_date', 'record_book_issued_date'], '紀錄冊發給日期', 'record book issued', '2021-04-01'),
        text(
          ['book_unit', 'record_book_issuing_office'],
          '紀錄冊核發機關',
          'office that issued the record book',
          '嘉義縣社會局',
          'plain',
        ),
        about(
          written(
            number(
              ['total_hours', 'total_service_hours'],
              '累計服務時數',
              'hours of service in all',
              '412.5',
              'personal',
            ),
            'text',
          ),
          '全國各單位登錄的服務時數總和，不含訓練時數。',
          'All hours entered by any organisation in the country; training does not count.',
        ),
        about(
          written(number(['total_years', 'service_years'], '服務年資', 'years of service', '4', 'personal'), 'text'),
          '從第一次服務起算的整年數。',
          'Whole years since the first service.',
        ),
        about(
          text(
            ['card_no', 'honorary_card_no'],
            '志願服務榮譽卡卡號',
            'number of the honorary card',
            '嘉縣榮字第1130001號',
          ),
          '年資滿 3 年、時數滿 300 小時可以申請；沒有申請就沒有。',
          'Open to those with three years and 300 hours; absent where none was issued.',
        ),
        date(['card_date', 'honorary_card_issued_date'], '榮譽卡發給日期', 'honorary card issued', '2024-05-01'),
        date(
          ['card_until', 'honorary_card_valid_until_date'],
          '榮譽卡有效期限',
          'honorary card valid until',
          '2027-04-30',
        ),
        trainings,
        services,
      ],
    },
  ],
};

export const volunteerHours = defineDataset(
  {
    no: 60,
    id: 'API.Ev4zr0WpdE',
    idIs: 'observed',
    name: { 'zh-Hant': '全國志工服務時數', en: 'Volunteer service hours nationwide' },
    ministry: '衛福部',
    unit: '社工司',
    ...offices.volunteer,
    category: 'social-welfare',
    identity: ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document'],
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
