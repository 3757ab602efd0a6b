package kr.pgsdk.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.window.ShopLine;
import kr.pgsdk.sandbox.wire.BackOffice;
import kr.pgsdk.sandbox.wire.RefundRecord;
import kr.pgsdk.sandbox.wire.Simulation;

/**
 * One of the simulated gateways, seen from behind: what arrived, what really happened to the money,
 * and what shall go wrong. Thread-safe.
 */
public final class SandboxGateway {
  private final GatewayServer server;
  private final BackOffice office;
  private final WebhookSender sender;

  private SandboxGateway(GatewayServer server, BackOffice office, WebhookSender sender) {
    this.server = server;
    this.office = office;
    this.sender = sender;
    office.onChange(sender::changed);
  }

  /** Starts one that listens on {@code port}; 0 is any free one. */
  static SandboxGateway start(
      String name,
      Simulation simulation,
      BackOffice office,
      List<BuyerAction> actions,
      SandboxClock clock,
      boolean controls,
      int port) {
    Faults faults = new Faults();
    WebhookSender sender = new WebhookSender(office);
    Controls door = controls ? new Controls(name, actions, clock, faults, office, sender) : null;
    GatewayServer server = new GatewayServer(name, simulation, clock, faults, door, sender);
    server.start(port);
    return new SandboxGateway(server, office, sender);
  }

  /** Its base URL, such as {@code http://127.0.0.1:40123}, without a slash at the end. */
  public String url() {
    return server.url();
  }

  /** The requests that arrived. */
  public Journal journal() {
    return server.journal;
  }

  /**
   * What happened to the payment's money so far.
   *
   * @throws IllegalArgumentException if this gateway has no such payment
   */
  public Ledger ledger(PaymentId paymentId) {
    return new Ledger(office.amount(paymentId).currency(), office.ledger(paymentId));
  }

  /**
   * What happened to the money of all payments of an order so far.
   *
   * @throws IllegalArgumentException if this gateway has no payment of the order
   */
  public Ledger ledger(OrderId orderId) {
    List<PaymentId> payments = office.payments(orderId);
    if (payments.isEmpty()) {
      throw new IllegalArgumentException("this gateway has no payment of order " + orderId);
    }
    return new Ledger(
        office.amount(payments.get(0)).currency(),
        payments.stream()
            .flatMap(id -> office.ledger(id).stream())
            .sorted(Comparator.comparing(LedgerEntry::at))
            .toList());
  }

  /**
   * The webhooks this gateway sends about the payment as it stands now; empty if it sends none. Ask
   * after each step, and keep them to deliver them late, twice or out of order. Iamport: one, in
   * JSON or as {@link Switch#IAMPORT_WEBHOOKS_AS_FORM}; Toss: {@code PAYMENT_STATUS_CHANGED}, and
   * {@code DEPOSIT_CALLBACK} for a virtual account; PortOne V2: the newest, signed.
   *
   * @throws IllegalArgumentException if this gateway has no such payment
   */
  public List<SandboxWebhook> webhooks(PaymentId paymentId) {
    return office.webhooks(paymentId).stream().map(SandboxWebhook::new).toList();
  }

  /**
   * Sends webhooks there from now on, as the gateway does: after each change of a payment that it
   * tells of, in order, in the background. A shop that doesn't answer one of Iamport or Toss misses
   * it; PortOne V2 tries again after 1, 4, 16, 64 and 256 minutes, by the sandbox's clock. A
   * payment whose page named a {@code notice_url}, or {@code noticeUrls}, has its webhooks sent
   * there alone.
   *
   * @param shop an http or https address
   * @throws IllegalArgumentException if it isn't one
   */
  public void sendWebhooksTo(URI shop) {
    if (shop.getHost() == null || !List.of("http", "https").contains(shop.getScheme())) {
      throw new IllegalArgumentException("webhooks go to an http or https address, not " + shop);
    }
    sender.sendTo(shop);
  }

  /** Lets {@code fault} happen. Of several that match a request, the one injected first does. */
  public InjectedFault inject(Fault fault) {
    return server.faults.inject(fault);
  }

  /** Lets no further request be hit by a fault; those that are held stay held until released. */
  public void clearFaults() {
    server.faults.clear();
  }

  /**
   * Waits until this gateway works on no request any more, whether or not its client still waits.
   * What a fault holds has to be let go first; see {@link InjectedFault#release}.
   *
   * @throws IllegalStateException if that didn't happen within {@code atMost}
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public void awaitIdle(Duration atMost) throws InterruptedException {
    if (!server.working.await(requests -> requests == 0, atMost)) {
      throw new IllegalStateException("the gateway was still at work after " + atMost);
    }
  }

  /**
   * An operator gives {@code amount} back in the gateway's console.
   *
   * @throws IllegalArgumentException if this gateway has no such payment
   * @throws IllegalStateException if less than {@code amount} is left of it
   */
  public void cancelInConsole(PaymentId paymentId, Money amount) {
    office.cancel(paymentId, amount);
  }

  /**
   * Carries out the refunds that were accepted but not done: see {@link
   * Switch#IAMPORT_REFUNDS_LATER}, {@link Switch#TOSS_REFUNDS_LATER} and {@link
   * Switch#PORTONE_REFUNDS_LATER}. A deposit that Toss or PortOne V2 refunds lands; without this it
   * lands two days later.
   *
   * @throws IllegalArgumentException if this gateway has no such payment
   */
  public void settleRefunds(PaymentId paymentId) {
    office.settleRefunds(paymentId);
  }

  /**
   * Lets the refunds that were accepted but not done fail, and deposits that Toss or PortOne V2
   * refunds bounce ({@code refundStatus} is {@code FAILED}).
   *
   * @throws IllegalArgumentException if this gateway has no such payment
   */
  public void failRefunds(PaymentId paymentId) {
    office.failRefunds(paymentId);
  }

  /**
   * Lets every refund of the payment that is asked for from now on be refused, for good: at Toss
   * with the code {@code why}, at Iamport with {@code why} as the card company's words, at PortOne
   * V2 with {@code why} as an error type of its own, such as {@code MAX_CANCEL_COUNT_REACHED}, or
   * else as the payment company's code ({@link Switch#PORTONE_REFUSED_CANCELS_ARE_200}).
   *
   * @throws IllegalArgumentException if this gateway has no such payment, or Toss no such code
   */
  public void refuseRefunds(PaymentId paymentId, String why) {
    office.refuseRefunds(paymentId, why);
  }

  /** Every refund of the payment that was taken on, with all that became of it. */
  List<RefundRecord> refundRecords(PaymentId paymentId) {
    return office.refunds(paymentId);
  }

  /** The line to the shop, whose confirms have this method, and a path that begins so. */
  ShopLine line(String method, String path) {
    return line(
        request -> request.method().equals(method) && request.path().startsWith(path),
        PaymentId::value);
  }

  /** The line to a shop that names payments by its own number, in paths that begin so. */
  ShopLine lineOfOrders(String path) {
    return line(
        request -> request.path().startsWith(path) && !request.path().endsWith("/pre-register"),
        id -> office.orderId(id).value());
  }

  private ShopLine line(Predicate<JournalEntry> confirm, Function<PaymentId, String> nameOf) {
    return new ShopLine() {
      @Override
      public void loseAnswers(PaymentId id, boolean all) {
        String name = nameOf.apply(id);
        Fault lost =
            Fault.of(FaultKind.ANSWER_LOST)
                .when(
                    request ->
                        (all || confirm.test(request))
                            && (request.target().contains(name) || request.body().contains(name)));
        inject(all ? lost.always() : lost);
      }

      @Override
      public void sendWebhooksInstead(PaymentId id, List<URI> urls) {
        sender.sendInstead(id, urls);
      }

      @Override
      public void sendWebhooks(PaymentId id, int times) {
        sender.send(id, times);
      }
    };
  }

  /** Sends what has become due by the clock. */
  void sendDue() {
    sender.looked("");
  }

  /** Forgets faults and requests; a request that a fault holds goes on. */
  void reset() throws InterruptedException {
    server.faults.letGo();
    server.journal.clear();
  }

  void close() {
    sender.close();
    server.close();
  }
}
