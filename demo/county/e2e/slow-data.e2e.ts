/** Slow datasets in a real browser: the questions of a dataset, live progress, leaving early, 429 until all is there. */
import assert from 'node:assert/strict';
import { randomUUID, createCipheriv } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startKit, type Kit } from './kit.ts';
import { arrive, look, type Person } from './person.ts';
import { acceptTerms, insertCard } from './platform-screens.ts';

const household = 'API.7QovE2Gev6';
const income = 'API.syWqjr4flJ';

interface SpCall {
  readonly tx_id: string;
  readonly permission_ticket: string;
  readonly secret_key?: string;
}

let kit: Kit;
let folder: string;
let service: Server;
let address: string;
const calls: SpCall[] = [];
const client = { id: 'CLI.slowslow01', secret: '0123456789abcdef', iv: 'fedcba9876543210' };

/** A service provider as small as can be: takes the SP-API call, and shows where the browser came back to. */
before(async () => {
  service = createServer((request, response) => {
    if (request.method !== 'POST') return void response.end('<!doctype html><title>back</title>');
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      calls.push(JSON.parse(body) as SpCall);
      response.end();
    });
  });
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  address = `http://localhost:${(service.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), 'slow-data-'));
  const file = join(folder, 'clients.json');
  await writeFile(
    file,
    JSON.stringify([
      {
        client_id: client.id,
        client_secret: client.secret,
        cbc_iv: client.iv,
        name: '嘉義縣中低收入戶租屋補助',
        return_url: `${address}/back`,
        sp_api_url: `${address}/sp-api`,
        resources: [household, income],
      },
    ]),
  );
  // An hour of the agency is a dozen seconds here.
  kit = await startKit({ MYDATA_CLIENTS: file, MYDATA_MINUTE_SECONDS: '0.2' });
});
after(async () => {
  await kit.stop();
  service.close();
  await rm(folder, { recursive: true });
});

function encrypted(text: string): string {
  const cipher = createCipheriv('aes-256-cbc', client.secret + client.secret, client.iv);
  return Buffer.concat([cipher.update(text), cipher.final()]).toString('base64');
}

async function enter(person: Person): Promise<void> {
  const { page, resident } = person;
  const resources = Buffer.from([household, income].join(':')).toString('base64');
  const query = new URLSearchParams({ returnUrl: `${address}/back`, pid: encrypted(resident.nationalId) });
  await page.goto(`${kit.urls.platform}/service/${client.id}/${resources}/${randomUUID()}?${query}`);
  await page.getByText('全部齊備約需 60 分鐘').waitFor();
  await look(person);
  await acceptTerms(person);
  await insertCard(person);
  await page.waitForURL('**/parameters');
  await look(person);
  await page.getByRole('button', { name: '下一步：取得資料' }).click();
  await page.getByRole('link', { name: '請選擇年度。' }).waitFor();
  await look(person);
  await page.getByLabel('年度').selectOption({ index: 1 });
  await page.getByRole('button', { name: '下一步：取得資料' }).click();
  await page.getByText(/準備中，約 \d\d:\d\d 備妥/).waitFor();
}

const fetchData = (): Promise<Response> =>
  fetch(`${kit.urls.platform}/service/data`, {
    headers: { permission_ticket: calls.at(-1)?.permission_ticket ?? '' },
  });

test('waiting: the page says how far each dataset is, and goes on by itself when all is there', async () => {
  const person = await arrive(kit, 'lin-chih-yuan', { viewport: { width: 390, height: 844 } });
  const { page } = person;
  await enter(person);
  await page.locator(`[data-dataset="${household}"]`).getByText('已取得').waitFor();
  await look(person);
  await page.waitForURL('**/preview', { timeout: 30_000 });
  await look(person);
  assert.deepEqual(person.complaints, []);
});

test('leaving: consent says what was not seen; the service gets 429, then the data once', async () => {
  const person = await arrive(kit, 'chou-yu-chen', { viewport: { width: 1280, height: 900 } });
  const { page } = person;
  await enter(person);
  await page.getByRole('button', { name: '先看同意內容，再離開' }).click();
  await page.waitForURL('**/later');
  await page.getByText(/尚未看過內容的是：個人所得資料/).waitFor();
  await look(person);
  await page.getByRole('button', { name: '同意備妥後傳送' }).click();
  await page.waitForURL(`${address}/back?code=200&**`);
  const early = await fetchData();
  assert.equal(early.status, 429);
  assert.ok(Number(early.headers.get('retry-after')) > 0);
  let answer = early;
  for (let count = 0; count < 30 && answer.status === 429; count += 1) {
    await new Promise((done) => setTimeout(done, Number(answer.headers.get('retry-after')) * 1000));
    answer = await fetchData();
  }
  assert.equal(answer.status, 200);
  assert.equal((await fetchData()).status, 201);
  assert.deepEqual(person.complaints, []);
});
