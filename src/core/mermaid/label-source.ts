/** What stands between the quotes of a label, with the quotes inside it as Mermaid takes them. */
export const insideQuotes = (label: string): string => label.replaceAll('"', '#quot;');

/** The label as Mermaid takes it whatever it holds; markup in it stays markup. */
export const quotedLabel = (label: string): string => `"${insideQuotes(label.trim())}"`;

/** A text as a label that shows it as it is: in quotes, and nothing in it read as a tag or as markdown. */
export const quotedText = (text: string): string =>
  quotedLabel(
    text
      .replace(/#(?=\w+;)/g, '#35;')
      .replace(/&(?=#?\w+;)/g, '#amp;')
      .replaceAll('<', '#lt;')
      .replaceAll('`', ''),
  );

/** Signs that are syntax in a label without quotes, in one kind of diagram or another. */
const syntax = /[()[\]{}<>|"`;#$@%~\\/]|--|==|-\.|^[-=.]|[-=.]$/;

/** A text as the label of a shape or an edge between its delimiters: in quotes only where it could read as syntax. */
export const labelSource = (text: string): string => (syntax.test(text) ? quotedText(text) : text);
