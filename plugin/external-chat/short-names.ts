/**
 * Properties that the plugin alone uses, shortened like variables: no message of the protocol or of Web App
 * 3's plugin API has them, and the plugin reads them of no object of the browser.
 * `tests/unit/plugin/short-names.test.ts` holds the first.
 */
export const PLUGIN_ONLY = [
  ...['callRPC', 'onEvent', 'onHostMessage', 'onHostMistake', 'onNamespace', 'onPress', 'onAnswer'],
  ...['onChange', 'onConnection', 'setActive', 'setBadge', 'wantChanges', 'announce', 'forget'],
  ...['openChat', 'closeChat', 'openPeople', 'closePeople', 'unreadCount', 'noChat', 'localized'],
  ...['isHungUp', 'told', 'others', 'address', 'dialed', 'room', 'person', 'sync', 'uuids', 'hangUp'],
  ...['partner', 'origins', 'allowed', 'any', 'dialect', 'isJoined', 'tooLong', 'tooMany', 'anObject'],
];
