// A stand-in for https://cdn.portone.io/v2/browser-sdk.js: same functions, same arguments.
// What fails is a value with a code, as there; only a call without an object is thrown.
(() => {
  function framed(request) {
    const mobile = sandbox.isMobile();
    const type = request.windowType && request.windowType[mobile ? 'mobile' : 'pc'];
    return type === undefined ? !mobile : type !== 'REDIRECTION';
  }

  async function ask(script, request, ids) {
    if (request === null || typeof request !== 'object') {
      throw sandbox.failure('BadRequest', '요청 파라미터가 필요합니다.');
    }
    const named = Object.fromEntries(ids.map((name) => [name, request[name] || '']));
    const failed = (error) => ({ ...named, code: error.code, message: error.message });
    if (sandbox.isOpen()) {
      return failed(sandbox.failure('BadRequest', '이미 열려 있는 창이 있습니다.'));
    }
    try {
      return await sandbox.open({
        gateway: 'portone',
        script,
        request,
        framed: framed(request),
      });
    } catch (error) {
      return failed(error);
    }
  }

  async function unsupported(name) {
    throw sandbox.failure('BadRequest', '샌드박스의 결제창은 ' + name + '을(를) 흉내 내지 않습니다.');
  }

  window.PortOne = {
    async requestPayment(request) {
      const answer = await ask('payment', request, ['paymentId']);
      return { transactionType: 'PAYMENT', txId: '', ...answer };
    },

    async requestIssueBillingKey(request) {
      const answer = await ask('billing', request, []);
      return { transactionType: 'ISSUE_BILLING_KEY', billingKey: '', ...answer };
    },

    async requestIdentityVerification(request) {
      const answer = await ask('identity', request, ['identityVerificationId']);
      return { transactionType: 'IDENTITY_VERIFICATION', identityVerificationTxId: '', ...answer };
    },

    requestIssueBillingKeyAndPay: () => unsupported('requestIssueBillingKeyAndPay'),
    loadPaymentUI: () => unsupported('loadPaymentUI'),
    loadIssueBillingKeyUI: () => unsupported('loadIssueBillingKeyUI'),
    updateLoadPaymentUIRequest: () => unsupported('updateLoadPaymentUIRequest'),
    updateLoadIssueBillingKeyUIRequest: () => unsupported('updateLoadIssueBillingKeyUIRequest'),
  };
})();
