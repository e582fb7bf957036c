/** What a browser that translates does to a page. The words stay as they are: tests still find them. Tests only. */

/** As Chrome does it, and in shadow roots too; not where the page forbids it, unless `all`. */
export function translate(root: Node, all: boolean): void {
  for (const node of [...root.childNodes]) {
    if (node instanceof Text && node.data.trim()) {
      const outer = document.createElement('font');
      outer.append(document.createElement('font'));
      outer.firstElementChild!.textContent = node.data;
      node.replaceWith(outer);
    } else if (node instanceof Element && !/^(style|script|font)$/i.test(node.localName)) {
      if (!all && node.getAttribute('translate') === 'no') continue;
      translate(node, all);
      if (node.shadowRoot) translate(node.shadowRoot, all);
    }
  }
}
