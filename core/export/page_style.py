"""How an exported page looks: one column, times at the edge, for the screen in light and dark and for paper.

Self-contained: it names fonts that systems have, and loads nothing.
"""

STYLE = """\
:root { color-scheme: light dark;
  --text: #1b2027; --muted: #515b68; --line: #dfe3e8; --page: #ffffff; --link: #1d5fc4; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e5e8ed; --muted: #a9b2be; --line: #323a45; --page: #1b1f25; --link: #7fb0ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.65 Pretendard, Inter, "Noto Sans CJK KR",
  "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", system-ui, sans-serif; }
:lang(ja) { font-family: Inter, "Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", system-ui,
  sans-serif; }
main { --time: 3.6em; max-width: 46rem; margin: 0 auto; padding: 3rem 1.5rem 5rem; overflow-wrap: anywhere; }
:lang(ko) main, main:lang(ko) { word-break: keep-all; }
h1 { font-size: 1.75rem; line-height: 1.3; margin: 0 0 1.25rem; letter-spacing: -0.01em; }
h2 { font-size: 1.2rem; line-height: 1.4; margin: 2.75rem 0 0.9rem; padding-top: 1.1rem;
  border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.5rem 0 0.5rem; }
.range, .time { color: var(--muted); font-weight: 400; font-variant-numeric: tabular-nums; }
.range { white-space: nowrap; }
main.hours { --time: 5em; }
.summary { margin: 0; padding-left: 1.5rem; color: var(--muted); }
.summary li + li { margin-top: 0.3rem; }
.notes { list-style: none; margin: 0; padding: 0; }
.notes .notes { padding-left: 1.5rem; }
.notes li { margin: 0.45rem 0; padding-left: var(--time); }
.notes li > .time { float: left; margin-left: calc(-1 * var(--time)); }
.notes li > .notes { margin-left: calc(-1 * var(--time)); }
blockquote { margin: 0.9rem 0; padding: 0.1rem 0 0.1rem 1.1rem; border-left: 3px solid var(--line); }
blockquote p { margin: 0; }
.speaker { color: var(--muted); }
p, pre { margin: 0.8rem 0; }
pre { overflow-x: auto; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 6px; }
pre, code { font-family: "JetBrains Mono", "Noto Sans Mono CJK KR", ui-monospace, monospace; font-size: 0.9em; }
a { color: var(--link); }
@media print {
  :root { --text: #000000; --muted: #444444; --line: #bbbbbb; --page: #ffffff; --link: #000000; }
  body { font-size: 10.5pt; line-height: 1.5; }
  main { --time: 3.6em; max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  li, blockquote { break-inside: avoid; }
  a[href]::after { content: " (" attr(href) ")"; }
}
"""
