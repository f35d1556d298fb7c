'use strict';

// The alert that is open, with what happened to it: asked for again on each update, and every few seconds, as
// deliveries are on the timeline only. Everything is set as text, never as markup.
const detail = {
  section: document.getElementById('detail'),
  title: document.getElementById('detail-title'),
  text: document.getElementById('detail-text'),
  state: document.getElementById('detail-state'),
  answer: document.getElementById('detail-answer'),
  timeline: document.getElementById('timeline'),
  open: null,
};
const REFRESH_MS = 3000;

function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function fact(name, value) {
  return value === undefined ? [] : [element('dt', name), element('dd', value)];
}

function showState(alert) {
  detail.title.textContent = plain(alert.rule) + ' – ' + clientOf(alert);
  detail.text.textContent = alert.text;
  detail.state.replaceChildren(
    ...fact('Status', statusOf(alert)),
    ...fact('Severity', plain(alert.severity)),
    ...fact('Manager', alert.managerId),
    ...fact('To answer', asked(alert)),
    ...fact('Taken on by', alert.acknowledgedBy),
    ...fact('Promised until', alert.promise && clock(alert.promise.until)),
    ...fact('Code', alert.code));
  detail.answer.textContent = 'curl -X POST -H \'Tidemark-Actor: ' + (alert.managerId || 'M-11') + '\' '
    + new URL('api/v1/alerts/' + alert.alertId + '/acknowledge', document.baseURI);
}

function entry(item) {
  const made = element('li', '');
  const time = element('time', clock(item.at));
  time.dateTime = item.at;
  made.append(time, ' ', element('span', happened(item)));
  return made;
}

async function json(path) {
  const answer = await fetch(path);
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(body.detail || answer.statusText);
  }
  return body;
}

// An answer that comes after another alert was opened is let go.
async function refresh() {
  const id = detail.open;
  if (!id) {
    return;
  }
  const path = 'api/v1/alerts/' + encodeURIComponent(id);
  try {
    const [alert, story] = await Promise.all([json(path), json(path + '/timeline')]);
    if (detail.open === id) {
      showState(alert);
      detail.timeline.replaceChildren(...story.items.map(entry));
    }
  } catch (failure) {
    if (detail.open === id && !detail.timeline.hasChildNodes()) {
      detail.title.textContent = 'This alert can\'t be shown';
      detail.text.textContent = failure.message;
    }
  }
}

function openAlert(id) {
  detail.open = id;
  detail.section.hidden = !id;
  if (!id) {
    return;
  }
  detail.title.textContent = '…';
  detail.text.textContent = '';
  detail.answer.textContent = '';
  detail.state.replaceChildren();
  detail.timeline.replaceChildren();
  refresh().then(() => detail.title.focus());
}

function openFromAddress() {
  openAlert(new URLSearchParams(location.search).get('alert'));
}

function go(address) {
  history.pushState(null, '', address);
  openFromAddress();
}

document.getElementById('detail-close').addEventListener('click', () => go(location.pathname));
window.addEventListener('popstate', openFromAddress);
setInterval(refresh, REFRESH_MS);
openFromAddress();
