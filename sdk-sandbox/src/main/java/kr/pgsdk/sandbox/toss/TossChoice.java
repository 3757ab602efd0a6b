package kr.pgsdk.sandbox.toss;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a page said when it opened the window, and what the buyer chose in it.
 *
 * @param orderName what is bought
 * @param easyPay the wallet that pays from its own balance; null for a card or an account
 * @param months of instalments; 0 for none
 * @param bank of a virtual account, by its word
 * @param depositWithin how long a virtual account is open
 */
public record TossChoice(
    String orderName, @Nullable String easyPay, int months, String bank, Duration depositWithin) {}
