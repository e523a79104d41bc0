import { ACTIONS, REPORTED_ACTIONS } from '../meeting/actions';
import { isOfDevices } from './obstacles';

/** Whether a script mutes the user's own devices by an action, other than Web App 3 does by itself. */
export const mutesDevices = (script: string): boolean =>
  dispatchedTypes(script).some((type) => isOfDevices(type) && !isFollowed(type, script));

/** Whether a script mutes a device only where the meeting has it muted, which Web App 3 does by itself. */
function isFollowed(type: string, script: string): boolean {
  const [state, device] = /camera/i.test(type) ? ['isVideoMuted', 'camera'] : ['muted', 'microphone'];
  const [, not, un] =
    new RegExp(
      String.raw`(!?)[\w$.]{0,60}\.${state}\b(?:(?!\.${state}\b)[^]){0,200}?\[Conference\] ` +
        `(un)?mute ${device}`,
      'i',
    ).exec(script) ?? [];
  return not !== undefined && (not === '') === (un === undefined);
}

const dispatchedTypes = (script: string): string[] =>
  [...script.matchAll(/dispatchAction\(\s*\{\s*["']?type["']?\s*:\s*(["'`])([^"'`]+)\1/g)].map(
    ([, , type = '']) => type,
  );

/** The actions that a script waits for and that never come. */
export function waitedFor(script: string): string[] {
  const dispatched = dispatchedTypes(script);
  const texts = [
    ...script.matchAll(/(["'`])(\[(?:Conference|Participant|Home|Chat|Timeline)\] [^"'`]+|PexRTC: \w+)\1/g),
  ]
    .map(([, , type = '']) => type)
    .filter((type) => !dispatched.includes(type) && !REPORTED_ACTIONS.includes(type));
  const named = [...script.matchAll(/\bPEX\.actions\.([A-Z_]+)\b/g)].map(([, name = '']) => name);
  const inVain = named.flatMap((name) => {
    const type: unknown = Reflect.get(ACTIONS, name);
    return REPORTED_ACTIONS.some((each) => each === type) ? [] : [String(type ?? `PEX.actions.${name}`)];
  });
  return [...new Set([...texts, ...inVain])];
}
