// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { aCall, all, aMeeting, description, openPanel, START, the } from '../fixture';

const FAILED = aCall('bob', { state: { name: 'failed', message: 'no route', at: START } });

describe('what assistive technology finds', () => {
  let panel: ReturnType<typeof openPanel>;
  beforeEach(async () => {
    panel = openPanel();
    await panel.receive(aMeeting({ calls: [FAILED] }));
  });

  it.each([
    ['form', 'Dial out'],
    ['textbox', 'Destination'],
    ['combobox', 'Protocol'],
    ['combobox', 'Role'],
    ['button', 'Dial'],
    ['list', 'Calls'],
    ['button', 'Dial again bob'],
    ['combobox', 'Call type'],
    ['textbox', 'Presentation URL'],
    ['combobox', 'Streaming'],
    ['textbox', 'DTMF sequence'],
    ['textbox', 'Source'],
    ['textbox', 'Source display name'],
    ['textbox', 'Display name'],
    ['textbox', 'Overlay text'],
    ['combobox', 'Keep conference alive'],
  ])('%s %s', (role, name) => {
    expect(all(role, name)).toHaveLength(1);
  });

  it('has one status and a disclosure with the nine optional fields, each with its help', () => {
    expect(all('status')).toHaveLength(1);
    const disclosure = document.querySelector('.more-options details');
    expect(disclosure?.querySelector('summary')?.textContent).toBe('More options');
    const controls = [...(disclosure?.querySelectorAll('input, select') ?? [])];
    expect(controls).toHaveLength(9);
    for (const control of controls) expect(description(control)).not.toBe('');
  });

  it('offers the values of the contract, Auto and Guest first, and Default for what is optional', () => {
    const options = (name: string) =>
      [...the<HTMLSelectElement>('combobox', name).options].map(({ value, text }) => [value, text]);
    expect(options('Protocol')).toEqual([
      ['auto', 'Auto'],
      ['sip', 'SIP'],
      ['h323', 'H.323'],
      ['rtmp', 'RTMP'],
      ['mssip', 'Skype for Business (MS-SIP)'],
    ]);
    expect(options('Role')).toEqual([
      ['GUEST', 'Guest'],
      ['HOST', 'Host'],
    ]);
    for (const name of ['Call type', 'Streaming', 'Keep conference alive']) {
      expect(options(name)[0]).toEqual(['', 'Default']);
    }
  });
});
