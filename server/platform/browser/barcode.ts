/** Keeps the barcode page up to date: says which desk waits for the code, which this page never learns, and goes on when the barcode is over. */
import { localInTaiwan } from '#schemas/taiwan/calendar.ts';
export {};

interface DeskWaiting {
  readonly agency: string;
  readonly counter: string;
  readonly at: string;
  readonly expiresAt: string;
}

interface BarcodeElement extends HTMLElement {
  datasets?: readonly string[];
  state?: string;
}

const page = document.querySelector<HTMLElement>('[data-events]');
const place = document.querySelector<HTMLElement>('#code-place');
const element = document.querySelector<BarcodeElement>('mydata-barcode');
const title = document.title;
let source: EventSource | undefined;
let clearing: number | undefined;

const clock = (iso: string): string => localInTaiwan(new Date(iso)).slice(11);

function line(className: string, ...parts: readonly (string | Node)[]): HTMLElement {
  const made = document.createElement('p');
  made.className = className;
  made.append(...parts);
  return made;
}

function show({ agency, counter, at, expiresAt }: DeskWaiting): void {
  const who = document.createElement('strong');
  who.textContent = `${agency} ${counter}`;
  const me = document.createElement('a');
  me.href = '/me';
  me.textContent = '我的 MyData';
  const box = document.createElement('section');
  box.className = 'code-box';
  box.append(
    line('', '「', who, '」正在請您提供驗證密碼'),
    line('', '驗證密碼已經送到您的手機或電子郵件，登入', me, '也看得到。'),
    line('hint', `${clock(at)} 提出，${clock(expiresAt)} 前有效。您人不在這個櫃檯，請不要告訴任何人。`),
  );
  place?.replaceChildren(box);
  place?.scrollIntoView({ block: 'nearest' });
  document.title = `驗證密碼｜${title}`;
  window.clearTimeout(clearing);
  // By the server's times only: this device's clock may be another.
  clearing = window.setTimeout(clear, Math.max(0, Date.parse(expiresAt) - Date.parse(at)));
}

function clear(): void {
  window.clearTimeout(clearing);
  place?.replaceChildren();
  document.title = title;
}

function listen(address: string): void {
  source?.close();
  const events = new EventSource(address);
  source = events;
  let failures = 0;
  events.addEventListener('open', () => (failures = 0));
  events.addEventListener('desk', (event) => show(JSON.parse(event.data as string) as DeskWaiting));
  for (const name of ['taken', 'burnt', 'expired', 'moved'] as const)
    events.addEventListener(name, () => {
      events.close();
      if (element && (name === 'taken' || name === 'burnt')) element.state = name;
      // The server's page says what is next; the element's own message is read out first.
      window.setTimeout(() => location.reload(), name === 'moved' ? 0 : 1500);
    });
  events.addEventListener('error', () => {
    failures += 1;
    // The browser itself comes back after a cut; refusals are for the server's page to tell.
    if (events.readyState === EventSource.CLOSED && navigator.onLine && failures < 3)
      window.setTimeout(() => listen(address), 5000 * failures);
  });
}

if (page) {
  const address = page.dataset['events'] ?? '';
  if (element) {
    element.datasets = JSON.parse(element.dataset['datasets'] ?? '[]') as string[];
    // Its own renewal: the old code is void, and what follows is news of the new one.
    element.addEventListener('mydata-barcode-renewed', () => {
      clear();
      listen(address);
    });
  }
  listen(address);
  // A page that the browser kept aside may be long out of date.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
