/** What Tab would stop at, through shadow roots. */
const stops =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]';

/** The first of them in reading order; undefined where there is none in sight. */
export function firstStop(root: ParentNode): HTMLElement | undefined {
  for (const node of root.querySelectorAll<HTMLElement>('*')) {
    if (node.shadowRoot) {
      const inside = firstStop(node.shadowRoot);
      if (inside) return inside;
    }
    if (node.matches(stops) && node.tabIndex >= 0 && !node.closest('[inert]') && node.checkVisibility()) return node;
  }
  return undefined;
}

/** What has the focus, through shadow roots. */
export function focusedIn(root: DocumentOrShadowRoot): Element | null {
  const { activeElement } = root;
  return activeElement?.shadowRoot ? (focusedIn(activeElement.shadowRoot) ?? activeElement) : activeElement;
}

const typed = 'textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=file])';

/** A letter that is pressed there is text, or chooses an entry. */
export const takesLetters = (node: EventTarget | undefined): boolean =>
  node instanceof HTMLElement && (node.matches(typed) || node.isContentEditable);
