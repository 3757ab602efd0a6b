package kr.pgsdk.sandbox.iamport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The codes of banks and cards, channels and tiers: what never changes. */
final class IamportCodes {
  private static final Map<String, String> BANKS =
      table(
          """
          004 KB국민은행
          088 신한은행
          020 우리은행
          081 하나은행
          011 NH농협은행
          003 IBK기업은행
          023 SC제일은행
          032 부산은행
          031 대구은행
          039 경남은행
          034 광주은행
          002 KDB산업은행
          045 새마을금고
          007 수협은행
          048 신협
          071 우체국
          037 전북은행
          012 지역농축협
          090 카카오뱅크
          089 케이뱅크
          027 한국씨티은행
          092 토스뱅크
          """);
  private static final Map<String, String> CARDS =
      table(
          """
          361 BC카드
          381 KB국민카드
          367 현대카드
          365 삼성카드
          368 롯데카드
          371 NH카드
          041 우리카드
          374 하나카드
          045 새마을금고
          373 제주카드
          364 광주카드
          366 신한카드
          002 KDB산업은행
          369 수협카드
          048 신협카드
          370 씨티카드
          071 우체국
          089 케이뱅크
          372 전북카드
          090 카카오뱅크
          """);

  private IamportCodes() {}

  private static Map<String, String> table(String lines) {
    Map<String, String> table = new LinkedHashMap<>();
    lines.lines().forEach(line -> table.put(line.substring(0, 3), line.substring(4)));
    return table;
  }

  static void addTo(IamportRoutes routes) {
    routes
        .on("GET", "/banks", call -> all(BANKS))
        .on("GET", "/banks/{code}", call -> one(BANKS, call.named("code")))
        .on("GET", "/cards", call -> all(CARDS))
        .on("GET", "/cards/{code}", call -> one(CARDS, call.named("code")));
  }

  /** The name of a bank; of a company's own code, that of the first. */
  static String bankName(String code) {
    return BANKS.getOrDefault(code, "KB국민은행");
  }

  /** The code of the first bank whose name has this word in it. */
  static String bankCode(String word) {
    return BANKS.entrySet().stream()
        .filter(bank -> bank.getValue().contains(word))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("004");
  }

  private static List<Object> all(Map<String, String> table) {
    List<Object> rows = new ArrayList<>();
    table.keySet().forEach(code -> rows.add(one(table, code)));
    return rows;
  }

  private static Map<String, Object> one(Map<String, String> table, String code) {
    String name = table.get(code);
    if (name == null) {
      throw new IamportRefusal(404, -1, "존재하지 않는 코드입니다.");
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", code);
    row.put("name", name);
    return row;
  }
}
