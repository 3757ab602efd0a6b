package kr.pgsdk.sandbox.window;

import java.util.List;
import java.util.Map;

/** What a gateway's script may ask for, and what becomes of what the buyer does. */
interface PaymentWindow {
  /** {@code toss}, {@code iamport} or {@code portone}. */
  String name();

  /**
   * Opens a window.
   *
   * @throws Refused if the gateway's script would refuse
   */
  WindowSession open(Opening opening);

  /** Why the gateway may refuse a payment in the window, by code, with its words. */
  List<Map<String, String>> refusals();

  /** The gateway's words for one of these codes, or others for any other. */
  default String words(String code, String otherwise) {
    return refusals().stream()
        .filter(refusal -> code.equals(refusal.get("code")))
        .map(refusal -> String.valueOf(refusal.get("text")))
        .findFirst()
        .orElse(otherwise);
  }

  /** Whether a payment can be refused after this window, at the shop's confirm. */
  boolean refusesLater(Opening opening);

  /**
   * Does what the buyer did.
   *
   * @return what the browser does: {@code url} to go to, or {@code result} or {@code error} for the
   *     page's script; empty if it never returns
   * @throws Refused if it isn't possible; the window stays open
   */
  Map<String, Object> end(WindowSession session, Choice choice);
}
