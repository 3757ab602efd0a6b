package kr.pgsdk.sandbox.iamport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for. */
record IamportPage(int number, int limit, String sorting) {
  private static final int LONGEST = 1000;

  /** The part of {@code found} that is this page. */
  <T> List<T> of(List<T> found, int statusPastTheEnd) {
    if (number < 1 || limit < 1 || limit > LONGEST) {
      throw IamportRefusal.badParameter("page 또는 limit 값이 올바르지 않습니다.");
    }
    long start = (number - 1L) * limit;
    if (start >= found.size() && number > 1) {
      throw new IamportRefusal(statusPastTheEnd, -1, "요청하신 page에 해당하는 데이터가 없습니다.");
    }
    return found.subList((int) start, (int) Math.min(start + limit, found.size()));
  }

  /** This page with the numbers of its neighbours, 0 for none. */
  <T> Map<String, @Nullable Object> paged(
      List<T> found, int statusPastTheEnd, Function<T, Object> shown) {
    List<T> page = of(found, statusPastTheEnd);
    Map<String, @Nullable Object> response = new LinkedHashMap<>();
    response.put("total", found.size());
    response.put("previous", number - 1);
    response.put("next", (long) number * limit < found.size() ? number + 1 : 0);
    response.put("list", page.stream().map(shown).toList());
    return response;
  }
}
