"use strict";
// Opens the gateway's window with what the shop's server has prepared. What comes back decides
// nothing here: the shop's server asks the gateway.
(() => {
  const pay = document.getElementById("pay");
  const button = document.getElementById("pay-button");
  const message = document.getElementById("pay-message");
  const checkout = JSON.parse(pay.dataset.checkout);
  const back = checkout.request_pay
    ? checkout.request_pay.m_redirect_url
    : checkout.requestPayment.successUrl || checkout.requestPayment.redirectUrl;

  function say(text) {
    message.textContent = text || pay.dataset.failed;
    button.disabled = false;
  }

  function withQuery(parameters) {
    const url = new URL(back);
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined && value !== null && value !== "") url.searchParams.set(name, value);
    }
    return url.toString();
  }

  const gateways = {
    async toss() {
      try {
        await TossPayments(pay.dataset.key)
          .payment(checkout.payment)
          .requestPayment(checkout.requestPayment);
      } catch (error) {
        location.assign(withQuery({ code: error.code, message: error.message }));
      }
    },
    async portone() {
      const answer = await PortOne.requestPayment(checkout.requestPayment);
      if (answer) { // a phone has gone to another page
        const { paymentId, txId, paymentToken, code, message } = answer;
        location.assign(withQuery({ paymentId, txId, paymentToken, code, message }));
      }
    },
    iamport() {
      IMP.init(pay.dataset.key);
      IMP.request_pay(checkout.request_pay, (result) => {
        location.assign(
          withQuery({
            imp_uid: result.imp_uid,
            merchant_uid: result.merchant_uid,
            imp_success: result.success,
            error_code: result.error_code,
            error_msg: result.error_msg,
          }));
      });
    },
  };

  const script = document.createElement("script");
  script.src = pay.dataset.script;
  script.onload = () => { button.disabled = false; };
  script.onerror = () => say();
  document.head.append(script);

  button.addEventListener("click", () => {
    button.disabled = true;
    message.textContent = "";
    try {
      Promise.resolve(gateways[pay.dataset.gateway]()).catch((error) => say(error.message));
    } catch (error) {
      say(error.message);
    }
  });
  // Back from the gateway's page by the browser's own button.
  addEventListener("pageshow", (event) => { if (event.persisted) button.disabled = false; });
})();
