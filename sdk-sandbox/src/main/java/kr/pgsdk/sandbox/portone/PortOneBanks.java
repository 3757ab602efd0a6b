package kr.pgsdk.sandbox.portone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The banks that PortOne has words for; the sandbox names the common ones. */
final class PortOneBanks {
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("SHINHAN", "신한은행");
    NAMES.put("KOOKMIN", "국민은행");
    NAMES.put("WOORI", "우리은행");
    NAMES.put("HANA", "하나은행");
    NAMES.put("NONGHYUP", "농협은행");
    NAMES.put("IBK", "기업은행");
    NAMES.put("BUSAN", "부산은행");
    NAMES.put("KAKAO", "카카오뱅크");
    NAMES.put("TOSS", "토스뱅크");
    NAMES.put("K_BANK", "케이뱅크");
    NAMES.put("POST", "우체국");
  }

  private PortOneBanks() {}

  static void addTo(PortOneRoutes routes) {
    routes.onOpen("GET", "/banks", call -> list());
  }

  /** Its name in Korean, or the word itself. */
  static String name(String word) {
    return NAMES.getOrDefault(word, word);
  }

  /** The word of a bank that is called so in short; Shinhan's if none is. */
  static String word(String name) {
    return NAMES.entrySet().stream()
        .filter(bank -> !name.isEmpty() && bank.getValue().startsWith(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("SHINHAN");
  }

  private static Map<String, @Nullable Object> list() {
    List<Object> items = new ArrayList<>();
    NAMES.forEach((word, name) -> items.add(Map.of("bank", word, "name", Map.of("ko", name))));
    return Map.of("items", items);
  }
}
