package kr.pgsdk.sandbox.portone;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.portone.PortOneRoutes.Route;
import kr.pgsdk.sandbox.wire.Bank;
import kr.pgsdk.sandbox.wire.Intervention;
import kr.pgsdk.sandbox.wire.Json;
import kr.pgsdk.sandbox.wire.OlderPayment;
import kr.pgsdk.sandbox.wire.Simulation;
import kr.pgsdk.sandbox.wire.StateLock;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * PortOne V2 over HTTP: credential, idempotency and error shape; {@link PortOneRoutes} finds the
 * feature. One lock guards all state; it is never held while a fault keeps a request waiting.
 */
public final class PortOneSimulation implements Simulation {
  private static final String JSON = "application/json; charset=utf-8";

  private final StateLock lock = new StateLock();
  private final Clock clock;
  private final Switches switches;
  private final PortOneStore store;
  private final PortOneAccess access;
  private final PortOneIdempotency idempotency;
  private final PortOneOutbox outbox;
  private final PortOnePayments payments;
  private final PortOneRoutes routes = new PortOneRoutes();
  private final PortOneCheckout checkout;
  private final PortOneAgreements agreements;
  private final Bank bank;

  /**
   * Returns a PortOne without payments, and with a store and secrets of its own.
   *
   * @param older the payments of V1
   */
  public PortOneSimulation(
      Clock clock, RandomGenerator random, Switches switches, Supplier<List<OlderPayment>> older) {
    this.clock = clock;
    this.switches = switches;
    this.store = new PortOneStore(random);
    this.access = new PortOneAccess(store, clock);
    this.idempotency = new PortOneIdempotency(switches);
    this.outbox = new PortOneOutbox(store, clock, switches, lock);
    PortOneOlder ofV1 = new PortOneOlder(older, store, switches);
    PortOneJson json = new PortOneJson(store.merchantId, store.storeId, switches);
    payments = new PortOnePayments(store, json, outbox, ofV1, clock, switches);
    PortOneRegistrations registrations = new PortOneRegistrations(payments, store, switches);
    PortOneCancels cancels = new PortOneCancels(payments, store, json, outbox, switches);
    access.addTo(routes);
    payments.addTo(routes);
    new PortOneConfirms(payments, store, switches).addTo(routes);
    registrations.addTo(routes);
    cancels.addTo(routes);
    PortOneBillingKeys keys = new PortOneBillingKeys(payments, store, outbox);
    PortOneSchedules schedules = new PortOneSchedules(payments, store, keys);
    PortOneIdentities identities = new PortOneIdentities(payments, store);
    outbox.before(payments::catchUp);
    keys.addTo(routes);
    schedules.addTo(routes);
    new PortOneCharges(payments, store, keys, schedules).addTo(routes);
    new PortOneKeyAndPay(payments, store, keys).addTo(routes);
    new PortOneLists(payments, store, json, ofV1, switches).addTo(routes);
    new PortOneReceipts(payments, store).addTo(routes);
    identities.addTo(routes);
    new PortOneEscrow(payments, store).addTo(routes);
    new PortOneResends(payments, store, outbox).addTo(routes);
    PortOneBanks.addTo(routes);
    PortOneExamples.addTo(routes);
    this.checkout = new PortOneCheckout(payments, cancels, registrations, store, outbox, lock);
    this.agreements = new PortOneAgreements(keys, identities, checkout, store, lock);
    this.bank = new PortOneBank(payments, checkout, clock, lock);
  }

  /** The buyers' bank. */
  public Bank bank() {
    return bank;
  }

  /** The API secret it accepts. */
  public String apiSecret() {
    return access.secret;
  }

  /** What webhooks are signed with, {@code whsec_…}. */
  public String webhookSecret() {
    return outbox.secret();
  }

  /** The secret that is to follow {@link #webhookSecret}. */
  public String nextWebhookSecret() {
    return outbox.nextSecret();
  }

  /** The shop's {@code storeId}. */
  public String storeId() {
    return store.storeId;
  }

  /** The key of the channel of this kind. */
  public String channelKey(boolean isTest, boolean isManual) {
    return store.channel(isTest, isManual).key();
  }

  /** What happens without a request: buyers, operators, banks. */
  public PortOneCheckout checkout() {
    return checkout;
  }

  /** What buyers agree to, and how they show who they are. */
  public PortOneAgreements agreements() {
    return agreements;
  }

  @Override
  public WireResponse answer(WireRequest request, Intervention intervention)
      throws InterruptedException {
    try {
      Route route = routes.find(request);
      if (!route.open()) {
        lock.run(() -> access.check(request));
      }
      String key = idempotency.key(request);
      return key == null
          ? executeFreely(route, request, intervention)
          : executeOnce(key, route, request, intervention);
    } catch (PortOneRefusal refusal) {
      return error(refusal);
    }
  }

  private WireResponse executeOnce(
      String key, Route route, WireRequest request, Intervention intervention)
      throws InterruptedException {
    PortOneIdempotency.Use earlier =
        lock.callOrNull(() -> idempotency.begin(key, request, clock.instant()));
    if (earlier != null) {
      return replay(earlier);
    }
    WireResponse answer = null;
    try {
      answer = executeFreely(route, request, intervention);
      return answer;
    } finally {
      end(key, request, answer);
    }
  }

  private void end(String key, WireRequest request, @Nullable WireResponse answer) {
    lock.run(() -> idempotency.finish(key, request, answer));
  }

  private WireResponse replay(PortOneIdempotency.Use earlier) {
    WireResponse answer = lock.callOrNull(earlier::answer);
    if (answer == null) {
      throw PortOneRefusal.of("IDEMPOTENCY_OUTSTANDING_REQUEST");
    }
    return switches.isOn(Switch.PORTONE_REPLAY_MARKED)
        ? answer.with("Idempotent-Replayed", "true")
        : answer;
  }

  private WireResponse executeFreely(Route route, WireRequest request, Intervention intervention)
      throws InterruptedException {
    return intervention.around(
        () -> {
          try {
            return lock.call(() -> json(200, execute(route, request)));
          } catch (PortOneRefusal refusal) {
            return error(refusal);
          }
        });
  }

  private Object execute(Route route, WireRequest request) {
    payments.catchUp();
    return route.answer(request);
  }

  @Override
  public WireResponse failure(int status) {
    return json(status, PortOneErrors.ofStatus(status));
  }

  @Override
  public WireResponse refusedAtTheDoor(WireRequest request, int status) {
    return failure(status);
  }

  private static WireResponse error(PortOneRefusal refusal) {
    return json(refusal.status, refusal.json());
  }

  private static WireResponse json(int status, Object body) {
    return WireResponse.of(status, JSON, Json.write(body, Json.Style.PLAIN));
  }
}
