/**
 * Finds a Chromium to test with: `CHROME_PATH`, else one that is installed, else the one inside @sparticuz/chromium,
 * so that a bare machine needs neither root nor a download. `MYDATA_TEST_BROWSER=packaged` takes the last in any case.
 */
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { promisify } from 'node:util';

const installed = [
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

/** A program of the right name may do no more than tell of a package to install, or be for another machine. */
const runs = async (path) => {
  try {
    await access(path, constants.X_OK);
    // On Windows the question opens a window.
    if (process.platform !== 'win32') await promisify(execFile)(path, ['--version'], { timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
};

/** → `{ executablePath, args }`, or undefined where none is installed */
export async function installedChrome() {
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...quiet];
  const told = process.env.CHROME_PATH;
  if (told) return { executablePath: told, args };
  for (const executablePath of installed) if (await runs(executablePath)) return { executablePath, args };
  return undefined;
}

/** → `{ executablePath, args }`, or undefined where it does not run: it is built for Linux */
export async function packagedChrome() {
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  return (await runs(executablePath))
    ? { executablePath, args: ['--no-sandbox', ...quiet, '--disable-gpu'] }
    : undefined;
}

/** → `{ executablePath, args }` for playwright-core and for the web test runner */
export async function findChrome() {
  const packaged = process.env.MYDATA_TEST_BROWSER === 'packaged';
  const found = (packaged ? undefined : await installedChrome()) ?? (await packagedChrome());
  if (!found) throw new Error('No Chromium to test with: install one, or name it in CHROME_PATH.');
  return found;
}
