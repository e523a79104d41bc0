import { problemAt } from '../../protocol/shape';
import { describeProblem } from '../../strings/describe-fault';
import { POLICY_STRINGS } from '../../strings/policy';
import { SETTINGS_FILE_STRINGS } from '../../strings/settings-file';
import { originOf } from '../origin';
import { originOfTemplate } from './template';

/**
 * Why an administrator's chats can't be used. They stay in the list anyway: a user's own chat must not
 * replace one with a typing error.
 */
export const managedChatProblems = (chats: readonly { site: string; url: string }[]): readonly string[] =>
  chats.flatMap(({ site, url }, index) => {
    const origin = originOfTemplate(url);
    const noSite = problemAt('site', SETTINGS_FILE_STRINGS.noOrigin);
    const reasons = [
      ...(site === '*' || originOf(site) === site ? [] : [`${describeProblem(noSite)}.`]),
      ...(origin.ok ? [] : [origin.error]),
    ];
    return reasons.map((why) => POLICY_STRINGS.chat({ entry: index + 1, why }));
  });
