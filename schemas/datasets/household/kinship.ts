/** 親屬關係資料 (dataset 3): relatives by degree, and the person's own changes of name and id. May hold foreign or old ids. */
import { assumed, written } from '../../normalise/column-marks.ts';
import { date, nationalId, rows, text } from '../../normalise/columns.ts';
import type { Shape } from '../../normalise/shape.ts';
import { defineDataset } from '../define-dataset.ts';
import { offices } from '../offices.ts';

const shape: Shape = {
  parts: [
    {
      columns: [
        rows(['RelationGradeData', 'relatives'], { 'zh-Hant': '親屬', en: 'relatives' }, [
          nationalId(['PersonId', 'person_id'], '身分證統一編號', 'national id', 'A123456789'),
          text(['FullPersonName', 'person_name'], '姓名', 'name', '陳筱玲'),
          text(['Relationship', 'relationship'], '稱謂', 'relationship', '子'),
          text(['RelationGrade', 'degree'], '親等', 'degree of kinship', '1'),
          nationalId(['SpousePersonId', 'spouse_id'], '配偶統號', 'id of spouse', 'A123456789'),
          text(['FullSpouseName', 'spouse_name'], '配偶姓名', 'name of spouse', '林志明'),
          written(date(['BirthDate', 'birth_date'], '出生日期', 'date of birth', '1980-01-01'), 'roc-slashes'),
          written(date(['DeathDate', 'death_date'], '死亡日期', 'date of death', '2015-06-01'), 'roc-slashes'),
        ]),
        rows(
          ['SelfFullPersonNameChangeRecord', 'name_changes'],
          { 'zh-Hant': '本人改名紀錄', en: 'changes of own name' },
          [
            text(['OriginalFullPersonName', 'name_before'], '原姓名', 'name before', '陳小玲'),
            text(['AfterFullPersonName', 'name_after'], '變更後姓名', 'name after', '陳筱玲'),
            text(['OperationSite', 'office'], '作業地點', 'office', '嘉義縣太保市'),
            written(date(['ChangeDate', 'change_date'], '變更日期', 'date of change', '2001-05-03'), 'roc-slashes'),
          ],
        ),
        // The list is seen in real payloads, the names inside it are not.
        rows(['SelfPersonIdChangeRecord', 'id_changes'], { 'zh-Hant': '本人統號變更紀錄', en: 'changes of own id' }, [
          assumed(nationalId(['OriginalPersonId', 'id_before'], '原統號', 'id before', 'A123456789')),
          assumed(nationalId(['AfterPersonId', 'id_after'], '變更後統號', 'id after', 'A123456789')),
          assumed(text(['OperationSite', 'office'], '作業地點', 'office', '嘉義縣太保市')),
          assumed(
            written(date(['ChangeDate', 'change_date'], '變更日期', 'date of change', '2001-05-03'), 'roc-slashes'),
          ),
        ]),
      ],
    },
  ],
};

export const kinship = defineDataset(
  {
    no: 3,
    id: 'API.Kr1C3b1ijJ',
    idIs: 'observed',
    name: { 'zh-Hant': '親屬關係資料', en: 'Kinship' },
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
