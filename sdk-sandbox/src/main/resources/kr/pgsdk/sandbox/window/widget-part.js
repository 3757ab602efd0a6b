'use strict';
// A part of the payment widget: the choice of a method, or the terms.
const part = new URLSearchParams(location.search).get('part');
const METHODS = [
  ['CARD', '카드', 'Card'],
  ['VIRTUAL_ACCOUNT', '가상계좌', 'Virtual account'],
  ['TOSSPAY', '토스페이', 'Toss Pay'],
  ['KAKAOPAY', '카카오페이', 'Kakao Pay'],
  ['NAVERPAY', '네이버페이', 'Naver Pay'],
  ['PAYCO', '페이코', 'PAYCO'],
];
const words = WORDS.ko;

function tell() {
  const checked = document.querySelector('input[name="method"]:checked');
  const value = part === 'methods' ? checked && checked.value : document.getElementById('agreed').checked;
  parent.postMessage(
    { sandboxWidget: { value, height: document.documentElement.getBoundingClientRect().height } },
    '*' // any shop may have it: what is told is no secret
  );
}

document.querySelectorAll('[data-word]').forEach((element) => {
  element.textContent = words[element.dataset.word];
});
document.getElementById(part === 'methods' ? 'methods' : 'agreement').hidden = false;
METHODS.forEach(([value, name], index) => {
  const label = document.createElement('label');
  const input = document.createElement('input');
  const text = document.createElement('span');
  label.className = 'chip';
  input.type = 'radio';
  input.name = 'method';
  input.value = value;
  input.checked = index === 0;
  text.textContent = name;
  label.append(input, text);
  document.getElementById('choices').append(label);
});
document.getElementById('part').addEventListener('change', tell);
document.getElementById('part').addEventListener('submit', (event) => event.preventDefault());
new ResizeObserver(tell).observe(document.documentElement);
tell();
