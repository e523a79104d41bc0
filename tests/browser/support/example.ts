import { type Example, serveExample as serve } from '../../../scripts/example/serve';
import { BUILT, built } from '../../prebuild/built';
import type { ServedPage } from './page';

/** Serves an example of `examples/` as built before the tests. */
export function serveExample(name: Example): Promise<ServedPage> {
  built(BUILT.host);
  if (name === 'react') built(BUILT.examples);
  return serve(name);
}
