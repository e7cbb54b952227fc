import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { type FrontMatterKeys, frontMatterKeys } from '../../mermaid/front-matter-words';
import { type SettingsPlace, settingsPlace } from '../../mermaid/settings-place';
import type { FeatureContext } from '../feature-context';
import { diagramPlace } from './symbol-at';

/** In the YAML or the directive above a diagram: the keys that Mermaid knows there, and their values. */
export function frontMatterCompletion({ document }: FeatureContext, offset: number): CompletionItem[] {
  const place = diagramPlace(document, offset);
  const settings = place && settingsPlace(place.diagram.content.text, place.offset);
  if (!place || !settings) return [];
  return proposals(settings).flatMap(({ label, newText, detail, kind }, index): CompletionItem[] => {
    const change = place.diagram.content.change(settings.typed, newText);
    if (!change) return [];
    return [
      {
        label,
        kind,
        ...(detail !== '' && { detail }),
        documentation: {
          kind: 'markdown',
          value: `\`${[...settings.path, settings.key ?? label].join(' → ')}\`: ${detail}`,
        },
        sortText: `1${String(index).padStart(4, '0')}`,
        textEdit: { range: document.lines.rangeOf(change.span), newText: change.newText },
      },
    ];
  });
}

interface Proposal {
  readonly label: string;
  readonly newText: string;
  readonly detail: string;
  readonly kind: CompletionItemKind;
}

function proposals({ path, key, siblings, quotes }: SettingsPlace): Proposal[] {
  let keys: FrontMatterKeys | undefined = frontMatterKeys;
  for (const name of path) keys = keys && Object.hasOwn(keys, name) ? keys[name]!.keys : undefined;
  if (!keys) return [];
  if (key !== undefined) {
    const values = Object.hasOwn(keys, key) ? (keys[key]!.values ?? []) : [];
    return values.map(({ text, detail = '' }) => ({
      ...{ label: text, newText: quotes === 'needed' ? `"${text}"` : text, detail: detail || keys[key]!.detail },
      kind: CompletionItemKind.Value,
    }));
  }
  const keyText = (name: string, below: boolean): string => {
    if (quotes) return quotes === 'open' ? name : `"${name}": `;
    return below ? `${name}:\n${'  '.repeat(path.length + 1)}` : `${name}: `;
  };
  return Object.entries(keys)
    .filter(([name]) => !siblings.includes(name))
    .map(([name, { detail, keys: below }]) => ({
      ...{ label: name, newText: keyText(name, below !== undefined), detail },
      kind: CompletionItemKind.Property,
    }));
}
