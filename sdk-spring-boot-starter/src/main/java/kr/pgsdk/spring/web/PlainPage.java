package kr.pgsdk.spring.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A page for a buyer whom no page of the shop's can be shown. Nothing of the request is in it. */
final class PlainPage {
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private PlainPage() {}

  static ResponseEntity<String> of(int status) {
    return ResponseEntity.status(status)
        .cacheControl(CacheControl.noStore())
        .contentType(HTML)
        .body(
            status >= 500
                ? page(
                    "결제 결과를 확인하지 못했습니다",
                    "다시 결제하지 마시고, 잠시 뒤 이 페이지를 새로 고침해 주세요.",
                    "The result of your payment isn't known yet",
                    "Please don't pay again. Reload this page in a moment.")
                : page(
                    "주소가 올바르지 않습니다",
                    "쇼핑몰의 주문 내역에서 결제 상태를 확인해 주세요.",
                    "This address isn't right",
                    "Please look at your order in the shop."));
  }

  private static String page(
      String koreanTitle, String korean, String englishTitle, String english) {
    return "<!doctype html><html lang=\"ko\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
        + koreanTitle
        + "</title></head><body><main><h1>"
        + koreanTitle
        + "</h1><p>"
        + korean
        + "</p><section lang=\"en\"><h2>"
        + englishTitle
        + "</h2><p>"
        + english
        + "</p></section></main></body></html>";
  }
}
