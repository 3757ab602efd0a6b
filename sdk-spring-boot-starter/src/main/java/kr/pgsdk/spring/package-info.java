/**
 * A shop on Spring Boot: it sets a few properties and implements {@link kr.pgsdk.spring.PgShop};
 * gateways, durable payments, webhooks and returns are there.
 */
@NullMarked
package kr.pgsdk.spring;

import org.jspecify.annotations.NullMarked;
