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
import { getOrSet } from '../core/get-or-set';
import { JudgementCancelled } from '../core/mermaid/judge';
import type { ServerRequests } from '../protocol';
import { canonicalUri } from './canonical-uri';
import type { OpenTexts } from './open-texts';
import type { Readings } from './readings';
import { isObject, isPosition } from './sent-values';
import { spelled } from './spelled';
import type { TypingPauses } from './typing-pauses';

/** A question about a file, by its canonical URI. */
interface About {
  readonly uri: string;
  readonly cancellation: Cancellation;
}

interface OfText {
  readonly textDocument: { readonly uri: string };
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
  readonly #pauses: TypingPauses;
  readonly #report: (error: unknown) => void;
  /** Questions that waited for a text to rest and are being answered. */
  readonly #atRest = new Map<string, Promise<unknown>>();

  constructor(
    connection: Connection,
    texts: OpenTexts,
    readings: Readings,
    pauses: TypingPauses,
    report: (error: unknown) => void,
  ) {
    this.#connection = connection;
    this.#texts = texts;
    this.#readings = readings;
    this.#pauses = pauses;
    this.#report = report;
  }

  /** A request that is not about one file. */
  to<P, R>(type: RequestType<P, R, unknown>, answer: (params: P) => R | Promise<R>): void {
    this.#bind(type.method, (params) => answer(params as P));
  }

  /**
   * A request about a file, or a place in one. `nothing` is the answer for an open text that is not to be spoken of.
   * `byItself` tells what an editor asks unasked, on every edit or step of the cursor: of a large text it is answered when
   * that rests.
   */
  about<P extends OfText, R>(
    type: RequestType<P, R, unknown>,
    nothing: R,
    answer: (params: P, about: About) => Promise<R>,
    byItself: (params: P) => boolean = () => false,
  ): void {
    this.#bind(type.method, async (sent, cancellation) => {
      const about = { uri: uriIn(type.method, sent), cancellation };
      const params = sent as P;
      const waits = byItself(params);
      const waited = waits && (await this.#pauses.of(about.uri));
      // It may be another text by now, and not read yet.
      if (waits && this.#isSilent(about)) await this.#readings.done();
      if (cancellation.aborted || this.#isSilent(about)) return nothing;
      return waited ? this.#once(type.method, params, () => answer(params, about)) : answer(params, about);
    });
  }

  /** The same for what only an editor asks, on every edit. */
  atRest<P extends OfText, R>(
    type: RequestType<P, R, unknown>,
    nothing: R,
    answer: (params: P, about: About) => Promise<R>,
  ): void {
    this.about(type, nothing, answer, () => true);
  }

  /** What was asked at several letters, and by none withdrawn, is one question when the text rests. */
  #once<R>(method: string, params: object, answer: () => Promise<R>): Promise<R> {
    const question = JSON.stringify([method, { ...params, workDoneToken: undefined, partialResultToken: undefined }]);
    return getOrSet(this.#atRest, question, () => {
      const answered = answer();
      const done = () => this.#atRest.delete(question);
      void answered.then(done, done);
      return answered;
    }) as Promise<R>;
  }

  /** Whether nothing is to be said of a text that is open, or not yet. */
  #isSilent({ uri }: About): boolean {
    return this.#texts.has(uri) && (this.#texts.readable(uri)?.silent ?? true);
  }

  /**
   * The same where the answer holds edits: of a text that has changed meanwhile they would land elsewhere, so that the
   * client is told to ask again.
   */
  edits<P extends OfText, R>(
    type: RequestType<P, R, unknown>,
    nothing: R,
    answer: (params: P, about: About) => Promise<R>,
    byItself?: (params: P) => boolean,
  ): void {
    const current = async (params: P, about: About) => {
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
    };
    this.about(type, nothing, current, byItself);
  }

  /** A request beyond the protocol. `atOnce` tells what is answered while texts are still being read. */
  own<M extends keyof ServerRequests>(
    method: M,
    answer: (params: ServerRequests[M]['params']) => ServerRequests[M]['result'] | Promise<ServerRequests[M]['result']>,
    atOnce?: (params: ServerRequests[M]['params']) => boolean,
  ): void {
    const isSound = (params: unknown) => !isObject(params) || !('uri' in params) || typeof params.uri === 'string';
    this.#bind(
      method,
      (params) => {
        if (isSound(params)) return answer(params as ServerRequests[M]['params']);
        throw new ResponseError(ErrorCodes.InvalidParams, `${method} needs the URI of a document.`);
      },
      (params) => isObject(params) && isSound(params) && atOnce?.(params as ServerRequests[M]['params']) === true,
    );
  }

  #bind(
    method: string,
    answer: (params: unknown, cancellation: Cancellation) => unknown,
    atOnce?: (params: unknown) => boolean,
  ): void {
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
        if (!atOnce?.(params)) await this.#readings.done();
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

/** The canonical URI of the text that a request is about; throws what its parameters lack. */
function uriIn(method: string, params: unknown): string {
  if (!isObject(params) || !isObject(params.textDocument) || typeof params.textDocument.uri !== 'string') {
    throw new ResponseError(ErrorCodes.InvalidParams, `${method} needs the URI of a document.`);
  }
  const places = [params.position, ...(isObject(params.range) ? [params.range.start, params.range.end] : [])];
  if (!places.every((place) => place === undefined || isPosition(place))) {
    throw new ResponseError(ErrorCodes.InvalidParams, `${method} needs lines and characters as numbers.`);
  }
  return canonicalUri(params.textDocument.uri);
}
