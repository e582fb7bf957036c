/** Registers an element only when the name is free: two copies of the kit on one page must not break it. */
export const define = (tag: string, element: CustomElementConstructor): void => {
  if (!customElements.get(tag)) customElements.define(tag, element);
};
