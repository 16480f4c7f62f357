/** The one style sheet of the server's own pages: account choice, demo inbox, embedded widgets, errors. */
export const pageStyles = `
:root { color-scheme: light dark; --paper: #fff; --surface: #f6f3ee; --ink: #1c1b1a; --muted: #5a554e; --line: #7a736a; --primary: #0a5568; --on-primary: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #151412; --surface: #201e1b; --ink: #f3f0ea; --muted: #b9b2a7; --line: #8f877b; --primary: #6cc3d5; --on-primary: #04262f; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
main.wide { max-width: none; padding: 0; }
h1 { font-size: 1.75rem; line-height: 1.2; font-weight: 600; margin: 0 0 0.75rem; text-wrap: balance; }
.eyebrow { color: var(--muted); margin: 0 0 0.5rem; }
a { color: var(--primary); }
small { color: var(--muted); }
.button { display: inline-block; padding: 0.5rem 1.125rem; border: 2px solid transparent; border-radius: 6px; background: var(--primary); color: var(--on-primary); text-decoration: none; }
details { border-top: 1px solid var(--line); }
details:last-of-type { border-bottom: 1px solid var(--line); }
summary { padding: 0.75rem 0; min-height: 44px; font-weight: 600; cursor: pointer; }
.accounts { list-style: none; margin: 0; padding: 0 0 1rem; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: 0.5rem; }
.accounts button { width: 100%; min-height: 44px; padding: 0.5rem 0.75rem; text-align: start; font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; cursor: pointer; }
.accounts button:hover { border-color: var(--primary); }
.accounts span, .accounts strong { display: block; }
.accounts strong { font-weight: 600; }
.accounts span { color: var(--muted); font-size: 0.9375rem; }
.messages { list-style: none; margin: 1.5rem 0 0; padding: 0; display: grid; gap: 0.75rem; }
.messages li { background: var(--surface); border-radius: 10px; padding: 0.75rem 1rem; overflow-wrap: anywhere; }
.messages p { margin: 0.25rem 0 0; white-space: pre-line; }
:focus-visible { outline: 3px solid #f2b705; outline-offset: 2px; box-shadow: 0 0 0 2px #1c1b1a; }
`;
