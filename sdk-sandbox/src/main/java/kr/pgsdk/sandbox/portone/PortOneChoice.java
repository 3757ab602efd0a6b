package kr.pgsdk.sandbox.portone;

import java.time.Duration;

/**
 * What a buyer chose in the window.
 *
 * @param method {@code CARD}, {@code EASY_PAY}, {@code TRANSFER}, {@code MOBILE} or {@code
 *     VIRTUAL_ACCOUNT}
 * @param easyPay the wallet, where it is one
 * @param months 0 for one sum
 * @param bank of an account, by its short Korean name
 */
public record PortOneChoice(
    String method, String easyPay, int months, String bank, Duration depositWithin) {}
