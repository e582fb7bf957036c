/** What the finder is opened for. */
/** `commands` everything; `move` places for what is selected; `show` when the selected part is asked. */
export type Finding = 'commands' | 'move' | 'show';
