package kr.pgsdk.spring;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.portone.PortOneGateway;
import kr.pgsdk.portone.webhook.PortOneWebhookSecret;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.webhook.TossSecurityKey;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's account at a gateway, under the name it has in the properties: {@code toss} for
 * {@code pgsdk.toss.*}, {@code iamport} for {@code pgsdk.iamport.*}, {@code portone} for {@code
 * pgsdk.portone.*}, {@code NAME} for {@code pgsdk.merchants.NAME.*}. Immutable.
 */
public final class Merchant {
  private final String name;
  private final PaymentGateway gateway;
  private final Optional<TransactionList> transactions;
  private final Optional<String> publicKey;
  private final Optional<String> channelKey;
  private final Optional<URI> scriptUrl;
  private final Optional<TossSecurityKey> securityKey;
  private final List<PortOneWebhookSecret> webhookSecrets;

  private Merchant(Builder of) {
    this.name = of.name;
    this.gateway = of.gateway;
    this.transactions = Optional.ofNullable(of.transactions).or(() -> own(gateway));
    this.publicKey = Optional.ofNullable(of.publicKey);
    this.channelKey = Optional.ofNullable(of.channelKey);
    this.scriptUrl =
        Optional.ofNullable(of.scriptUrl)
            .or(() -> GatewayPage.of(gateway).map(GatewayPage::script));
    this.securityKey = Optional.ofNullable(of.securityKey);
    this.webhookSecrets = of.webhookSecrets;
  }

  private static Optional<TransactionList> own(PaymentGateway gateway) {
    if (gateway instanceof TossGateway toss) {
      return Optional.of(toss.transactions());
    }
    if (gateway instanceof PortOneGateway portone) {
      return Optional.of(portone.transactions());
    }
    return gateway instanceof IamportGateway iamport
        ? Optional.of(iamport.transactions())
        : Optional.empty();
  }

  /**
   * Begins a merchant whose keys no property holds, for a {@link Merchants} bean of the shop's own.
   *
   * @param name 1 to 32 of {@code A-Z a-z 0-9 _ . -}; never given to another merchant
   * @param gateway its gateway, which stays the caller's to close
   */
  public static Builder builder(String name, PaymentGateway gateway) {
    return new Builder(name, gateway);
  }

  /** The name, also of the account in {@code DurablePayments}. */
  public String name() {
    return name;
  }

  /** The gateway; one that the properties made is closed by the application context. */
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

  /** Whether it is at PortOne V2. */
  public boolean isPortOne() {
    return gateway.name().equals("portone");
  }

  /** The gateway's list of what moved, for reconciling a day; empty if there is none. */
  public Optional<TransactionList> transactions() {
    return transactions;
  }

  /**
   * What the checkout page begins the gateway's script with: Toss's client key, Iamport's code of
   * the merchant ({@code imp00000000}), or PortOne V2's store id. Not secret.
   */
  public Optional<String> publicKey() {
    return publicKey;
  }

  /** The channel of Iamport or PortOne V2, for the checkout page. */
  public Optional<String> channelKey() {
    return channelKey;
  }

  /**
   * Where the checkout page loads the gateway's script from: the property, else the gateway's own
   * (Toss: v2). Empty for a gateway of the shop's.
   */
  public Optional<URI> scriptUrl() {
    return scriptUrl;
  }

  /** What PortOne V2 signs its webhooks with; two while one is rotated, none if not set. */
  public List<PortOneWebhookSecret> webhookSecrets() {
    return webhookSecrets;
  }

  /** What Toss signs its webhooks about payouts with. */
  public Optional<TossSecurityKey> securityKey() {
    return securityKey;
  }

  /** Shows name and gateway. */
  @Override
  public String toString() {
    return "Merchant[" + name + " at " + gateway.name() + "]";
  }

  /** Builds a {@link Merchant}. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private final PaymentGateway gateway;
    private @Nullable TransactionList transactions;
    private @Nullable String publicKey;
    private @Nullable String channelKey;
    private @Nullable URI scriptUrl;
    private @Nullable TossSecurityKey securityKey;
    private List<PortOneWebhookSecret> webhookSecrets = List.of();

    private Builder(String name, PaymentGateway gateway) {
      if (!name.matches("[A-Za-z0-9_.-]{1,32}")) {
        throw new IllegalArgumentException("a merchant is named by 1 to 32 of A-Z a-z 0-9 _ . -");
      }
      this.name = name;
      this.gateway = Objects.requireNonNull(gateway, "gateway");
    }

    /** What moved at the gateway; by default what a gateway of the SDK lists. */
    public Builder transactions(TransactionList transactions) {
      this.transactions = Objects.requireNonNull(transactions, "transactions");
      return this;
    }

    /** What the checkout page begins the script with; every buyer can read it. */
    public Builder publicKey(String publicKey) {
      this.publicKey = Objects.requireNonNull(publicKey, "publicKey");
      return this;
    }

    /** The channel of Iamport or PortOne V2, for the checkout page. */
    public Builder channelKey(String channelKey) {
      this.channelKey = Objects.requireNonNull(channelKey, "channelKey");
      return this;
    }

    /** Where the checkout page loads the script from; by default the gateway's own address. */
    public Builder scriptUrl(URI scriptUrl) {
      this.scriptUrl = Objects.requireNonNull(scriptUrl, "scriptUrl");
      return this;
    }

    /** What Toss signs its webhooks about payouts with. */
    public Builder securityKey(TossSecurityKey securityKey) {
      this.securityKey = Objects.requireNonNull(securityKey, "securityKey");
      return this;
    }

    /**
     * What PortOne V2 signs its webhooks with: each is tried. Without one, a webhook counts as a
     * reason to look, whoever sent it.
     */
    public Builder webhookSecrets(List<PortOneWebhookSecret> webhookSecrets) {
      this.webhookSecrets = List.copyOf(webhookSecrets);
      return this;
    }

    /** Builds the merchant. */
    public Merchant build() {
      return new Merchant(this);
    }
  }
}
