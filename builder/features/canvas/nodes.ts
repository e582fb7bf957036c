/** Small makers of plain nodes: the canvas is no template, so that hundreds of questions are never drawn as a whole. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text?: string,
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

/** @param sign what is seen; `label` is what is said */
export function button(className: string, sign: string, label: string): HTMLButtonElement {
  const node = element('button', className);
  node.type = 'button';
  const mark = element('span', 'sign', sign);
  mark.setAttribute('aria-hidden', 'true');
  node.append(mark);
  if (label) node.setAttribute('aria-label', label);
  return node;
}

/** Makes the children be these nodes in this order, moving as few as it can. */
export function arrange(parent: Element, nodes: readonly Element[]): void {
  let next = parent.firstElementChild;
  for (const node of nodes) {
    if (node === next) {
      next = next.nextElementSibling;
      continue;
    }
    // One that is on its way out need not hold up those behind it.
    if (next && !nodes.includes(next) && next.nextElementSibling === node) {
      next.remove();
      next = node.nextElementSibling;
      continue;
    }
    parent.insertBefore(node, next);
  }
  while (next) {
    const gone = next;
    next = next.nextElementSibling;
    gone.remove();
  }
}
