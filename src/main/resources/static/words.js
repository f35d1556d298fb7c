'use strict';

// How things are called on the page.
const SEVERITIES = new Set(['INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']);

function plain(constant) {
  return constant.toLowerCase().replaceAll('_', ' ');
}

function clock(time) {
  const at = new Date(time);
  return at.toDateString() === new Date().toDateString() ? at.toLocaleTimeString() : at.toLocaleString();
}

function clientOf(alert) {
  return alert.client ? alert.client + ' (' + alert.clientId + ')' : alert.clientId;
}

function level(number) {
  return ['the manager', 'the branch'][number] || 'level ' + number;
}

// Whoever must answer; nobody once somebody has.
function asked(alert) {
  return alert.status === 'OPEN' ? level(alert.level) : '–';
}

function statusOf(alert) {
  const status = plain(alert.status);
  return alert.outcome ? status + ': ' + plain(alert.outcome) : status;
}

function channels(names) {
  return names.split(' ').map((name) => ({ SMS: 'SMS', PUSH: 'push', CHAT: 'chat' })[name] || name).join(', ');
}

function toWhom(entry) {
  const d = entry.details;
  return entry.person + (d.channel ? ' by ' + channels(d.channel) : '') + (d.gateway ? ' (' + d.gateway + ')' : '');
}

const KINDS = {
  DETECTED: (e, d) => 'Detected: ' + plain(d.rule) + ', ' + plain(d.severity),
  ROUTED: (e, d) => d.nobody ? 'Nobody is left to be told'
    : e.person + ' is told, as ' + plain(d.role) + (d.channels ? ', by ' + channels(d.channels) : '')
      + (d.answerBy ? '; to answer by ' + clock(d.answerBy) : ''),
  HELD: (e, d) => e.person + ' is left in peace until ' + clock(d.until),
  SENT: (e) => 'Sent to ' + toWhom(e),
  DELIVERED: (e) => 'Arrived at ' + toWhom(e),
  NOT_DELIVERED: (e, d) => 'Not delivered to ' + toWhom(e) + (d.reason ? ': ' + plain(d.reason) : ''),
  SEEN: (e) => 'Seen by ' + e.person,
  ACKNOWLEDGED: (e, d) => 'Acknowledged by ' + e.person
    + (d.promise ? ', who will contact the client by ' + clock(d.promise) : ''),
  CONTACTED: (e, d) => e.person + ' has contacted the client' + (d.how ? ': ' + plain(d.how) : ''),
  RESOLVED: (e, d) => 'Resolved by ' + e.person + ': ' + plain(d.outcome),
  REOPENED: (e) => 'Reopened by ' + e.person,
  REASSIGNED: (e, d) => e.person + ' gave it to ' + d.to,
  HANDED_OVER: (e, d) => 'The client went to ' + d.to + (d.from ? ' from ' + d.from : ''),
  ESCALATED: (e, d) => 'Goes up to ' + level(Number(d.level)),
  PROMISE_LAPSED: (e) => 'The promise of ' + e.person + ' has lapsed',
  WORSENED: () => 'It got worse',
  RECOVERED: () => 'The client is back above the line',
};

// What this page does not know yet is shown as it is called.
function happened(entry) {
  const words = KINDS[entry.kind];
  const said = words ? words(entry, entry.details) : plain(entry.kind) + (entry.person ? ', ' + entry.person : '');
  return entry.details.note ? said + ' – “' + entry.details.note + '”' : said;
}
