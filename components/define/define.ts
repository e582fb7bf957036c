/** Registers an element only when the name is free: two copies of the kit on one page must not break it. */
export const define = (tag: string, element: CustomElementConstructor): void => {
  if (!customElements.get(tag)) customElements.define(tag, element);
};

// A browser that translates puts a <font> where a text was. Lit goes on writing to the `data` of the text that it knows by its
// place, and what it says there would be lost.
Object.defineProperty(HTMLFontElement.prototype, 'data', {
  configurable: true,
  set(text) {
    this.textContent = text;
  },
});
