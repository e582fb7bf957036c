/** 完成: the application number, taken from this tab's session and from nowhere else. */
import { doneTexts, doneView, lostView } from '../journey/done-view.ts';
import type { CopyState } from '../journey/done-view.ts';
import { readReceipt } from '../journey/receipt.ts';
import { serviceHere } from '../journey/service-path.ts';
import { showServicePage } from '../services/service-page.ts';

const kept = readReceipt();
const receipt = kept?.service === serviceHere() ? kept : undefined;
let copyState: CopyState = 'no';

async function copy(): Promise<void> {
  copyState = await navigator.clipboard.writeText(receipt?.applicationNo ?? '').then(
    () => 'copied' as const,
    () => 'failed' as const,
  );
  page.redraw();
}

const page = showServicePage({
  title: doneTexts.title,
  station: () => 'done',
  content: (service) =>
    receipt ? doneView(receipt, service, { copyState, onCopy: () => void copy() }) : lostView(service),
});
