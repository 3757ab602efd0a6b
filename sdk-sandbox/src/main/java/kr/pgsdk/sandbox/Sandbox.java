package kr.pgsdk.sandbox;

/**
 * Iamport (PortOne V1), Toss Payments and PortOne V2 as three HTTP servers on loopback, in this
 * process: they keep payments, tokens, prepared amounts and idempotency records, speak the
 * documented wire format, odd shapes and Korean messages included, and misbehave on demand.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *   shop.configure(sandbox.tossUrl(), sandbox.tossSecretKey());
 *   BrowserReturn back = sandbox.buyer().onToss().authenticate(orderId, Money.krw(15_000));
 *   sandbox.toss().inject(Fault.of(FaultKind.ANSWER_LOST).on("POST", "/v1/payments/confirm"));
 *   shop.returned(back.paymentId(), back.orderId(), back.amount());
 *   assertThat(sandbox.toss().ledger(back.paymentId()).captures()).isEqualTo(1);
 * }
 * }</pre>
 *
 * <p>Thread-safe. Close it: its servers keep the JVM alive. {@link #close} ends every connection at
 * once, also those that are held by a fault.
 */
public final class Sandbox implements AutoCloseable {
  private final SandboxClock clock;
  private final Switches switches;
  private final Simulations simulations;
  private final Buyer buyer;
  private final SandboxServers servers;

  Sandbox(SandboxBuilder builder) {
    clock = new SandboxClock(builder.clock);
    switches = new Switches(builder.switches);
    simulations = Simulations.of(clock, builder.random, switches);
    buyer = simulations.buyer();
    servers = new SandboxServers(simulations, buyer, clock, builder);
  }

  /** Starts all gateways on free ports, with every switch off. */
  public static Sandbox start() {
    return builder().start();
  }

  /** Starts with settings of your own. */
  public static SandboxBuilder builder() {
    return new SandboxBuilder();
  }

  /** Iamport's base URL, such as {@code http://127.0.0.1:40123}, without a slash at the end. */
  public String iamportUrl() {
    return iamport().url();
  }

  /** Toss's base URL, such as {@code http://127.0.0.1:40124}, without a slash at the end. */
  public String tossUrl() {
    return toss().url();
  }

  /** PortOne V2's base URL, such as {@code http://127.0.0.1:40126}, without a slash at the end. */
  public String portOneUrl() {
    return portOne().url();
  }

  /** The API secret that PortOne V2 accepts; made anew for each sandbox. */
  public String portOneApiSecret() {
    return simulations.portOne().apiSecret();
  }

  /** What PortOne V2 signs webhooks with, {@code whsec_…}; made anew for each sandbox. */
  public String portOneWebhookSecret() {
    return simulations.portOne().webhookSecret();
  }

  /**
   * The secret that is to follow {@link #portOneWebhookSecret}; webhooks are signed with it too
   * while {@link Switch#PORTONE_SIGNS_WITH_BOTH_SECRETS}.
   */
  public String portOneNextWebhookSecret() {
    return simulations.portOne().nextWebhookSecret();
  }

  /** The shop's {@code storeId} at PortOne V2, {@code store-…}. */
  public String portOneStoreId() {
    return simulations.portOne().storeId();
  }

  /** The key of PortOne V2's channel that captures in the window, {@code channel-key-…}. */
  public String portOneChannelKey() {
    return simulations.portOne().channelKey(false, false);
  }

  /** The key of PortOne V2's channel where the shop's server confirms by a token. */
  public String portOneManualChannelKey() {
    return simulations.portOne().channelKey(false, true);
  }

  /** The key of PortOne V2's channel of type {@code TEST} that captures in the window. */
  public String portOneTestChannelKey() {
    return simulations.portOne().channelKey(true, false);
  }

  /** The key of PortOne V2's channel of type {@code TEST} where the shop's server confirms. */
  public String portOneManualTestChannelKey() {
    return simulations.portOne().channelKey(true, true);
  }

  /** The {@code imp_key} that Iamport accepts; made anew for each sandbox. */
  public String iamportKey() {
    return simulations.iamport().key();
  }

  /** The {@code imp_secret} that Iamport accepts; made anew for each sandbox. */
  public String iamportSecret() {
    return simulations.iamport().secret();
  }

  /** The secret key that Toss accepts, {@code test_sk_…}; made anew for each sandbox. */
  public String tossSecretKey() {
    return simulations.toss().secretKey();
  }

  /**
   * The security key that Toss signs payout webhooks with, and encrypts payouts v2 by; made anew
   * for each sandbox.
   */
  public String tossSecurityKey() {
    return simulations.toss().securityKey();
  }

  /**
   * The secret key of the payment widget, {@code test_gsk_…}: Toss accepts it like {@link
   * #tossSecretKey}.
   */
  public String tossWidgetSecretKey() {
    return simulations.toss().widgetSecretKey();
  }

  /** The client key for Toss's payment window, {@code test_ck_…}: what a shop's page may know. */
  public String tossClientKey() {
    return simulations.toss().clientKey();
  }

  /** The client key for Toss's payment widget, {@code test_gck_…}. */
  public String tossWidgetClientKey() {
    return simulations.toss().widgetClientKey();
  }

  /** The user code for {@code IMP.init}, {@code imp…}: what a shop's page may know. */
  public String iamportUserCode() {
    return simulations.iamport().userCode();
  }

  /**
   * What a shop's page loads instead of {@code https://js.tosspayments.com/v2/standard}: it opens
   * the sandbox's payment window. The first call starts the window's server, on loopback.
   *
   * @throws java.io.UncheckedIOException if the window's port can't be had
   */
  public String tossScriptUrl() {
    return windowUrl() + "/v2/standard";
  }

  /** What a shop's page loads instead of {@code https://js.tosspayments.com/v1/payment}. */
  public String tossV1ScriptUrl() {
    return windowUrl() + "/v1/payment";
  }

  /** What a shop's page loads instead of {@code https://cdn.iamport.kr/v1/iamport.js}. */
  public String iamportScriptUrl() {
    return windowUrl() + "/v1/iamport.js";
  }

  /** What a shop's page loads instead of {@code https://cdn.portone.io/v2/browser-sdk.js}. */
  public String portOneScriptUrl() {
    return windowUrl() + "/v2/browser-sdk.js";
  }

  /** The page of the buyers' bank, where deposits into virtual accounts are made. */
  public String bankUrl() {
    return windowUrl() + "/bank";
  }

  /**
   * The origin of the scripts and the window, such as {@code http://127.0.0.1:40125}: what a shop's
   * Content-Security-Policy must allow as script, frame and connection.
   */
  public String windowUrl() {
    return servers.windowUrl();
  }

  /**
   * A signed webhook, {@code payout.changed}, as Toss would send it now. Payouts have no life of
   * their own: any id and status will do.
   */
  public SandboxWebhook tossPayoutWebhook(String payoutId, String status) {
    return new SandboxWebhook(simulations.toss().checkout().payoutChanged(payoutId, status));
  }

  /** Plays the buyer's browser. */
  public Buyer buyer() {
    return buyer;
  }

  /** The time all gateways live by, to be moved. */
  public SandboxClock clock() {
    return clock;
  }

  /** What isn't known of the real gateways. A switch may be turned while the sandbox runs. */
  public Switches switches() {
    return switches;
  }

  /** Iamport from behind: journal, ledger, faults. */
  public SandboxGateway iamport() {
    return servers.iamport();
  }

  /** Toss from behind: journal, ledger, faults. */
  public SandboxGateway toss() {
    return servers.toss();
  }

  /** PortOne V2 from behind: journal, ledger, faults. */
  public SandboxGateway portOne() {
    return servers.portOne();
  }

  /**
   * Makes ready for the next test of a shop that goes on running: no faults, what they held let go,
   * an empty journal, switches and clock as at the start. Keys, addresses and payments stay; so
   * give each test an order of its own.
   */
  public void reset() {
    servers.reset();
    switches.reset();
    clock.reset();
  }

  /** Ends every connection and stops listening. May be called again. */
  @Override
  public void close() {
    servers.close();
  }
}
