package kr.pgsdk.sandbox.iamport;

import java.util.List;
import kr.pgsdk.sandbox.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** The operations of V1 that the sandbox knows: the core group and revoking an account. */
enum IamportRoute {
  TOKEN,
  PAYMENT,
  PAYMENTS,
  FIND,
  FIND_ALL,
  BY_STATUS,
  BALANCE,
  PREPARE,
  CHANGE_PREPARED,
  PREPARED,
  CANCEL,
  REVOKE_ACCOUNT,
  WRONG_METHOD;

  /** Returns what the request asks for, or null if Iamport has no such path. */
  static @Nullable IamportRoute of(WireRequest request) {
    List<String> path;
    try {
      request.requireReadable();
      path = request.segments();
    } catch (IllegalArgumentException e) {
      return null;
    }
    String method = request.method();
    String first = path.get(0);
    int size = path.size();
    if (first.equals("users") && size == 2 && path.get(1).equals("getToken")) {
      return when(method, "POST", TOKEN);
    }
    if (first.equals("vbanks") && size == 2) {
      return when(method, "DELETE", REVOKE_ACCOUNT);
    }
    return first.equals("payments") ? payments(method, path, size) : null;
  }

  private static @Nullable IamportRoute payments(String method, List<String> path, int size) {
    // An empty imp_uid hits the list: GET /payments/ is GET /payments.
    String second = size > 1 ? path.get(1) : "";
    boolean named = size == 3 || size == 4;
    if (second.isEmpty()) {
      return size <= 2 ? when(method, "GET", PAYMENTS) : null;
    }
    return switch (second) {
      case "prepare" -> prepare(method, size);
      case "cancel" -> size == 2 ? when(method, "POST", CANCEL) : null;
      case "find" -> named ? when(method, "GET", FIND) : null;
      case "findAll" -> named ? when(method, "GET", FIND_ALL) : null;
      case "status" -> size == 3 ? when(method, "GET", BY_STATUS) : null;
      default -> payment(method, path, size);
    };
  }

  private static @Nullable IamportRoute prepare(String method, int size) {
    if (size == 2) {
      return method.equals("PUT") ? CHANGE_PREPARED : when(method, "POST", PREPARE);
    }
    return size == 3 ? when(method, "GET", PREPARED) : null;
  }

  private static @Nullable IamportRoute payment(String method, List<String> path, int size) {
    if (size == 2) {
      return when(method, "GET", PAYMENT);
    }
    return size == 3 && path.get(2).equals("balance") ? when(method, "GET", BALANCE) : null;
  }

  private static IamportRoute when(String method, String wanted, IamportRoute route) {
    return method.equals(wanted) ? route : WRONG_METHOD;
  }
}
