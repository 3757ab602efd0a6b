package kr.pgsdk.sandbox.toss;

import java.util.Map;

/** Banks by Toss's two-digit codes, and by the words its window shows (codes/org-codes). */
final class TossBankCodes {
  private static final Map<String, String> NAMES =
      Map.of(
          "06", "국민",
          "88", "신한",
          "20", "우리",
          "81", "하나",
          "11", "농협",
          "03", "기업",
          "32", "부산",
          "90", "카카오");

  private TossBankCodes() {}

  /** Returns a bank's word, or its code. */
  static String name(String code) {
    return NAMES.getOrDefault(code, code);
  }

  /** Returns the code of a bank by its word, or the farmers' bank's. */
  static String code(String name) {
    return NAMES.entrySet().stream()
        .filter(bank -> bank.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("11");
  }
}
