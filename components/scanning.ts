/** Public entry: for the page around `<mydata-counter>`, where a scanner types though nobody asked it to. */
export { watchStrayScans } from './counter/stray-scan.ts';
