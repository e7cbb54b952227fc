import type { CheckedDemo } from '../../core/demos/check-demo';
import type { DemoJob } from '../../core/demos/demo-solver';

export type ToDemoWorker = { readonly id: number; readonly job: DemoJob } | { readonly withdraw: number };

export type FromDemoWorker =
  | { readonly id: number; readonly checked: CheckedDemo | undefined }
  | { readonly id: number; readonly failure: string };
