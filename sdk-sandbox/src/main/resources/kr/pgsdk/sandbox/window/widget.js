// The parts of the payment widget that stand in the shop's own page, each in a frame of its own.
const widget = (() => {
  const origin = new URL(document.currentScript.src).origin;

  // Fulfilled when the part is there.
  function put(element, kind) {
    const frame = document.createElement('iframe');
    const listeners = [];
    let value = null;
    frame.title = kind === 'methods' ? '결제수단' : '약관 동의';
    frame.src = origin + '/widget?part=' + kind;
    frame.style.cssText = 'display:block;width:100%;height:0;border:0;color-scheme:light';
    element.replaceChildren(frame);
    return new Promise((resolve) => {
      function listen(event) {
        if (event.origin !== origin || event.source !== frame.contentWindow) {
          return;
        }
        const said = event.data && event.data.sandboxWidget;
        if (!said) {
          return;
        }
        frame.style.height = said.height + 'px';
        if (said.value !== value) {
          value = said.value;
          listeners.forEach((listener) => listener(status()));
        }
        resolve({
          value: () => value,
          on: (name) => (event, listener) => {
            if (event !== name) {
              throw sandbox.failure('INVALID_EVENT_PARAMETER', '알 수 없는 이벤트입니다: ' + event);
            }
            if (typeof listener !== 'function') {
              throw sandbox.failure('INVALID_CALLBACK_PARAMETER', '콜백은 함수여야 합니다.');
            }
            listeners.push(listener);
          },
          remove() {
            window.removeEventListener('message', listen);
            frame.remove();
          },
        });
      }

      function status() {
        return kind === 'methods'
          ? { code: value }
          : {
              agreedRequiredTerms: value === true,
              agreements: [{ term: { id: 'sandbox', required: true }, agreed: value === true }],
            };
      }
      window.addEventListener('message', listen);
    });
  }

  return { put };
})();
