/** What every JavaScript engine of ours has beside the language: no page, no Node. */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
