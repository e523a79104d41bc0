/** What the plugin shows in the meeting. */
export interface PluginTexts {
  openChat: string;
  closeChat: string;
  openPeople: string;
  closePeople: string;
  /** `#` is the number of messages. */
  unreadCount: string;
  /** For a press of Chat on a page that responds to nothing. */
  noChat: string;
}

const ENGLISH: PluginTexts = {
  openChat: 'Open Chat',
  closeChat: 'Close Chat',
  openPeople: 'Open Participants',
  closePeople: 'Close Participants',
  unreadCount: '# unread',
  noChat: 'This page has no chat. Use the External Chat browser extension, or ask your administrator.',
};

const TEXTS: Readonly<Record<string, PluginTexts>> = {
  de: {
    openChat: 'Chat öffnen',
    closeChat: 'Chat schließen',
    openPeople: 'Teilnehmer anzeigen',
    closePeople: 'Teilnehmer ausblenden',
    unreadCount: '# ungelesen',
    noChat:
      'Diese Seite hat keinen Chat. Nutzen Sie die Browsererweiterung External Chat, oder fragen Sie Ihren Administrator.',
  },
  es: {
    openChat: 'Abrir chat',
    closeChat: 'Cerrar chat',
    openPeople: 'Mostrar participantes',
    closePeople: 'Ocultar participantes',
    unreadCount: '# sin leer',
    noChat:
      'Esta página no tiene chat. Use la extensión de navegador External Chat o consulte a su administrador.',
  },
  fr: {
    openChat: 'Ouvrir le chat',
    closeChat: 'Fermer le chat',
    openPeople: 'Afficher les participants',
    closePeople: 'Masquer les participants',
    unreadCount: 'non lus : #',
    noChat:
      'Cette page n’a pas de chat. Utilisez l’extension de navigateur External Chat ou contactez votre administrateur.',
  },
  nb: {
    openChat: 'Åpne chat',
    closeChat: 'Lukk chat',
    openPeople: 'Vis deltakere',
    closePeople: 'Skjul deltakere',
    unreadCount: 'uleste: #',
    noChat: 'Denne siden har ingen chat. Bruk nettleserutvidelsen External Chat, eller spør administratoren.',
  },
  ar: {
    openChat: 'فتح الدردشة',
    closeChat: 'إغلاق الدردشة',
    openPeople: 'إظهار المشاركين',
    closePeople: 'إخفاء المشاركين',
    unreadCount: 'غير مقروء: #',
    noChat: 'لا توجد دردشة في هذه الصفحة. استخدم إضافة المتصفح External Chat، أو اسأل المسؤول.',
  },
};

/**
 * The texts in the meeting's language, which Web App 3 names as `de`, `de-AT` or `de_DE`; in English where
 * there are none in that language.
 */
export function textsIn(language: unknown): PluginTexts {
  const [primary = ''] = typeof language === 'string' ? language.toLowerCase().split(/[-_]/) : [];
  const code = primary === 'no' || primary === 'nn' ? 'nb' : primary;
  return (Object.hasOwn(TEXTS, code) && TEXTS[code]) || ENGLISH;
}
