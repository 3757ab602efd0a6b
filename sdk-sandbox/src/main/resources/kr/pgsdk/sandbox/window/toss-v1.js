// A stand-in for https://js.tosspayments.com/v1/payment: same functions, same arguments.
function TossPayments(clientKey) {
  if (typeof clientKey !== 'string' || !/^(test|live)_ck_./.test(clientKey)) {
    throw sandbox.failure('INVALID_CLIENT_KEY', '클라이언트 키가 올바르지 않습니다.');
  }
  return {
    // The method may be left out: then the window asks for it.
    async requestPayment(methodOrRequest, request) {
      const named = typeof methodOrRequest === 'string';
      const asked = named ? request : methodOrRequest;
      if (asked === null || typeof asked !== 'object') {
        throw sandbox.failure('INVALID_PARAMETER', '결제 요청 정보가 필요합니다.');
      }
      if (sandbox.isOpen()) {
        throw sandbox.failure('INVALID_PARAMETER', '이미 다른 결제가 진행 중입니다.');
      }
      return sandbox.open({
        gateway: 'toss',
        script: 'v1',
        key: clientKey,
        method: named ? methodOrRequest : '',
        request: asked,
        framed: !sandbox.isMobile() && asked.windowTarget !== 'self',
      });
    },
    async requestBillingAuth() {
      throw sandbox.failure('INVALID_PARAMETER', '샌드박스의 결제창은 자동결제 등록을 흉내 내지 않습니다.');
    },
    cancelPayment() {
      sandbox.abort(sandbox.failure('USER_CANCEL', '취소되었습니다.'));
    },
  };
}
window.TossPayments = TossPayments;
