'use strict';
// The bank of the buyers: where deposits into virtual accounts are made, in time, late or never.
const find = (name) => document.getElementById(name);
let language = 'ko';
let shown = { now: '', accounts: [] };
const word = (name) => WORDS[language][name];

function text(tag, className, content) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = content;
  return element;
}

function button(account, act, style) {
  const element = text('button', style, word(act));
  element.type = 'button';
  element.addEventListener('click', () => send({ gateway: account.gateway, paymentId: account.paymentId, act }));
  return element;
}

function money(account) {
  const amount = Number(account.amount).toLocaleString(language === 'ko' ? 'ko-KR' : 'en-US');
  return word('money')(amount, account.currency);
}

function card(account) {
  const article = text('article', 'account ' + account.state.toLowerCase(), '');
  article.dataset.order = account.orderId;
  const head = text('div', 'accountHead', '');
  head.append(text('h2', '', account.orderName || account.orderId), text('span', 'state', word('state_' + account.state)));
  const facts = text('dl', 'facts', '');
  [
    [word('depositAmount'), money(account)],
    [word('depositAccount'), account.bank + ' ' + account.number],
    [word('due'), account.due],
    [word('orderId'), account.orderId],
    [word('gateway'), word('gateway_' + account.gateway)],
  ].forEach(([name, value]) => facts.append(text('dt', '', name), text('dd', '', value)));
  article.append(head, facts);
  if (account.state === 'OPEN') {
    const actions = text('div', 'row', '');
    actions.append(
      button(account, 'deposit', 'primary small'),
      button(account, 'quietDeposit', 'secondary small'),
      button(account, 'wait', 'secondary small')
    );
    article.append(actions);
  }
  return article;
}

function draw() {
  document.documentElement.lang = language;
  document.title = word('bankTitle');
  document.querySelectorAll('[data-word]').forEach((element) => {
    element.textContent = word(element.dataset.word);
  });
  find('language').setAttribute('aria-label', word('otherLanguageName'));
  find('now').textContent = shown.now;
  find('accounts').replaceChildren(...shown.accounts.map(card));
  find('empty').hidden = shown.accounts.length > 0;
}

async function send(wish) {
  find('problem').textContent = '';
  try {
    const response = await fetch('/bank/accounts', wish && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(wish),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(answer.message);
    }
    shown = answer;
    // What still awaits a deposit comes first.
    shown.accounts.sort((a, b) => (b.state === 'OPEN') - (a.state === 'OPEN'));
    draw();
  } catch (problem) {
    find('problem').textContent = problem instanceof TypeError ? word('unreachable') : problem.message;
  }
}

find('language').addEventListener('click', () => {
  language = language === 'ko' ? 'en' : 'ko';
  draw();
});
draw();
send();
document.addEventListener('visibilitychange', () => document.hidden || send());
