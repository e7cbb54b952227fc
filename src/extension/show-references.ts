import * as vscode from 'vscode';

interface PlaceJson {
  readonly line: number;
  readonly character: number;
}

interface LocationJson {
  readonly uri: string;
  readonly range: { readonly start: PlaceJson; readonly end: PlaceJson };
}

/** Shows places, as the language server sends them with a code lens, in the editor's own list of references. */
export function showReferences(
  uri: string,
  position: PlaceJson,
  locations: readonly LocationJson[],
): Thenable<unknown> {
  return vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    at(position),
    locations.map(
      (one) => new vscode.Location(vscode.Uri.parse(one.uri), new vscode.Range(at(one.range.start), at(one.range.end))),
    ),
  );
}

const at = ({ line, character }: PlaceJson): vscode.Position => new vscode.Position(line, character);
