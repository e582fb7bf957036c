/** Says what happened to screen readers, politely; the same words twice are said twice. */
export class Announcer {
  readonly node: HTMLElement;
  #turn = 0;

  constructor() {
    this.node = document.createElement('div');
    this.node.className = 'announcer';
    this.node.setAttribute('role', 'status');
    this.node.append(document.createElement('p'), document.createElement('p'));
  }

  say(text: string): void {
    const [one, other] = this.node.children;
    this.#turn = 1 - this.#turn;
    const [now, before] = this.#turn ? [one, other] : [other, one];
    if (before) before.textContent = '';
    if (now) now.textContent = text;
  }
}
