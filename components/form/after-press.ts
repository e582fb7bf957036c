/**
 * Puts off what moves the page until the finger or the mouse button is up. A press that leaves a field takes away its
 * mistake, and what stands below moves up from under the press: the click would be lost.
 */
export class AfterPress {
  #down = false;
  #waiting: (() => void)[] = [];

  /** At each `pointerdown`. */
  pressed = (): void => {
    this.#down = true;
    for (const type of ['pointerup', 'pointercancel']) addEventListener(type, this.#released, { once: true });
  };

  do(task: () => void): void {
    if (this.#down) this.#waiting.push(task);
    else task();
  }

  // The click follows `pointerup` in the same task.
  #released = (): void => {
    setTimeout(() => {
      this.#down = false;
      for (const task of this.#waiting.splice(0)) task();
    });
  };
}
