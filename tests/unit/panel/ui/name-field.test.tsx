// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it } from 'vitest';
import { NameField } from '../../../../panel/ui/name-field';
import { memoryStorage } from '../../../../settings/storage/memory';
import { eventually, rendered } from '../fixture';

const STAYS = 'This is a private window. What you save here stays when you close it.';

const open = (isPrivate: boolean) => {
  const storage = { ...memoryStorage(), isPrivate: async () => isPrivate };
  const root = document.body.appendChild(document.createElement('div'));
  const texts = { id: 'name', label: 'Name', save: 'Save', suggestion: 'Alice', typed: undefined };
  render(
    <NameField {...texts} storage={storage} onType={() => {}} onName={() => {}} onCancel={() => {}} />,
    root,
  );
  return root;
};

it('says in a private window, before something is saved, that it stays', async () => {
  const root = open(true);
  await eventually(() => expect(root.textContent).toContain(STAYS));
  const described = root.querySelector('input')?.getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(described)?.textContent).toBe(STAYS);
});

it('says nothing of that in other windows', async () => {
  const root = open(false);
  await rendered();
  expect(root.textContent).not.toContain(STAYS);
});
