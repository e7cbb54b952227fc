import { type FromPanel, type PanelRequests, Requester, soundToPanel, type ToPanel } from '../src/protocol';

interface VsCodeApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The page's line to the extension, and the small memory that the editor keeps for it. */
export interface HostChannel {
  post(message: FromPanel): void;
  request: Requester<PanelRequests>['request'];
  onMessage(listener: (message: ToPanel) => void): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** Takes up the line; a page can do so once. */
export function connectToHost(): HostChannel {
  const api = acquireVsCodeApi();
  const requester = new Requester<PanelRequests>((message) => api.postMessage(message));
  return {
    post: (message) => api.postMessage(message),
    request: (method, params) => requester.request(method, params),
    onMessage: (listener) =>
      addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const message = soundToPanel(data);
        if (message?.type === 'reply') requester.settle(message);
        else if (message) listener(message);
      }),
    getState: () => api.getState(),
    setState: (state) => api.setState(state),
  };
}
