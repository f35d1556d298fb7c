'use strict';

// Shows the newest alerts as they happen. Everything from the feed is set as text, never as markup.
const MOST_ROWS = 100;
const alerts = document.getElementById('alerts');
const state = document.getElementById('state');
const position = document.getElementById('position');
const rows = new Map();

function say(word, look) {
  state.textContent = word;
  state.className = look;
}

function cell(text) {
  const made = document.createElement('td');
  made.textContent = text;
  return made;
}

// A real link, so that it opens by keyboard, in another tab and from a text message alike.
function link(alert) {
  const made = document.createElement('a');
  made.href = '?alert=' + encodeURIComponent(alert.alertId);
  made.textContent = alert.text;
  made.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      go(made.href);
    }
  });
  return made;
}

function row(alert) {
  const made = document.createElement('tr');
  const severity = cell(plain(alert.severity));
  if (SEVERITIES.has(alert.severity)) {
    severity.className = alert.severity;
  }
  const what = cell('');
  what.append(link(alert));
  made.append(cell(clock(alert.occurredAt)), severity, cell(clientOf(alert)), what,
    cell(statusOf(alert)), cell(alert.managerId || '–'), cell(asked(alert)));
  made.className = alert.status;
  return made;
}

function show(alert) {
  const made = row(alert);
  const shown = rows.get(alert.alertId);
  if (shown) {
    const focused = shown.contains(document.activeElement);
    shown.replaceWith(made);
    if (focused) {
      made.querySelector('a').focus();
    }
  } else {
    alerts.prepend(made);
  }
  rows.set(alert.alertId, made);
  if (rows.size > MOST_ROWS) {
    const oldest = rows.keys().next().value;
    rows.get(oldest).remove();
    rows.delete(oldest);
  }
}

function received(event) {
  const alert = JSON.parse(event.data);
  show(alert);
  position.textContent = alert.position;
  if (alert.alertId === detail.open) {
    refresh();
  }
}

function listen(since) {
  const feed = new EventSource('api/v1/alerts/stream?since=' + since);
  feed.addEventListener('open', () => say('live', 'live'));
  feed.addEventListener('error', () => say('reconnecting', 'waiting'));
  feed.addEventListener('bye', () => say('reconnecting', 'waiting'));
  feed.addEventListener('alert', received);
  feed.addEventListener('update', received);
}

// What there is already comes from the newest page; the stream goes on right behind it.
async function begin() {
  try {
    const answer = await fetch('api/v1/alerts?limit=' + MOST_ROWS);
    const page = await answer.json();
    page.items.reverse().forEach(show);
    const newest = page.items.reduce((most, alert) => Math.max(most, alert.position || 0), 0);
    position.textContent = newest;
    listen(newest);
  } catch (unreachable) {
    say('waiting for the service', 'waiting');
    setTimeout(begin, 3000);
  }
}

begin();
