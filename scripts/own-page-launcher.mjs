/**
 * Chromium for the web test runner, a window of its own for each test file. Two reasons, both seen in Debian's:
 * a page behind another in the same window gets no frames; and a page used again for file after file has, at fifty entries,
 * its session history cut in the middle (entries made without a press go first), so that a test that goes back leaves the page.
 * With the window goes all that a file leaves behind: history, storage, channels.
 */
import { ChromeLauncher } from '@web/test-runner-chrome';

class OwnPageLauncher extends ChromeLauncher {
  async stopSession(id) {
    const page = this.getPage(id);
    try {
      return await super.stopSession(id);
    } finally {
      this.activePages.delete(id);
      this.inactivePages = [];
      await page.browserContext().close();
    }
  }
}

export const ownPageLauncher = (launchOptions) =>
  new OwnPageLauncher(
    launchOptions,
    ({ browser }) => browser.defaultBrowserContext(),
    async ({ browser }) => (await browser.createBrowserContext()).newPage(),
  );
