// A stand-in for https://js.tosspayments.com/v2/standard: same functions, same arguments.
const ANONYMOUS = '@@ANONYMOUS';

function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function checkKey(clientKey, kind, wrongKind) {
  if (typeof clientKey !== 'string' || !/^(test|live)_g?ck_./.test(clientKey)) {
    throw sandbox.failure('INVALID_CLIENT_KEY', '클라이언트 키가 올바르지 않습니다.');
  }
  if (!new RegExp('^(test|live)_' + kind + '_').test(clientKey)) {
    throw sandbox.failure(wrongKind, '이 결제 방식에 쓸 수 없는 클라이언트 키입니다.');
  }
}

function checkCustomer(params) {
  const key = isObject(params) ? params.customerKey : undefined;
  if (typeof key === 'string' && /^(test|live)_g?sk_/.test(key)) {
    throw sandbox.failure('INSECURE_KEY_USAGE', 'customerKey에 시크릿 키를 쓸 수 없습니다.');
  }
  if (key !== ANONYMOUS && !(typeof key === 'string' && /^[A-Za-z0-9_=.@-]{2,50}$/.test(key))) {
    throw sandbox.failure(
      'INVALID_CUSTOMER_KEY',
      'customerKey는 영문, 숫자, -, _, =, ., @ 로 된 2자 이상 50자 이하여야 합니다.'
    );
  }
}

function checkRequest(request) {
  if (!isObject(request)) {
    throw sandbox.failure('INVALID_PARAMETERS', '결제 요청 정보가 필요합니다.');
  }
  if (sandbox.isOpen()) {
    throw sandbox.failure('INVALID_METHOD_TRANSACTION', '이미 다른 결제가 진행 중입니다.');
  }
}

// The page of a phone is left whatever it asked for.
function isFramed(request) {
  return !sandbox.isMobile() && request.windowTarget !== 'self';
}

function payment(clientKey, params) {
  checkKey(clientKey, 'ck', 'NOT_SUPPORTED_WIDGET_KEY');
  checkCustomer(params);
  return {
    async requestPayment(request) {
      checkRequest(request);
      return sandbox.open({
        gateway: 'toss',
        script: 'window',
        key: clientKey,
        request,
        framed: isFramed(request),
      });
    },
    async requestBillingAuth() {
      throw sandbox.failure('NOT_SUPPORTED_METHOD', '샌드박스의 결제창은 자동결제 등록을 흉내 내지 않습니다.');
    },
    async destroy() {
      if (!sandbox.isOpen()) {
        throw sandbox.failure('NO_ACTIVE_PAYMENT_REQUEST', '진행 중인 결제 요청이 없습니다.');
      }
      sandbox.abort(sandbox.failure('PAYMENT_REQUEST_ABORTED', '결제 요청이 중단되었습니다.'));
    },
  };
}

function widgets(clientKey, params) {
  checkKey(clientKey, 'gck', 'NOT_SUPPORTED_API_INDIVIDUAL_KEY');
  checkCustomer(params);
  let amount = null;
  let methods = null;
  let agreement = null;

  function requireAmount() {
    if (amount === null) {
      throw sandbox.failure('NOT_SETUP_AMOUNT', '먼저 setAmount로 결제 금액을 설정해야 합니다.');
    }
  }

  function place(options) {
    if (!isObject(options) || typeof options.selector !== 'string') {
      throw sandbox.failure('INVALID_SELECTOR', 'selector가 올바르지 않습니다.');
    }
    if (options.variantKey !== undefined && typeof options.variantKey !== 'string') {
      throw sandbox.failure('INVALID_VARIANT_KEY', 'variantKey가 올바르지 않습니다.');
    }
    let element = null;
    try {
      element = document.querySelector(options.selector);
    } catch (invalid) {
      // Refused like one that isn't there.
    }
    if (element === null) {
      throw sandbox.failure('INVALID_SELECTOR', 'selector가 올바르지 않습니다: ' + options.selector);
    }
    return element;
  }

  return {
    async setAmount(value) {
      if (!isObject(value)) {
        throw sandbox.failure('INVALID_PARAMETERS', '결제 금액 정보가 필요합니다.');
      }
      if (typeof value.value !== 'number' || !Number.isFinite(value.value)) {
        throw sandbox.failure('INVALID_AMOUNT_VALUE', '결제 금액은 숫자여야 합니다.');
      }
      if (!['KRW', 'USD', 'JPY'].includes(value.currency)) {
        throw sandbox.failure('INVALID_AMOUNT_CURRENCY', '결제 통화가 올바르지 않습니다.');
      }
      amount = { currency: value.currency, value: value.value };
    },

    async renderPaymentMethods(options) {
      requireAmount();
      const element = place(options);
      if (methods !== null) {
        throw sandbox.failure('PAYMENT_METHODS_WIDGET_ALREADY_RENDERED', '결제수단이 이미 그려져 있습니다.');
      }
      const part = await widget.put(element, 'methods');
      methods = part;
      return {
        on: part.on('paymentMethodSelect'),
        getSelectedPaymentMethod: async () => ({ code: part.value() }),
        destroy: async () => {
          part.remove();
          methods = null;
        },
      };
    },

    async renderAgreement(options) {
      const element = place(options);
      if (agreement !== null) {
        throw sandbox.failure('AGREEMENT_WIDGET_ALREADY_RENDERED', '약관이 이미 그려져 있습니다.');
      }
      const part = await widget.put(element, 'agreement');
      agreement = part;
      return {
        on: part.on('agreementStatusChange'),
        destroy: async () => {
          part.remove();
          agreement = null;
        },
      };
    },

    async requestPayment(request) {
      requireAmount();
      checkRequest(request);
      if (methods === null || !methods.value()) {
        throw sandbox.failure('NOT_SELECTED_PAYMENT_METHOD', '결제수단이 선택되지 않았습니다.');
      }
      if (agreement !== null && agreement.value() !== true) {
        throw sandbox.failure('NEED_AGREEMENT_WITH_REQUIRED_TERMS', '필수 약관에 동의해 주세요.');
      }
      return sandbox.open({
        gateway: 'toss',
        script: 'widget',
        key: clientKey,
        request: { ...request, amount, method: methods.value() },
        framed: isFramed(request),
      });
    },

    async requestPaymentWindow(request) {
      checkRequest(request);
      return sandbox.open({
        gateway: 'toss',
        script: 'widget',
        key: clientKey,
        method: 'CARD',
        request,
        framed: isFramed(request),
      });
    },
  };
}

function TossPayments(clientKey) {
  if (typeof clientKey !== 'string' || clientKey === '') {
    throw sandbox.failure('INVALID_CLIENT_KEY', '클라이언트 키가 올바르지 않습니다.');
  }
  return {
    payment: (params) => payment(clientKey, params),
    widgets: (params) => widgets(clientKey, params),
    brandpay() {
      throw sandbox.failure('NOT_SUPPORTED_METHOD', '샌드박스는 브랜드페이를 흉내 내지 않습니다.');
    },
  };
}
TossPayments.ANONYMOUS = ANONYMOUS;
window.TossPayments = TossPayments;
