package kr.pgsdk.fuzz;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import kr.pgsdk.core.internal.http.HeadersFuzz;
import kr.pgsdk.core.internal.http.WireFuzz;
import kr.pgsdk.core.internal.json.JsonFuzz;
import kr.pgsdk.core.internal.text.RedactionFuzz;
import kr.pgsdk.core.internal.time.TimesFuzz;
import kr.pgsdk.core.webhook.ParametersFuzz;
import kr.pgsdk.examples.cli.ConfigFuzz;
import kr.pgsdk.iamport.IamportHttpFuzz;
import kr.pgsdk.iamport.TokenStoreFuzz;
import kr.pgsdk.sandbox.SandboxFuzz;
import kr.pgsdk.toss.TossHttpFuzz;

/** Every reader of untrusted bytes. Each has an archive of inputs in the folder {@code corpus}. */
public enum FuzzTarget {
  /** The JSON reader, against a second one that was written from the RFC alone. */
  JSON(JsonFuzz::run),
  /** A payment of Iamport that was saved. */
  IAMPORT_PAYMENT(PaymentsFuzz::iamport),
  /** A payment of Toss that was saved. */
  TOSS_PAYMENT(PaymentsFuzz::toss),
  /** Any HTTP answers to any call of Iamport's. */
  IAMPORT_HTTP(IamportHttpFuzz::run),
  /** Any HTTP answers to any call of Toss's. */
  TOSS_HTTP(TossHttpFuzz::run),
  /** Response headers. */
  HEADERS(HeadersFuzz::run),
  /** Addresses, headers and answers on their way through OkHttp. */
  WIRE(WireFuzz::run),
  /** A gateway's texts on their way into a message or a log. */
  REDACTION(RedactionFuzz::run),
  /** Times as gateways write them. */
  TIMES(TimesFuzz::run),
  /** Amounts as text. */
  MONEY(ValuesFuzz::money),
  /** Ids, keys, names, addresses: what a caller could paste. */
  TEXTS(ValuesFuzz::texts),
  /** Webhooks and confirm requests, in JSON and as forms. */
  WEBHOOK(InboundFuzz::webhook),
  /** What a browser brings back from a checkout. */
  REDIRECT(InboundFuzz::redirect),
  /** A query, against the JDK's decoder. */
  QUERY(ParametersFuzz::query),
  /** Addresses of senders, against the JDK's reader. */
  ADDRESS(ParametersFuzz::address),
  /** What a guard against repeats has stored. */
  HANDLED(ParametersFuzz::handled),
  /** What another process has left in the store of tokens. */
  TOKEN_STORE(TokenStoreFuzz::run),
  /** Requests to the sandbox. */
  SANDBOX(SandboxFuzz::run),
  /** The command line's file of credentials. */
  CONFIG(ConfigFuzz::run);

  private final Consumer<byte[]> body;

  FuzzTarget(Consumer<byte[]> body) {
    this.body = body;
  }

  /**
   * Reads one input.
   *
   * @throws AssertionError if something comes out that must not, or it takes too much memory
   */
  public void run(byte[] input) {
    Memory.bounded(input.length, () -> body.accept(input));
  }

  /** The archive of its inputs. */
  Path archive() {
    return Path.of("corpus", name().toLowerCase(Locale.ROOT).replace('_', '-') + ".zip");
  }
}
