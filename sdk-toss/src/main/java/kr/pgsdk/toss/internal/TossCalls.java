package kr.pgsdk.toss.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.http.PagedStream;
import kr.pgsdk.core.internal.http.Paging;
import kr.pgsdk.core.internal.http.ResponseReader;
import kr.pgsdk.core.internal.http.Sender;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.toss.model.TossPayment;
import org.jspecify.annotations.Nullable;

/** Sends Toss's requests, and tells successes from refusals. Each feature reads its own objects. */
public final class TossCalls {
  private final Sender sender;
  private final TossResponses responses;
  private final @Nullable String testCode;
  private final boolean english;
  private final Supplier<Deadline> deadline;

  private TossCalls(
      Sender sender,
      TossResponses responses,
      @Nullable String testCode,
      boolean english,
      Supplier<Deadline> deadline) {
    this.sender = sender;
    this.responses = responses;
    this.testCode = testCode;
    this.english = english;
    this.deadline = deadline;
  }

  /**
   * Returns calls of which each has a deadline of its own.
   *
   * @param testCode the error that Toss is to answer every request with
   * @param english whether to ask for English messages
   */
  public static TossCalls of(
      Sender sender, TossResponses responses, @Nullable String testCode, boolean english) {
    return new TossCalls(sender, responses, testCode, english, sender::deadline);
  }

  /** Returns the same by another sender. */
  public TossCalls by(Sender other) {
    return of(other, responses, testCode, english);
  }

  /** Returns the same under one deadline: all of them are parts of one call. */
  public TossCalls within(Deadline whole) {
    return new TossCalls(sender, responses, testCode, english, () -> whole);
  }

  public Sender sender() {
    return sender;
  }

  public Redaction redaction() {
    return responses.redaction();
  }

  public Clock clock() {
    return responses.clock();
  }

  /** Sends a request, and reads its response if it is a success. */
  public <T> T send(HttpRequest.Builder request, Function<HttpResponse, T> success) {
    HttpRequest built = with(request).build();
    return send(built, response -> responses.read(built, response, success));
  }

  /**
   * As {@link #send(HttpRequest.Builder, Function)}; empty if Toss itself says that there is no
   * such payment.
   */
  public <T> Optional<T> find(HttpRequest.Builder request, Function<HttpResponse, T> success) {
    HttpRequest built = with(request).build();
    return send(built, response -> responses.find(built, response, success));
  }

  /** Sends a request that {@link #with} has made, and reads whatever comes back. */
  public <T> T send(HttpRequest request, ResponseReader<T> reader) {
    return sender.send(request, reader, deadline.get());
  }

  /** Adds the headers that every request carries. */
  public HttpRequest.Builder with(HttpRequest.Builder request) {
    return request
        .header("TossPayments-Test-Code", testCode)
        .header("Accept-Language", english ? "en-US" : null);
  }

  /**
   * Reads a response.
   *
   * @param success reads it if it is a success
   * @throws kr.pgsdk.core.error.PaymentException if it isn't
   */
  public <T> T read(HttpRequest request, HttpResponse response, Function<HttpResponse, T> success) {
    return responses.read(request, response, success);
  }

  /** Sends a request, and reads the object in its response. */
  public <T> T object(HttpRequest.Builder request, Function<JsonObject, T> reader) {
    return send(request, response -> reader.apply(Json.object(response.json(), TossNames.PAYMENT)));
  }

  /**
   * As {@link #object}, of a response that is a payment.
   *
   * @param asked whether it is the one that was asked for; another makes the response malformed
   */
  public TossPayment payment(HttpRequest.Builder request, Predicate<TossPayment> asked) {
    return object(request, json -> requireAsked(TossPayment.read(json, redaction()), asked));
  }

  /** As {@link #payment}, with what tells whether the payment is an older one of the same key. */
  public TossReply reply(HttpRequest.Builder request, Predicate<TossPayment> asked) {
    Deadline whole = deadline.get();
    return within(whole)
        .send(
            request,
            response -> {
              TossReply reply = TossReply.ofConfirm(response, whole.spent(), redaction());
              TossPayment unused = requireAsked(reply.payment(), asked);
              return reply;
            });
  }

  /** Sends a request whose response is any JSON document; returns its text. */
  public String document(HttpRequest.Builder request) {
    return send(request.responseIsList(), response -> Json.text(response.json()));
  }

  /** As {@link #document}, of a response that may be empty. */
  public String documentOrNothing(HttpRequest.Builder request) {
    return send(request.responseIsList(), TossCalls::textOrNothing);
  }

  /** Sends a request whose response says nothing but that it is done: its body is empty. */
  public void empty(HttpRequest.Builder request) {
    // What isn't JSON is a proxy's page, and proves nothing.
    String unused = send(request, TossCalls::textOrNothing);
  }

  private static String textOrNothing(HttpResponse response) {
    return response.isEmpty() ? "" : Json.text(response.json());
  }

  /** Returns a payment if it is the one that was asked for; another is a problem. */
  public static TossPayment requireAsked(TossPayment payment, Predicate<TossPayment> asked) {
    if (!asked.test(payment)) {
      throw new JsonProblem("$.orderId", "or paymentKey is not the one that was asked for");
    }
    return payment;
  }

  /** Returns the rows of a list, whose pages are fetched as they are read. */
  public <T> Stream<T> stream(Paging<T> paging) {
    return PagedStream.of(sender, paging, responses.pages(this::with), deadline);
  }
}
