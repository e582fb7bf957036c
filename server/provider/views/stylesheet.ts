/** Calm and legible, light and dark, down to 320 px and on paper. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1d2529, #e8ecee);
  --paper: light-dark(#fbfaf7, #14191c);
  --line: light-dark(#c9cfd2, #3d474c);
  --link: light-dark(#0b5a7a, #8fd0ec);
  --notice: light-dark(#fff3cf, #3a3110);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.75 "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", system-ui, sans-serif;
  overflow-wrap: anywhere;
}
main { max-inline-size: 52rem; margin-inline: auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.35; margin-block: 0 1rem; }
h2 { font-size: 1.25rem; margin-block: 2rem 0.5rem; }
a { color: var(--link); text-underline-offset: 0.2em; }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; }
ul { padding-inline-start: 1.25rem; }
li { padding-block: 0.25rem; }
.notice { background: var(--notice); border-inline-start: 0.3rem solid currentcolor; padding: 0.75rem 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0; border-block-end: 1px solid var(--line); font-weight: inherit; min-inline-size: 8rem; }
thead th { font-weight: 700; }
code { font-size: 0.9375em; white-space: nowrap; }
@media print { .scroll { overflow: visible; } }
`;
