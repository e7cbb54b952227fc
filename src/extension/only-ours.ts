import * as vscode from 'vscode';
import { type BaseLanguageClient, CompletionRequest } from 'vscode-languageclient';

/**
 * VS Code shows a list when all who may add to it have answered, and in a long text its own Markdown takes half a second. A
 * selector may say that nobody else is to be asked; the API's types do not tell of it, and a VS Code that knows no such
 * selector asks the others too.
 */
interface LoneFilter extends vscode.DocumentFilter {
  readonly exclusive: true;
}

/** While a list of ours is open that nobody asked for, suggestions come from our server alone. */
export class OnlyOurs {
  #held: { readonly document: vscode.TextDocument; readonly registration: vscode.Disposable } | undefined;

  /** From now on, in one document, until {@link release}. */
  take(client: BaseLanguageClient, document: vscode.TextDocument): void {
    if (this.#held?.document === document) return;
    this.release();
    const provider = client.getFeature(CompletionRequest.method)?.getProvider(document);
    if (!provider) return;
    const triggers = client.initializeResult?.capabilities.completionProvider?.triggerCharacters ?? [];
    const filter: LoneFilter = { language: document.languageId, scheme: document.uri.scheme, exclusive: true };
    const registration = vscode.languages.registerCompletionItemProvider(filter, provider, ...triggers);
    this.#held = { document, registration };
  }

  /** Of one document, or whichever it is. */
  release(document = this.#held?.document): void {
    if (this.#held?.document !== document) return;
    this.#held?.registration.dispose();
    this.#held = undefined;
  }
}
