const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text for HTML, in elements and quoted attributes alike. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character);

/** What a page of the server itself consists of. */
export interface PageParts {
  readonly title: string;
  /** HTML that is safe already. */
  readonly body: string;
  /** HTML for the head: styles and scripts of our own origin. */
  readonly head?: string;
  readonly language?: string;
}

/** A whole HTML page without inline script or style. */
export const page = ({ title, body, head = '', language = 'id' }: PageParts): string => `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`;
