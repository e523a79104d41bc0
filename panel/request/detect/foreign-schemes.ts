/**
 * Schemes of other programs: `facetime:alice@example.com` isn't a user name with a password. One that is
 * followed by `//` needs no entry here.
 */
const FOREIGN =
  'about,aim,apt,blob,bluejeans,chrome,cid,ciscospark,ciscotel,data,discord,facetime,facetime-audio,' +
  'fb-messenger,feed,file,ftp,geo,git,gizmoproject,googlechat,gotomeeting,gtalk,hangouts,http,https,iax,' +
  'iax2,icq,intent,irc,ircs,itms,jabber,javascript,jitsi-meet,ldap,ldaps,line,livekit,lync,lync15,' +
  'magnet,maps,market,matrix,meet,mgcp,mid,mms,mmsto,ms-settings,ms-sfb,ms-teams,msrp,msteams,mumble,' +
  'news,nfs,nntp,pres,rcapp,ringcentral,rtmfp,rtp,rtsp,rtsps,sftp,sgnl,signal,skype,slack,smb,sms,smsto,' +
  'spotify,srt,ssh,stun,teams,teamspeak,telnet,tg,turn,udp,urn,ventrilo,viber,view-source,wbx,webcal,' +
  'webex,webexteams,wechat,weixin,whatsapp,wickr,ws,wss,xmpp,ymsgr,zoom,zoommtg,zoomphonecall,zoomus';

const NAMES: ReadonlySet<string> = new Set(FOREIGN.split(','));

/** Whether `name:rest` is for another program. The port of a host and the password of a user are not. */
export function isForeign(name: string, rest: string): boolean {
  if (rest.startsWith('//') || NAMES.has(name) || name.startsWith('ms-')) return true;
  return !rest.includes('@') && !/^\d{1,5}(?:[;?/].*)?$/.test(rest);
}
