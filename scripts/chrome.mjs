/**
 * Finds a Chromium to test with: `CHROME_PATH`, else one that is installed, else the one inside @sparticuz/chromium,
 * so that a bare machine needs neither root nor a download.
 */
import { access, constants } from 'node:fs/promises';

const installed = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

const quiet = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-dev-shm-usage',
];

const executable = async (path) =>
  path &&
  access(path, constants.X_OK).then(
    () => path,
    () => undefined,
  );

/** → `{ executablePath, args }` for playwright-core and for the web test runner */
export async function findChrome() {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  for (const candidate of installed) {
    const path = await executable(candidate);
    if (path) return { executablePath: path, args: [...sandbox, ...quiet] };
  }
  const { default: chromium } = await import('@sparticuz/chromium');
  return { executablePath: await chromium.executablePath(), args: ['--no-sandbox', ...quiet, '--disable-gpu'] };
}
