import { expect, it } from 'vitest';
import { LAYOUTS, readLayout, WIDTHS } from '../../../../settings/dock/layout';
import { memoryStorage } from '../../../../settings/storage/memory';

const SITE = 'https://portal.example.com';

it('a dock that was kept narrower than one can be now is as wide as it has to be', async () => {
  const layout = { side: 'left', width: 280, push: true };
  const storage = memoryStorage({
    local: { [LAYOUTS.key]: { version: LAYOUTS.version, value: [{ site: SITE, layout }] } },
  });
  expect(await readLayout(storage, SITE)).toEqual({ ...layout, width: WIDTHS.min });
});
