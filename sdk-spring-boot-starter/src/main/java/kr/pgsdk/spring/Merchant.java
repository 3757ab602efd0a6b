package kr.pgsdk.spring;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.webhook.TossSecurityKey;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's account at a gateway, under the name it has in the properties: {@code toss} for
 * {@code pgsdk.toss.*}, {@code iamport} for {@code pgsdk.iamport.*}, {@code NAME} for {@code
 * pgsdk.merchants.NAME.*}. Immutable.
 */
public final class Merchant {
  private static final URI TOSS_SCRIPT = URI.create("https://js.tosspayments.com/v2/standard");
  private static final URI IAMPORT_SCRIPT = URI.create("https://cdn.iamport.kr/v1/iamport.js");

  private final String name;
  private final PaymentGateway gateway;
  private final Page page;
  private final @Nullable TossSecurityKey securityKey;

  /** What the checkout page needs; none of it is secret. */
  record Page(
      @Nullable String clientKey,
      @Nullable String impCode,
      @Nullable String channelKey,
      @Nullable URI scriptUrl) {
    static final Page NONE = new Page(null, null, null, null);
  }

  Merchant(String name, PaymentGateway gateway, Page page, @Nullable TossSecurityKey securityKey) {
    this.name = Objects.requireNonNull(name, "name");
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.page = page;
    this.securityKey = securityKey;
  }

  /** The name, also of the account in {@code DurablePayments}. */
  public String name() {
    return name;
  }

  /** The gateway; the application context closes it. */
  public PaymentGateway gateway() {
    return gateway;
  }

  /** Whether it is at Toss Payments. */
  public boolean isToss() {
    return gateway.name().equals("toss");
  }

  /** Whether it is at Iamport. */
  public boolean isIamport() {
    return gateway.name().equals("iamport");
  }

  /** The gateway's list of what moved, for reconciling a day; empty for a gateway of the shop's. */
  public Optional<TransactionList> transactions() {
    if (gateway instanceof TossGateway toss) {
      return Optional.of(toss.transactions());
    }
    return gateway instanceof IamportGateway iamport
        ? Optional.of(iamport.transactions())
        : Optional.empty();
  }

  /** Toss's client key, for the checkout page. */
  public Optional<String> clientKey() {
    return Optional.ofNullable(page.clientKey());
  }

  /** Iamport's code of the merchant ({@code imp00000000}), for the checkout page. */
  public Optional<String> impCode() {
    return Optional.ofNullable(page.impCode());
  }

  /** Iamport's channel, for the checkout page. */
  public Optional<String> channelKey() {
    return Optional.ofNullable(page.channelKey());
  }

  /**
   * Where the checkout page loads the gateway's script from: the property, else the gateway's own
   * (Toss: v2). Empty for a gateway of the shop's.
   */
  public Optional<URI> scriptUrl() {
    if (page.scriptUrl() != null) {
      return Optional.of(page.scriptUrl());
    }
    return isToss()
        ? Optional.of(TOSS_SCRIPT)
        : isIamport() ? Optional.of(IAMPORT_SCRIPT) : Optional.empty();
  }

  /** What Toss signs its webhooks about payouts with. */
  public Optional<TossSecurityKey> securityKey() {
    return Optional.ofNullable(securityKey);
  }

  /** Shows name and gateway. */
  @Override
  public String toString() {
    return "Merchant[" + name + " at " + gateway.name() + "]";
  }
}
