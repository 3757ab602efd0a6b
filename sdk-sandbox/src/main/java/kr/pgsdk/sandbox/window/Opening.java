package kr.pgsdk.sandbox.window;

/**
 * A script's wish to open a window.
 *
 * @param script {@code window}, {@code widget}, {@code v1} or {@code iamport}; at PortOne V2 {@code
 *     payment}, {@code billing} or {@code identity}
 * @param key the client key or user code
 * @param method how to pay, where the call names it beside its request; empty if it doesn't
 * @param request what the shop's page handed over
 * @param framed whether the window lies over the shop's page, and not in its place
 * @param origin of the shop's page; {@code null} if it has none
 */
record Opening(
    String script, String key, String method, Fields request, boolean framed, String origin) {}
