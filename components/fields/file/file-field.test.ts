import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../define/mydata-field-file.ts';
import type { UploadedFile } from '#schemas/wire/county-api.ts';
import { officialOf } from '../../testing/field-suite.ts';
import type { MydataFieldFile, Upload } from './file-field.ts';
import { fileProblem, sizeText, typesText } from './limits.ts';

const field = {
  type: 'file',
  id: 'proof',
  label: { 'zh-Hant': '診斷書', en: 'Certificate' },
  hint: { 'zh-Hant': '三個月內', en: 'Of the last three months' },
  required: true,
  accept: ['application/pdf', 'image/jpeg'],
  maxBytes: 2048,
  maxFiles: 2,
} as const;

const file = (name = 'a.pdf', size = 10, type = 'application/pdf') => new File([new Uint8Array(size)], name, { type });
const uploadedOf = ({ name, size, type }: File): UploadedFile => ({ id: `id-${name}`, name, size, type });
const upload: Upload = async (sent) => uploadedOf(sent);

const mount = (send: Upload | undefined = upload, value?: readonly UploadedFile[]) =>
  fixture<MydataFieldFile>(
    html`<mydata-field-file .field=${field} .upload=${send} .value=${value}></mydata-field-file>`,
  );

const choose = async (element: MydataFieldFile, ...files: File[]) => {
  const input = element.renderRoot.querySelector<HTMLInputElement>('input')!;
  const transfer = new DataTransfer();
  for (const one of files) transfer.items.add(one);
  input.files = transfer.files;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await aTimeout(0);
  await element.updateComplete;
};
const textOf = (element: MydataFieldFile) => element.renderRoot.textContent!.replace(/\s+/g, ' ');

describe('mydata-field-file', () => {
  it('is accessible, empty, with files, with an error', async () => {
    const element = await mount();
    await expect(element).to.be.accessible();
    expect(textOf(element)).to.contain('可上傳 PDF、JPG，每個檔案不超過 2 KB，最多 2 個');
    await choose(element, file(), file('b.exe', 1, ''));
    element.error = '請上傳診斷書';
    await element.updateComplete;
    await expect(element).to.be.accessible();
    const input = element.renderRoot.querySelector('input')!;
    expect(input.labels![0]!.textContent).to.equal('診斷書');
    const described = input.getAttribute('aria-describedby')!.split(' ');
    expect(described).to.include.members(['e', 'h', 'm']);
    expect(input.accept).to.equal('application/pdf,image/jpeg');
  });

  it('answers when a file has arrived, once for each', async () => {
    const element = await mount();
    const events: string[] = [];
    for (const type of ['input', 'change']) element.addEventListener(type, (event) => events.push(event.type));
    await choose(element, file());
    expect(element.value).to.deep.equal([uploadedOf(file())]);
    expect(events).to.deep.equal(['input', 'change']);
    expect(element.renderRoot.querySelector('[role=status]')!.textContent).to.contain('「a.pdf」已上傳');
  });

  it('refuses, by file and in words, what cannot be taken', async () => {
    const element = await mount();
    await choose(element, file('b.exe', 1, 'x/y'), file('big.pdf', 3000), file('none.pdf', 0), file('ok.pdf'));
    const alerts = [...element.renderRoot.querySelectorAll('[role=alert]')].map((alert) => alert.textContent);
    expect(alerts).to.deep.equal([
      '「b.exe」的格式不能上傳，請改用 PDF、JPG',
      '「big.pdf」超過 2 KB，請縮小後再上傳',
      '「none.pdf」是空的檔案，請重新選擇',
    ]);
    expect(element.value?.map(({ name }) => name)).to.deep.equal(['ok.pdf']);
  });

  it('says of a HEIC photo what it is and how to get another', async () => {
    const element = await mount();
    element.field = { ...field, accept: ['image/jpeg', 'image/heic'] } as never;
    await element.updateComplete;
    expect(element.renderRoot.querySelector('input')!.accept).to.equal('image/jpeg');
    expect(textOf(element)).to.contain('可上傳 JPG').and.not.to.contain('HEIC');
    await choose(element, file('IMG_1.HEIC', 10, 'image/heic'));
    expect(element.renderRoot.querySelector('[role=alert]')!.textContent).to.contain('HEIC').and.to.contain('最相容');
  });

  it('counts files that are still on their way', async () => {
    const element = await mount(() => new Promise(() => undefined));
    await choose(element, file('1.pdf'), file('2.pdf'), file('3.pdf'));
    expect(element.renderRoot.querySelectorAll('progress').length).to.equal(2);
    expect(textOf(element)).to.contain('最多 2 個檔案，「3.pdf」沒有上傳');
  });

  it('shows progress and can be cancelled', async () => {
    let signal!: AbortSignal;
    let progress!: (share: number) => void;
    const element = await mount((_, options) => {
      signal = options.signal;
      progress = options.onProgress;
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    await choose(element, file());
    progress(0.4);
    await element.updateComplete;
    expect(element.renderRoot.querySelector('progress')!.value).to.equal(0.4);
    await expect(element).to.be.accessible();
    element.renderRoot.querySelector('button')!.click();
    await aTimeout(0);
    expect(signal.aborted).to.equal(true);
    expect(element.renderRoot.querySelector('li')).to.equal(null);
    expect(element.value).to.equal(undefined);
  });

  it('cancels what is on its way when it leaves the page, not when it is moved', async () => {
    let signal!: AbortSignal;
    const element = await mount((_, options) => {
      signal = options.signal;
      return new Promise(() => undefined);
    });
    await choose(element, file());
    element.parentElement!.append(element);
    await aTimeout(0);
    expect(signal.aborted).to.equal(false);
    element.remove();
    await aTimeout(0);
    expect(signal.aborted).to.equal(true);
  });

  it('says what the county says about a failure, else what to do', async () => {
    const failures = [{ text: { 'zh-Hant': '檔案內容與格式不符', en: 'x' } }, new Error('x')];
    const element = await mount(() => Promise.reject(failures.shift()));
    await choose(element, file('1.pdf'), file('2.pdf'));
    const alerts = [...element.renderRoot.querySelectorAll('[role=alert]')].map((alert) => alert.textContent);
    expect(alerts).to.deep.equal(['1.pdf：檔案內容與格式不符', '「2.pdf」沒有上傳成功，請確認網路後再選一次']);
  });

  it('removes a file, tells the county, and leaves focus at the input', async () => {
    const element = await mount(upload, [uploadedOf(file('1.pdf')), uploadedOf(file('2.pdf'))]);
    const told: string[] = [];
    element.removeFile = async ({ id }) => told.push(id);
    const button = element.renderRoot.querySelector('button')!;
    expect(button.getAttribute('aria-label')).to.equal('移除 1.pdf');
    button.click();
    await element.updateComplete;
    expect(element.value?.map(({ name }) => name)).to.deep.equal(['2.pdf']);
    expect(told).to.deep.equal(['id-1.pdf']);
    expect(element.shadowRoot!.activeElement?.id).to.equal('i');
    element.renderRoot.querySelector('button')!.click();
    expect(element.value).to.equal(undefined);
  });

  it('shows an official value and its source too', async () => {
    const element = await mount(upload, [uploadedOf(file())]);
    element.official = officialOf('locked', [{ ...uploadedOf(file('r.pdf')) }]);
    await element.updateComplete;
    expect(textOf(element)).to.contain('r.pdf').and.to.contain('內政部戶政司');
  });
});

describe('limits of files', () => {
  it('knows types, families and endings', () => {
    const rule = (accept: readonly string[], name: string, type: string) =>
      fileProblem({ name, type, size: 1 }, { ...field, accept }, 0);
    expect(rule(['image/*'], 'a.png', 'image/png')).to.equal(undefined);
    expect(rule(['image/*'], 'a.pdf', 'application/pdf')).to.equal('fileType');
    expect(rule(['.PDF'], 'a.pdf', '')).to.equal(undefined);
    expect(rule(['image/jpg'], 'A.JPG', '')).to.equal(undefined);
    expect(rule(['image/jpeg'], 'a.jpg', 'image/jpg')).to.equal(undefined);
    expect(rule(['image/jpeg', 'image/heic'], 'IMG.HEIC', '')).to.equal('fileHeic');
    expect(rule(['image/*'], 'IMG.heic', 'image/heic')).to.equal('fileHeic');
  });
  it('reads well', () => {
    expect([sizeText(5 << 20), sizeText(1.5 * (1 << 20)), sizeText(2048), sizeText(3)]).to.deep.equal([
      '5 MB',
      '1.5 MB',
      '2 KB',
      '0.1 KB',
    ]);
    expect(typesText(['application/pdf', 'image/jpeg', 'image/heic', 'image/*', '.docx'])).to.equal('PDF、JPG、PNG');
  });
});
