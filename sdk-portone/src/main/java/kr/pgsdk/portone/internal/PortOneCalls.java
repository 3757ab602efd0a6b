package kr.pgsdk.portone.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.http.PagedStream;
import kr.pgsdk.core.internal.http.Paging;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.Sender;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.portone.model.PortOnePaymentSummary;
import org.jspecify.annotations.Nullable;

/** Sends PortOne's requests, and tells successes from refusals. Features read their own objects. */
public final class PortOneCalls {
  private static final String STORE_ID = "storeId";

  private final Sender sender;
  private final PortOneResponses responses;
  private final @Nullable String storeId;
  private final Supplier<Deadline> deadline;

  private PortOneCalls(
      Sender sender,
      PortOneResponses responses,
      @Nullable String storeId,
      Supplier<Deadline> deadline) {
    this.sender = sender;
    this.responses = responses;
    this.storeId = storeId;
    this.deadline = deadline;
  }

  /**
   * Returns calls of which each has a deadline of its own.
   *
   * @param storeId the store they are about; null for that of the credential
   */
  public static PortOneCalls of(
      Sender sender, PortOneResponses responses, @Nullable String storeId) {
    return new PortOneCalls(sender, responses, storeId, sender::deadline);
  }

  /** Returns the same by another sender. */
  public PortOneCalls by(Sender other) {
    return of(other, responses, storeId);
  }

  /** Returns the same under one deadline: all of them are parts of one call. */
  public PortOneCalls within(Deadline whole) {
    return new PortOneCalls(sender, responses, storeId, () -> whole);
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

  /** Names the store in the query, where an operation takes it there: every GET and a few more. */
  public HttpRequest.Builder inQuery(HttpRequest.Builder request) {
    return request.query(STORE_ID, storeId);
  }

  /** Returns fields that name the store, where an operation takes it in its body or filter. */
  public RequestFields inBody(RequestFields fields) {
    return storeId == null ? fields : fields.copy().text(STORE_ID, storeId);
  }

  /** Sends a request, and reads the object in its response. */
  public <T> T object(HttpRequest.Builder request, Function<JsonObject, T> reader) {
    return send(
        request, response -> reader.apply(Json.object(response.json(), PortOneNames.PAYMENT)));
  }

  /** As {@link #object}; empty if PortOne itself says that there is no such payment. */
  public <T> Optional<T> find(HttpRequest.Builder builder, Function<JsonObject, T> reader) {
    HttpRequest request = builder.build();
    return sender.send(
        request,
        response ->
            responses.find(
                request,
                response,
                ok -> reader.apply(Json.object(ok.json(), PortOneNames.PAYMENT))),
        deadline.get());
  }

  /** Sends a confirm or a charge, whose success says that it was done, and little else. */
  public PortOneReply reply(
      HttpRequest.Builder request, Function<JsonObject, PortOnePaymentSummary> reader) {
    Deadline whole = deadline.get();
    return within(whole)
        .send(
            request,
            response -> {
              PortOnePaymentSummary payment =
                  reader.apply(Json.object(response.json(), PortOneNames.PAYMENT));
              boolean old = response.mayBeOld(payment.paidAt().orElse(null), whole.spent());
              return new PortOneReply(payment, old, response.followsDoubt());
            });
  }

  /** Starts a change of a payment that PortOne recognises by its idempotency key. */
  public static HttpRequest.Builder change(
      String operation, OrderId paymentId, String key, String... path) {
    return HttpRequest.keyed(operation, PortOneKey.header(key), "payments", paymentId.value())
        .path(path)
        .about(PaymentLookup.byOrderId(paymentId));
  }

  /** Sends a request whose success says nothing but that it is done: {@code {}}. */
  public void done(HttpRequest.Builder request) {
    JsonObject unused = object(request, json -> json);
  }

  /** Sends a request, and reads its response if it is a success. */
  public <T> T send(HttpRequest.Builder builder, Function<HttpResponse, T> success) {
    HttpRequest request = builder.build();
    return sender.send(
        request, response -> responses.read(request, response, success), deadline.get());
  }

  /** Returns the rows of a list, whose pages are fetched as they are read. */
  public <T> Stream<T> stream(Paging<T> paging) {
    return PagedStream.of(sender, paging, responses.pages(request -> request), deadline);
  }
}
