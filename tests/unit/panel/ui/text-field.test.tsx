// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { TextField } from '../../../../panel/ui/text-field';

test('a text field lets the browser keep nothing, and show no list of what was typed before', () => {
  render(<TextField id="chat-url" label="Chat URL" attributes={{ value: '' }} />, document.body);
  expect(document.querySelector('input')?.getAttribute('autocomplete')).toBe('off');
});
