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
import kr.pgsdk.portone.PortOneHttpFuzz;
import kr.pgsdk.portone.webhook.PortOneInboundFuzz;
import kr.pgsdk.sandbox.SandboxFuzz;
import kr.pgsdk.toss.TossHttpFuzz;

/** Every reader of untrusted bytes. Each has an archive of inputs in the folder {@code corpus}. */
public enum FuzzTarget {
  /** JSON documents, compared with a second reader that was written from the RFC alone. */
  JSON(JsonFuzz::run),
  /** Stored payments of Iamport. */
  IAMPORT_PAYMENT(PaymentsFuzz::iamport),
  /** Stored payments of Toss. */
  TOSS_PAYMENT(PaymentsFuzz::toss),
  /** Stored payments of PortOne V2. */
  PORTONE_PAYMENT(PaymentsFuzz::portOne),
  /** HTTP responses to the verbs and typed calls of Iamport. */
  IAMPORT_HTTP(IamportHttpFuzz::run),
  /** HTTP responses to the verbs and typed calls of Toss. */
  TOSS_HTTP(TossHttpFuzz::run),
  /** HTTP responses to the verbs and typed calls of PortOne V2. */
  PORTONE_HTTP(PortOneHttpFuzz::run),
  /** Response headers. */
  HEADERS(HeadersFuzz::run),
  /** Ids and paths in a URL, and responses, as OkHttp handles them. */
  WIRE(WireFuzz::run),
  /** A gateway's texts before they enter a message or a log. */
  REDACTION(RedactionFuzz::run),
  /** Times as text. */
  TIMES(TimesFuzz::run),
  /** Amounts as text. */
  MONEY(ValuesFuzz::money),
  /** Ids, keys, names and URLs that a caller passes in. */
  TEXTS(ValuesFuzz::texts),
  /** Webhooks and confirm requests of Iamport and Toss, in JSON and as forms. */
  WEBHOOK(InboundFuzz::webhook),
  /** Parameters that a browser brings back from a checkout of Iamport and Toss. */
  REDIRECT(InboundFuzz::redirect),
  /** Webhooks of PortOne V2, in JSON and as forms. */
  PORTONE_WEBHOOK(PortOneInboundFuzz::webhook),
  /** Parameters that a browser brings back from the checkout of PortOne V2. */
  PORTONE_REDIRECT(PortOneInboundFuzz::redirect),
  /** Queries, compared with the JDK's decoder. */
  QUERY(ParametersFuzz::query),
  /** IP addresses, compared with the JDK's reader. */
  ADDRESS(ParametersFuzz::address),
  /** Tokens that another process stored. */
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
   * @throws AssertionError if a check fails or the reader allocates too much memory
   */
  public void run(byte[] input) {
    Memory.bounded(input.length, () -> body.accept(input));
  }

  /** The archive of its inputs. */
  Path archive() {
    return Path.of("corpus", name().toLowerCase(Locale.ROOT).replace('_', '-') + ".zip");
  }
}
