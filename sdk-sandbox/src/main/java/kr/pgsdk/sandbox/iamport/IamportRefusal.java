package kr.pgsdk.sandbox.iamport;

/** Iamport says no. Only codes 1 (its own check) and -1 (key, lookup, card company) are known. */
final class IamportRefusal extends RuntimeException {
  final int status;
  final int code;
  final String text;

  IamportRefusal(int status, int code, String text) {
    super(text, null, false, false);
    this.status = status;
    this.code = code;
    this.text = text;
  }

  static IamportRefusal unauthorized() {
    return new IamportRefusal(401, -1, "Unauthorized");
  }

  static IamportRefusal noSuchPayment() {
    return new IamportRefusal(404, -1, "존재하지 않는 결제정보입니다.");
  }

  /** A parameter is missing or wrong. The real text is known for getToken only. */
  static IamportRefusal badParameter(String text) {
    return new IamportRefusal(400, -1, text);
  }
}
