// Opens the sandbox's payment window for a script in a shop's page.
const sandbox = (() => {
  const origin = new URL(document.currentScript.src).origin;
  let openWindow = null;

  function failure(code, message) {
    const error = new Error(message);
    error.code = code;
    return error;
  }

  function isMobile() {
    return /Android|iPhone|iPad|iPod|Mobile/i.test(navigator.userAgent);
  }

  // Asks for a window; fails with the gateway's own code if it refuses.
  async function ask(opening) {
    let response;
    try {
      response = await fetch(origin + '/open', {
        method: 'POST',
        body: JSON.stringify(opening),
        headers: { 'Content-Type': 'text/plain' },
        credentials: 'omit',
      });
    } catch (unreachable) {
      throw failure('NETWORK_ERROR', '샌드박스에 연결할 수 없습니다: ' + origin);
    }
    const answer = await response.json();
    if (!response.ok) {
      throw failure(answer.code, answer.message);
    }
    return origin + '/window?id=' + encodeURIComponent(answer.session);
  }

  function style(element, rules) {
    for (const [name, value] of Object.entries(rules)) {
      element.style.setProperty(name, value, 'important');
    }
  }

  // Lays the window over the page; fulfilled with what the browser is to do when it has ended.
  function show(url) {
    const frame = document.createElement('iframe');
    frame.title = '결제창';
    frame.src = url;
    style(frame, {
      position: 'fixed',
      inset: '0',
      width: '100%',
      height: '100%',
      border: '0',
      margin: '0',
      'z-index': '2147483647',
      background: 'transparent',
      'color-scheme': 'light',
    });
    const focused = document.activeElement;
    const overflow = document.documentElement.style.overflow;
    const others = [...document.body.children].filter((element) => !element.inert);
    others.forEach((element) => (element.inert = true));
    document.documentElement.style.overflow = 'hidden';
    document.body.append(frame);
    frame.addEventListener('load', () => frame.focus(), { once: true });

    function close() {
      window.removeEventListener('message', listen);
      frame.remove();
      others.forEach((element) => (element.inert = false));
      document.documentElement.style.overflow = overflow;
      if (focused instanceof HTMLElement) {
        focused.focus();
      }
      openWindow = null;
    }

    let listen;
    const ended = new Promise((resolve, reject) => {
      listen = (event) => {
        if (event.origin !== origin || event.source !== frame.contentWindow) {
          return;
        }
        if (event.data && event.data.sandboxEnd) {
          close();
          resolve(event.data.sandboxEnd);
        }
      };
      window.addEventListener('message', listen);
      openWindow = {
        abort(error) {
          close();
          reject(error);
        },
      };
    });
    return ended;
  }

  return {
    failure,
    isMobile,
    isOpen: () => openWindow !== null,
    abort: (error) => openWindow && openWindow.abort(error),
    // In place of the page, or over it: then it is fulfilled with the end.
    async open(opening) {
      const url = await ask(opening);
      if (!opening.framed) {
        location.assign(url);
        return new Promise(() => {});
      }
      const end = await show(url);
      if (end.url) {
        location.assign(end.url);
        return new Promise(() => {});
      }
      if (end.error) {
        throw failure(end.error.code, end.error.message);
      }
      return end.result === undefined ? new Promise(() => {}) : end.result;
    },
  };
})();
