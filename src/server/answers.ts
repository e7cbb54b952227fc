import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type RequestType,
  ResponseError,
} from 'vscode-languageserver';
import type { Cancellation } from '../core/cancellation';
import { RenameRefused } from '../core/features/rename-refused';
import { JudgementCancelled } from '../core/mermaid/judge';
import type { ServerRequests } from '../protocol';
import { canonicalUri } from './canonical-uri';
import type { OpenTexts } from './open-texts';
import type { Readings } from './readings';
import { isObject, isPosition } from './sent-values';
import { spelled } from './spelled';

/** A question about a file, by its canonical URI. */
interface About {
  readonly uri: string;
  readonly cancellation: Cancellation;
}

/**
 * Binds requests to their answers, all in one way: what is no question is refused by the protocol's own code, what was
 * withdrawn is answered as cancelled, a failure of ours is reported, and URIs of open files are spelled as the client
 * spells them.
 */
export class Answers {
  readonly #connection: Connection;
  readonly #texts: OpenTexts;
  readonly #readings: Readings;
  readonly #report: (error: unknown) => void;

  constructor(connection: Connection, texts: OpenTexts, readings: Readings, report: (error: unknown) => void) {
    this.#connection = connection;
    this.#texts = texts;
    this.#readings = readings;
    this.#report = report;
  }

  /** A request that is not about one file. */
  to<P, R>(type: RequestType<P, R, unknown>, answer: (params: P) => R | Promise<R>): void {
    this.#bind(type.method, (params) => answer(params as P));
  }

  /**
   * A request about a file, or a place in one. `nothing` is the answer for an open text that is not to be spoken of.
   */
  about<P extends { readonly textDocument: { readonly uri: string } }, R>(
    type: RequestType<P, R, unknown>,
    nothing: R,
    answer: (params: P, about: About) => Promise<R>,
  ): void {
    this.#bind(type.method, async (params, cancellation) => {
      if (!isObject(params) || !isObject(params.textDocument) || typeof params.textDocument.uri !== 'string') {
        throw new ResponseError(ErrorCodes.InvalidParams, `${type.method} needs the URI of a document.`);
      }
      const places = [params.position, ...(isObject(params.range) ? [params.range.start, params.range.end] : [])];
      if (!places.every((place) => place === undefined || isPosition(place))) {
        throw new ResponseError(ErrorCodes.InvalidParams, `${type.method} needs lines and characters as numbers.`);
      }
      const uri = canonicalUri(params.textDocument.uri);
      if (this.#texts.has(uri) && (this.#texts.readable(uri)?.silent ?? true)) return nothing;
      return answer(params as unknown as P, { uri, cancellation });
    });
  }

  /**
   * The same where the answer holds edits: of a text that has changed meanwhile they would land elsewhere, so that the
   * client is told to ask again.
   */
  edits<P extends { readonly textDocument: { readonly uri: string } }, R>(
    type: RequestType<P, R, unknown>,
    nothing: R,
    answer: (params: P, about: About) => Promise<R>,
  ): void {
    this.about(type, nothing, async (params, about) => {
      const before = new Set(this.#texts);
      const hasChanged = () => {
        const now = [...this.#texts];
        return now.length !== before.size || !now.every((text) => before.has(text));
      };
      const modified = () => new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed meanwhile.');
      const edits = await answer(params, about).catch((error: unknown) => {
        // Work on a text that is another by now is given up.
        throw error instanceof JudgementCancelled && hasChanged() ? modified() : error;
      });
      if (hasChanged()) throw modified();
      return edits;
    });
  }

  /** A request beyond the protocol. */
  own<M extends keyof ServerRequests>(
    method: M,
    answer: (params: ServerRequests[M]['params']) => ServerRequests[M]['result'] | Promise<ServerRequests[M]['result']>,
  ): void {
    this.#bind(method, (params) => {
      if (isObject(params) && 'uri' in params && typeof params.uri !== 'string') {
        throw new ResponseError(ErrorCodes.InvalidParams, `${method} needs the URI of a document.`);
      }
      return answer(params as ServerRequests[M]['params']);
    });
  }

  #bind(method: string, answer: (params: unknown, cancellation: Cancellation) => unknown): void {
    this.#connection.onRequest(method, async (...sent: unknown[]) => {
      // The library passes on what was sent, if anything was, and then the token.
      const token = sent.at(-1) as CancellationToken;
      const params = sent.length > 1 ? sent[0] : undefined;
      const cancellation = {
        get aborted() {
          return token.isCancellationRequested;
        },
      };
      try {
        await this.#readings.done();
        const result = spelled(await answer(params, cancellation), this.#texts);
        return cancellation.aborted ? withdrawn() : result;
      } catch (error) {
        if (cancellation.aborted) return withdrawn();
        if (error instanceof ResponseError) return error;
        if (error instanceof RenameRefused) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
        // Said as such, or the client takes it for a failure, shows it to the person and asks no more.
        if (error instanceof JudgementCancelled) {
          return new ResponseError(LSPErrorCodes.ServerCancelled, error.message, { retriggerRequest: true });
        }
        if (!isObject(params) && error instanceof TypeError) {
          return new ResponseError(ErrorCodes.InvalidParams, `${method} needs its parameters by name.`);
        }
        this.#report(error);
        return new ResponseError(ErrorCodes.InternalError, error instanceof Error ? error.message : String(error));
      }
    });
  }
}

const withdrawn = () => new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was withdrawn.');
