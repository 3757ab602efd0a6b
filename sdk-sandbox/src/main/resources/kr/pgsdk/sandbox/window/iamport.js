// A stand-in for https://cdn.iamport.kr/v1/iamport.js: same functions, same arguments.
let userCode = null;

function refuse(callback, merchantUid, error) {
  const rsp = {
    success: false,
    imp_uid: null,
    merchant_uid: merchantUid,
    error_code: error.code,
    error_msg: error.message,
  };
  if (typeof callback === 'function') {
    callback(rsp);
  } else {
    console.error('[sandbox] ' + error.code + ': ' + error.message);
  }
}

window.IMP = {
  init(code) {
    if (typeof code !== 'string' || code === '') {
      throw new Error('IMP.init: 고객사 식별코드가 필요합니다.');
    }
    userCode = code;
  },

  agency(code) {
    this.init(code);
  },

  request_pay(params, callback) {
    if (userCode === null) {
      throw new Error('IMP.request_pay: 먼저 IMP.init을 호출해야 합니다.');
    }
    if (params === null || typeof params !== 'object') {
      throw new Error('IMP.request_pay: 결제 요청 파라미터가 필요합니다.');
    }
    if (callback !== undefined && callback !== null && typeof callback !== 'function') {
      throw new Error('IMP.request_pay: 두 번째 인자는 함수여야 합니다.');
    }
    const answers = typeof callback === 'function';
    if (sandbox.isOpen()) {
      refuse(callback, params.merchant_uid, sandbox.failure('F1001', '이미 결제창이 열려 있습니다.'));
      return;
    }
    sandbox
      .open({
        gateway: 'iamport',
        script: 'iamport',
        key: userCode,
        request: params,
        // A phone's browser leaves the page; so does one whose page has no function to call.
        framed: !sandbox.isMobile() && (answers || !params.m_redirect_url),
      })
      .then(
        (rsp) => answers && callback(rsp),
        (error) => refuse(callback, params.merchant_uid, error)
      );
  },

  certification(params, callback) {
    refuse(
      callback,
      params && params.merchant_uid,
      sandbox.failure('F1001', '샌드박스의 결제창은 본인인증을 흉내 내지 않습니다.')
    );
  },
};
