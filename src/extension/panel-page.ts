import type { Language } from '../core/l10n/say';

/** Where the panel's page finds its parts, as addresses that the page may load. */
export interface PanelPageParts {
  readonly script: string;
  readonly style: string;
  /** What the content security policy calls our own files. */
  readonly cspSource: string;
  /** What the page speaks. */
  readonly language: Language;
  /** New for every page, so that no script but ours runs. */
  readonly nonce: string;
}

/**
 * The panel's page. It may load our files and nothing else: no network, no inline script, no form sent anywhere, no other
 * base for addresses. Styles may be inline, since
 * Mermaid's pictures carry theirs; pictures may be data, since they are painted for saving; workers start from blobs.
 */
export function panelPage({ script, style, cspSource, language, nonce }: PanelPageParts): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' ${cspSource}`,
    `style-src ${cspSource} 'unsafe-inline'`,
    `img-src ${cspSource} data: blob:`,
    `font-src ${cspSource}`,
    'worker-src blob:',
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language.name}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Coursewright</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<script type="application/json" id="language">${data(language)}</script>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

/** A value that a page reads out of a script of data, which no text in it can end. */
const data = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
