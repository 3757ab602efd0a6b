package kr.pgsdk.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import kr.pgsdk.sandbox.iamport.IamportSimulation;
import kr.pgsdk.sandbox.portone.PortOneSimulation;
import kr.pgsdk.sandbox.toss.TossSimulation;
import kr.pgsdk.sandbox.window.WindowServer;
import kr.pgsdk.sandbox.wire.WireWebhook;

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
  private final IamportSimulation iamportSimulation;
  private final TossSimulation tossSimulation;
  private final PortOneSimulation portOneSimulation;
  private final SandboxGateway iamport;
  private final SandboxGateway toss;
  private final SandboxGateway portOne;
  private final Buyer buyer;
  private final LazyWindow window;

  private Sandbox(Builder builder) {
    clock = new SandboxClock(builder.clock);
    switches = new Switches(builder.switches);
    iamportSimulation = new IamportSimulation(clock, ownRandom(builder), switches);
    tossSimulation = new TossSimulation(clock, ownRandom(builder), switches);
    portOneSimulation =
        new PortOneSimulation(
            clock,
            ownRandom(builder),
            switches,
            () -> iamportSimulation.checkout().olderPayments());
    buyer =
        new Buyer(
            new IamportBuyer(iamportSimulation.checkout()),
            new TossBuyer(tossSimulation.checkout()),
            new PortOneBuyer(portOneSimulation.checkout(), portOneSimulation.agreements()));
    iamport =
        SandboxGateway.start(
            "Iamport",
            iamportSimulation,
            iamportSimulation.checkout(),
            BuyerAction.of(buyer.onIamport(), iamportSimulation.checkout()),
            clock,
            builder.controls,
            builder.iamportPort);
    try {
      toss =
          SandboxGateway.start(
              "Toss",
              tossSimulation,
              tossSimulation.checkout(),
              BuyerAction.of(buyer.onToss(), tossSimulation.checkout()),
              clock,
              builder.controls,
              builder.tossPort);
    } catch (RuntimeException e) {
      iamport.close();
      throw e;
    }
    try {
      portOne =
          SandboxGateway.start(
              "PortOne V2",
              portOneSimulation,
              portOneSimulation.checkout(),
              BuyerAction.of(buyer.onPortOne(), portOneSimulation.checkout()),
              clock,
              builder.controls,
              builder.portOnePort);
    } catch (RuntimeException e) {
      iamport.close();
      toss.close();
      throw e;
    }
    clock.onAdvance(portOne::sendDue);
    window =
        new LazyWindow(
            builder.windowPort,
            port ->
                WindowServer.start(
                    port,
                    iamportSimulation,
                    iamport.line("GET", "/payments"),
                    tossSimulation,
                    toss.line("POST", "/v1/payments/confirm"),
                    portOneSimulation,
                    portOne.lineOfOrders("/payments/"),
                    clock,
                    new SecureRandom()));
  }

  /** Each gateway has its own, so that the order in which they are called doesn't matter. */
  private static RandomGenerator ownRandom(Builder builder) {
    return new SplittableRandom(builder.random.nextLong());
  }

  /** Starts all gateways on free ports, with every switch off. */
  public static Sandbox start() {
    return builder().start();
  }

  /** Starts with settings of your own. */
  public static Builder builder() {
    return new Builder();
  }

  /** Iamport's base URL, such as {@code http://127.0.0.1:40123}, without a slash at the end. */
  public String iamportUrl() {
    return iamport.url();
  }

  /** Toss's base URL, such as {@code http://127.0.0.1:40124}, without a slash at the end. */
  public String tossUrl() {
    return toss.url();
  }

  /** PortOne V2's base URL, such as {@code http://127.0.0.1:40126}, without a slash at the end. */
  public String portOneUrl() {
    return portOne.url();
  }

  /** The API secret that PortOne V2 accepts; made anew for each sandbox. */
  public String portOneApiSecret() {
    return portOneSimulation.apiSecret();
  }

  /** What PortOne V2 signs webhooks with, {@code whsec_…}; made anew for each sandbox. */
  public String portOneWebhookSecret() {
    return portOneSimulation.webhookSecret();
  }

  /**
   * The secret that is to follow {@link #portOneWebhookSecret}; webhooks are signed with it too
   * while {@link Switch#PORTONE_SIGNS_WITH_BOTH_SECRETS}.
   */
  public String portOneNextWebhookSecret() {
    return portOneSimulation.nextWebhookSecret();
  }

  /** The shop's {@code storeId} at PortOne V2, {@code store-…}. */
  public String portOneStoreId() {
    return portOneSimulation.storeId();
  }

  /** The key of PortOne V2's channel that captures in the window, {@code channel-key-…}. */
  public String portOneChannelKey() {
    return portOneSimulation.channelKey(false, false);
  }

  /** The key of PortOne V2's channel where the shop's server confirms by a token. */
  public String portOneManualChannelKey() {
    return portOneSimulation.channelKey(false, true);
  }

  /** The key of PortOne V2's channel of type {@code TEST} that captures in the window. */
  public String portOneTestChannelKey() {
    return portOneSimulation.channelKey(true, false);
  }

  /** The key of PortOne V2's channel of type {@code TEST} where the shop's server confirms. */
  public String portOneManualTestChannelKey() {
    return portOneSimulation.channelKey(true, true);
  }

  /** The {@code imp_key} that Iamport accepts; made anew for each sandbox. */
  public String iamportKey() {
    return iamportSimulation.key();
  }

  /** The {@code imp_secret} that Iamport accepts; made anew for each sandbox. */
  public String iamportSecret() {
    return iamportSimulation.secret();
  }

  /** The secret key that Toss accepts, {@code test_sk_…}; made anew for each sandbox. */
  public String tossSecretKey() {
    return tossSimulation.secretKey();
  }

  /**
   * The security key that Toss signs payout webhooks with, and encrypts payouts v2 by; made anew
   * for each sandbox.
   */
  public String tossSecurityKey() {
    return tossSimulation.securityKey();
  }

  /**
   * The secret key of the payment widget, {@code test_gsk_…}: Toss accepts it like {@link
   * #tossSecretKey}.
   */
  public String tossWidgetSecretKey() {
    return tossSimulation.widgetSecretKey();
  }

  /** The client key for Toss's payment window, {@code test_ck_…}: what a shop's page may know. */
  public String tossClientKey() {
    return tossSimulation.clientKey();
  }

  /** The client key for Toss's payment widget, {@code test_gck_…}. */
  public String tossWidgetClientKey() {
    return tossSimulation.widgetClientKey();
  }

  /** The user code for {@code IMP.init}, {@code imp…}: what a shop's page may know. */
  public String iamportUserCode() {
    return iamportSimulation.userCode();
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
    return window.url();
  }

  /**
   * A signed webhook, {@code payout.changed}, as Toss would send it now. Payouts have no life of
   * their own: any id and status will do.
   */
  public SandboxWebhook tossPayoutWebhook(String payoutId, String status) {
    WireWebhook webhook = tossSimulation.checkout().payoutChanged(payoutId, status);
    return new SandboxWebhook(webhook.headers(), webhook.body());
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
    return iamport;
  }

  /** Toss from behind: journal, ledger, faults. */
  public SandboxGateway toss() {
    return toss;
  }

  /** PortOne V2 from behind: journal, ledger, faults. */
  public SandboxGateway portOne() {
    return portOne;
  }

  /**
   * Makes ready for the next test of a shop that goes on running: no faults, what they held let go,
   * an empty journal, switches and clock as at the start. Keys, addresses and payments stay; so
   * give each test an order of its own.
   */
  public void reset() {
    try {
      iamport.reset();
      toss.reset();
      portOne.reset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    switches.reset();
    clock.reset();
  }

  /** Ends every connection and stops listening. May be called again. */
  @Override
  public void close() {
    window.close();
    try {
      iamport.close();
    } finally {
      try {
        toss.close();
      } finally {
        portOne.close();
      }
    }
  }

  /** Settings of a sandbox. */
  public static final class Builder {
    private final Set<Switch> switches = EnumSet.noneOf(Switch.class);
    private int iamportPort;
    private int tossPort;
    private int portOnePort;
    private int windowPort;
    private boolean controls;
    private Clock clock = Clock.systemUTC();
    private RandomGenerator random = new SecureRandom();

    private Builder() {}

    /** The port of Iamport; 0, the default, is any free one. */
    public Builder iamportPort(int port) {
      iamportPort = port;
      return this;
    }

    /** The port of Toss; 0, the default, is any free one. */
    public Builder tossPort(int port) {
      tossPort = port;
      return this;
    }

    /** The port of PortOne V2; 0, the default, is any free one. */
    public Builder portOnePort(int port) {
      portOnePort = port;
      return this;
    }

    /** The port of the payment window and its scripts; 0, the default, is any free one. */
    public Builder windowPort(int port) {
      windowPort = port;
      return this;
    }

    /** Turns these on; all others stay as they are. */
    public Builder switches(Switch... on) {
      switches.addAll(List.of(on));
      return this;
    }

    /**
     * Whether the servers have paths under {@code /sandbox}, for people and for shops in other
     * processes: to play the buyer, send webhooks, move the clock and let things go wrong. {@code
     * GET /sandbox} describes them. They take no credential, no fault hits them, and the journal
     * doesn't have them. Off by default: then these paths are as unknown as at the real gateways.
     */
    public Builder controls(boolean on) {
      controls = on;
      return this;
    }

    /** The clock that {@link Sandbox#clock} starts from; the system's by default. */
    public Builder clock(Clock start) {
      clock = start;
      return this;
    }

    /** Where ids and keys come from: a seeded generator makes them repeatable. */
    public Builder random(RandomGenerator source) {
      random = source;
      return this;
    }

    /**
     * Starts all gateways.
     *
     * @throws java.io.UncheckedIOException if a port can't be had; the message names it
     * @throws IllegalStateException if the OkHttp on the class path is too old for the web server
     */
    public Sandbox start() {
      try {
        return new Sandbox(this);
      } catch (LinkageError e) {
        throw new IllegalStateException(
            "the sandbox's web server, mockwebserver3 5.5, doesn't fit the OkHttp on the class path:"
                + " remove the older com.squareup.okhttp3:okhttp from your build, or set it to the"
                + " version of com.squareup.okhttp3:okhttp-jvm that the SDK brings",
            e);
      }
    }
  }
}
