package kr.pgsdk.spring.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where buyers return from a checkout.
 *
 * @param enabled whether there is an endpoint for them
 * @param path what its address begins with; the merchant's name follows
 * @param baseUrl the shop's own address as browsers see it, such as https://shop.example; from the
 *     request if it isn't set, behind a proxy with server.forward-headers-strategy
 * @param page the shop's page that the buyer is sent on to; {orderId} and {outcome} are replaced
 */
@ConfigurationProperties("pgsdk.returns")
record ReturnProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("/pg/return") String path,
    @Nullable String baseUrl,
    @DefaultValue("/orders/{orderId}?payment={outcome}") String page) {}
