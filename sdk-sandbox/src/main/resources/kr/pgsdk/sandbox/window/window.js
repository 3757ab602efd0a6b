'use strict';
// The payment window. Whatever came from a shop's page is shown as text, never as HTML.
const id = new URLSearchParams(location.search).get('id') || '';
const address = '/session?id=' + encodeURIComponent(id);
const LEAST_FOR_MONTHS = 50000; // a card company's rule: instalments from 50,000 won
const FAULTS = ['ANSWER_LOST', 'ALL_ANSWERS_LOST', 'TOO_LATE', 'NO_WEBHOOK', 'TWO_WEBHOOKS'];
let session = null;
let language = 'ko';
let working = false;

const find = (name) => document.getElementById(name);
const word = (name) => WORDS[language][name];

function choice(group, value, text, checked, kind) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  const name = document.createElement('span');
  label.className = kind;
  input.type = 'radio';
  input.name = group;
  input.value = value;
  input.checked = checked;
  name.textContent = text;
  label.append(input, name);
  return label;
}

function chosen(group) {
  const input = document.querySelector('input[name="' + group + '"]:checked');
  return input ? input.value : '';
}

// Fills a group of choices anew in the current language, and keeps what was chosen.
function fill(element, group, choices, kind) {
  const before = chosen(group) || (choices[0] && choices[0][0]);
  element.replaceChildren(
    ...choices.map(([value, text]) => choice(group, value, text, value === before, kind))
  );
}

function named(list) {
  return CHOICES[list].map(([value, ko, en]) => [value, language === 'ko' ? ko : en]);
}

function price() {
  const digits = session.currency === 'KRW' ? 0 : 2;
  const amount = Number(session.amount).toLocaleString(language === 'ko' ? 'ko-KR' : 'en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return word('money')(amount, session.currency);
}

// PortOne's windows for a billing key and for who a buyer is have no price.
function isPayment() {
  return word('submit_' + session.kind) === undefined;
}

function outcomes() {
  if (!isPayment()) {
    return ['PAY', 'FAIL', 'LEAVE'].map((name) => [name, word(name)]);
  }
  const names = [
    'PAY',
    'FAIL',
    'TAMPER',
    'ANSWER_LOST',
    'ALL_ANSWERS_LOST',
    'NO_WEBHOOK',
    'TWO_WEBHOOKS',
    'LEAVE',
  ];
  if (session.refusesLater) {
    names.splice(2, 0, 'REFUSED_LATER');
    names.splice(6, 0, 'TOO_LATE');
  }
  return names.map((name) => [name, word(name)]);
}

function option(value, text) {
  const element = document.createElement('option');
  element.value = value;
  element.textContent = text;
  return element;
}

function select(element, options) {
  const before = element.value;
  element.replaceChildren(...options.map(([value, text]) => option(value, text)));
  if (options.some(([value]) => value === before)) {
    element.value = before;
  }
}

function words() {
  document.documentElement.lang = language;
  document.querySelectorAll('[data-word]').forEach((element) => {
    element.textContent = word(element.dataset.word);
  });
  document.querySelectorAll('[data-label]').forEach((element) => {
    element.setAttribute('aria-label', word(element.dataset.label));
  });
}

function draw() {
  words();
  find('language').lang = language === 'ko' ? 'en' : 'ko';
  find('title').textContent = word('title_' + session.gateway);
  document.title = word('title_' + session.gateway);
  document.body.dataset.gateway = session.gateway;
  find('orderName').textContent = session.orderName || word('noName');
  find('orderId').textContent = session.orderId;
  find('price').textContent = price();
  find('price').hidden = !isPayment();
  fill(find('tabs'), 'method', session.methods.map((name) => [name, word(name)]), 'tab');
  fill(find('cards'), 'CARD', named('cards'), 'chip');
  fill(find('banks'), 'VIRTUAL_ACCOUNT', named('banks'), 'chip');
  fill(find('wallets'), 'EASY_PAY', named('wallets_' + session.gateway), 'chip');
  fill(find('outcomes'), 'outcome', outcomes(), 'option');
  const months = session.currency === 'KRW' && session.amount >= LEAST_FOR_MONTHS ? [2, 3, 6, 12] : [];
  select(find('months'), [['0', word('month_0')], ...months.map((n) => [String(n), word('month_n')(n)])]);
  find('months').disabled = months.length === 0;
  select(find('code'), session.refusals.map(({ code, text }) => [code, text]));
  change();
}

// Shows what belongs to what is chosen now.
function change() {
  const method = chosen('method');
  const outcome = chosen('outcome');
  document.querySelectorAll('.panel').forEach((panel) => {
    panel.hidden = panel.dataset.method !== method;
  });
  find('methods').hidden = session.methods.length === 1;
  find('codeLine').hidden = outcome !== 'FAIL' && outcome !== 'REFUSED_LATER';
  find('amountLine').hidden = outcome !== 'TAMPER';
  find('chosen').textContent = outcome === 'PAY' ? '' : word(outcome);
  document.body.classList.toggle('trying', outcome !== 'PAY');
  find('submit').textContent =
    outcome !== 'PAY'
      ? word('submitTrial')
      : isPayment()
        ? word(method === 'VIRTUAL_ACCOUNT' ? 'submitAccount' : 'submit')(price())
        : word('submit_' + session.kind);
}

function made() {
  const outcome = chosen('outcome');
  const method = chosen('method');
  const made = {
    end: ['FAIL', 'REFUSED_LATER', 'LEAVE'].includes(outcome) ? outcome : 'PAY',
    method,
    with: chosen(method),
    months: Number(find('months').value),
    code: find('code').value,
    fault: FAULTS.includes(outcome) ? outcome : 'NONE',
  };
  if (outcome === 'TAMPER') {
    const amount = Number(find('amount').value.replace(/,/g, ''));
    if (!(amount > 0) || !Number.isFinite(amount)) {
      throw new Error(word('amountRule'));
    }
    made.amount = amount;
    made.fault = find('hidden').checked ? 'HIDDEN_AMOUNT' : 'NONE';
  }
  return made;
}

async function end(what) {
  if (working) {
    return;
  }
  working = true;
  find('problem').textContent = '';
  find('submit').disabled = true;
  document.body.classList.add('working');
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(what),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(answer.message);
    }
    hand(answer, what);
  } catch (problem) {
    find('problem').textContent =
      problem instanceof TypeError ? word('unreachable') : problem.message;
    working = false;
    find('submit').disabled = false;
    document.body.classList.remove('working');
  }
}

// Hands the end to the page below, or leaves for the shop.
function hand(answer, what) {
  const silent = !answer.url && !answer.result && !answer.error;
  if (silent) {
    over('leftTitle', what.end === 'LEAVE' ? 'leftText' : 'nowhereText', session.framed);
  } else if (session.framed) {
    parent.postMessage({ sandboxEnd: answer }, session.origin === 'null' ? '*' : session.origin);
  } else if (/^https?:/i.test(answer.url)) {
    location.replace(answer.url);
  }
}

function over(title, text, closes) {
  document.body.classList.remove('working');
  find('pay').hidden = true;
  find('close').hidden = true;
  find('overTitle').textContent = word(title);
  find('overText').textContent = word(text);
  find('leave').hidden = !closes;
  find('over').hidden = false;
  find('over').focus();
}

async function start() {
  try {
    const response = await fetch(address);
    if (!response.ok) {
      throw new Error('no session');
    }
    session = await response.json();
    language = session.language;
    draw();
    document.body.classList.toggle('framed', session.framed);
  } catch (gone) {
    words();
    find('title').textContent = word('noSession');
    document.querySelector('.order').hidden = true;
    over('noSession', 'noSessionText', false);
  }
  document.body.hidden = false;
  find('sheet').focus({ preventScroll: true });
}

find('language').addEventListener('click', () => {
  language = language === 'ko' ? 'en' : 'ko';
  if (session) {
    draw();
  } else {
    words();
  }
});
find('close').addEventListener('click', () => end({ end: 'CLOSE' }));
find('leave').addEventListener('click', () =>
  parent.postMessage({ sandboxEnd: {} }, session.origin === 'null' ? '*' : session.origin)
);
find('pay').addEventListener('change', change);
find('pay').addEventListener('submit', (event) => {
  event.preventDefault();
  try {
    end(made());
  } catch (problem) {
    find('problem').textContent = problem.message;
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && session && find('over').hidden) {
    end({ end: 'CLOSE' });
  }
});
start();
