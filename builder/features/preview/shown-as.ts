/**
 * Draws a shadow tree as on another medium: rules that a stylesheet keeps for narrow windows or for paper are put after it
 * where they hold there. The page itself has one width, and a frame of its own would need a page of its own.
 */
export interface Medium {
  /** In px. */
  readonly width: number;
  readonly print: boolean;
}

const remPx = 16;
const made = new WeakMap<CSSStyleSheet, Map<string, CSSStyleSheet>>();
const ours = new WeakSet<CSSStyleSheet>();

const lengthOf = (text: string): number => {
  const [, number = '0', unit] = /([\d.]+)(px|r?em)/.exec(text) ?? [];
  return Number(number) * (unit === 'px' ? 1 : remPx);
};

/** Whether a media query of the kinds that our stylesheets use holds there. */
export function holdsOn(query: string, { width, print }: Medium): boolean {
  if (/\bprint\b/.test(query)) return print;
  const most = /max-width:\s*([\d.]+(?:px|r?em))|width\s*<=?\s*([\d.]+(?:px|r?em))/.exec(query);
  return most !== null && width <= lengthOf(most[1] ?? most[2] ?? '');
}

function sheetFor(sheet: CSSStyleSheet, medium: Medium): CSSStyleSheet | undefined {
  const rules = [...sheet.cssRules].filter(
    (rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && holdsOn(rule.conditionText, medium),
  );
  if (!rules.length) return undefined;
  const key = rules.map(({ conditionText }) => conditionText).join();
  const known = made.get(sheet) ?? new Map<string, CSSStyleSheet>();
  made.set(sheet, known);
  let extra = known.get(key);
  if (!extra) {
    extra = new CSSStyleSheet();
    extra.replaceSync(rules.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n'));
    ours.add(extra);
    known.set(key, extra);
  }
  return extra;
}

/** The tree below `root`, shadow roots included. */
export function showAs(root: ParentNode, medium: Medium): void {
  for (const element of root.querySelectorAll('*')) {
    const shadow = element.shadowRoot;
    if (!shadow) continue;
    const own = shadow.adoptedStyleSheets.filter((sheet) => !ours.has(sheet));
    const next = [...own, ...own.flatMap((sheet) => sheetFor(sheet, medium) ?? [])];
    const now = shadow.adoptedStyleSheets;
    if (next.length !== now.length || next.some((sheet, index) => sheet !== now[index]))
      shadow.adoptedStyleSheets = next;
    showAs(shadow, medium);
  }
}
