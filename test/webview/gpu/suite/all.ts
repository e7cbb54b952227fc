import './product.suite';
import './rows.suite';
import './attention.suite';
import './sparse-attention.suite';
import './latent-attention.suite';
import './small-kernels.suite';
import './moe.suite';
import './transformer.suite';
import './full-size.suite';
import './runtime.suite';
import './mutations.suite';

export { runCases } from './cases';
export { runWithoutAdapter } from './no-adapter.suite';
export { setSharedReader } from './shared-data';
