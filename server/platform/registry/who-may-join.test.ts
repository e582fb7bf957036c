import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeOrganisation, organisationKinds } from './who-may-join.ts';

const application = {
  name: '嘉義縣政府',
  kind: 'local-government',
  forwardedBy: '',
  forwardedNo: '',
  contact: { unit: '社會局', phone: '05-3620123', email: 'social@example.gov.tw' },
};
const fields = (change: object) => judgeOrganisation({ ...application, ...change }).map(({ field }) => field);

test('limits: who may join: five kinds, no other', () => {
  assert.equal(organisationKinds.length, 5);
  for (const kind of ['executive-yuan', 'other-yuan', 'local-government']) assert.deepEqual(fields({ kind }), [], kind);
  for (const kind of ['', 'company', 'person', 'constructor']) assert.deepEqual(fields({ kind }), ['kind'], kind);
  assert.equal(judgeOrganisation({ ...application, kind: 'company' })[0]?.clause, '附件一 三');
});

test('limits: who may join: a university by way of the Ministry of Education', () => {
  const university = { kind: 'university', name: '國立中正大學' };
  assert.deepEqual(fields(university), ['forwardedBy', 'forwardedNo']);
  assert.deepEqual(fields({ ...university, forwardedBy: '教育部' }), ['forwardedNo']);
  assert.deepEqual(fields({ ...university, forwardedBy: '嘉義縣政府', forwardedNo: '府字第 1150000001 號' }), [
    'forwardedBy',
  ]);
  assert.deepEqual(fields({ ...university, forwardedBy: '教育部', forwardedNo: '臺教資(三)字第 1150012345 號' }), []);
  assert.match(judgeOrganisation({ ...application, ...university })[0]?.clause ?? '', /附件一 三-\(四\)/);
});

test('limits: who may join: banks, JCIC and state enterprises by way of the supervising agency', () => {
  const bank = { kind: 'supervised', name: '臺灣土地銀行' };
  assert.deepEqual(fields(bank), ['forwardedBy', 'forwardedNo']);
  assert.deepEqual(
    fields({ ...bank, forwardedBy: '金融監督管理委員會', forwardedNo: '金管銀國字第 11502712345 號' }),
    [],
  );
});

test('limits: who may join: a name that its kind can not have is refused, with the clause', () => {
  const forwarded = { forwardedBy: '教育部', forwardedNo: '臺教資(三)字第 1150012345 號' };
  const supervised = { forwardedBy: '經濟部', forwardedNo: '經營字第 11500123450 號' };
  const cases: readonly (readonly [object, readonly string[]])[] = [
    [{ name: '大發資訊股份有限公司' }, ['name']],
    [{ name: '嘉義縣政府委託大發資訊有限公司' }, ['name']],
    [{ name: '嘉義縣政府協力廠商' }, ['name']],
    [{ name: '嘉義縣社會工作者協會' }, ['name']],
    [{ name: '財團法人嘉義縣文化基金會' }, ['name']],
    [{ name: '嘉義縣農會' }, ['name']],
    [{ name: '便民服務中心' }, ['name']],
    [{ name: 'Chiayi County Services Co., Ltd.' }, ['name']],
    [{ name: '台灣電力股份有限公司', kind: 'executive-yuan' }, ['name']],
    [{ name: '臺灣好行協會', kind: 'other-yuan' }, ['name']],
    [{ name: '快樂美語補習班', kind: 'university', ...forwarded }, ['name']],
    [{ name: '大學文教基金會', kind: 'university', ...forwarded }, ['name']],
    [{ name: '銀行公會', kind: 'supervised', ...supervised }, ['name']],
    [{ name: '大發銀行', kind: 'supervised', ...supervised, forwardedBy: '嘉義縣政府' }, ['forwardedBy']],
    [{ name: '大發銀行', kind: 'supervised', ...supervised, forwardedBy: '大發控股公司' }, ['forwardedBy']],
    // Near misses.
    [{ name: '嘉義縣衛生局' }, []],
    [{ name: '台北市政府社會局' }, []],
    [{ name: '澎湖縣馬公戶政事務所' }, []],
    [{ name: '臺北自來水事業處', kind: 'local-government' }, ['name']],
    [{ name: '臺北市自來水事業處' }, []],
    [{ name: '中央銀行', kind: 'executive-yuan' }, []],
    [{ name: '國家發展委員會', kind: 'executive-yuan' }, []],
    [{ name: '考選部', kind: 'other-yuan' }, []],
    [{ name: '中原大學學校財團法人中原大學', kind: 'university', ...forwarded }, []],
    [{ name: '國立臺中護理專科學校', kind: 'university', ...forwarded }, []],
    [{ name: '台灣電力股份有限公司', kind: 'supervised', ...supervised }, []],
    [{ name: '財團法人金融聯合徵信中心', kind: 'supervised', ...supervised }, []],
  ];
  for (const [change, expected] of cases) assert.deepEqual(fields(change), expected, JSON.stringify(change));
  const [finding] = judgeOrganisation({ ...application, name: '大發資訊股份有限公司' });
  assert.equal(finding?.clause, '附件一 三-(三)');
  assert.match(finding?.text ?? '', /公司/);
});

test('name and office are asked for', () => {
  assert.deepEqual(fields({ name: '縣', contact: { unit: '', phone: 'x', email: 'x' } }), [
    'name',
    'contactUnit',
    'contactPhone',
    'contactEmail',
  ]);
});
