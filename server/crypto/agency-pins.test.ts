import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOfAgency, readAgencyPins } from './agency-pins.ts';

const subject = 'C=TW\nO=內政部\nOU=戶政司\nCN=內政部戶政司 (測試)';

test('every attribute of the pin must stand in the subject, whole', () => {
  assert.ok(isOfAgency(subject, { O: '內政部', OU: '戶政司' }));
  assert.ok(isOfAgency(subject, undefined), 'no pin, any agency');
  const others: Record<string, string>[] = [
    { O: '內政' },
    { O: '內政部', OU: '地政司' },
    { CN: '內政部' },
    { L: '內政部' },
  ];
  for (const pin of others) assert.ok(!isOfAgency(subject, pin), JSON.stringify(pin));
});

test('a pin file is read whole or not at all', () => {
  assert.deepEqual(readAgencyPins('{"API.a":{"O":"甲"}}').get('API.a'), { O: '甲' });
  for (const text of ['[]', 'null', '{"API.a":{}}', '{"API.a":{"O":1}}', '{"API.a":"O=甲"}', '{"API.a":{"O\\n":"甲"}}'])
    assert.throws(() => readAgencyPins(text), TypeError, text);
});
