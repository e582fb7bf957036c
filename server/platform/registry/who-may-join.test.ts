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

test('name and office are asked for', () => {
  assert.deepEqual(fields({ name: '縣', contact: { unit: '', phone: 'x', email: 'x' } }), [
    'name',
    'contactUnit',
    'contactPhone',
    'contactEmail',
  ]);
});
