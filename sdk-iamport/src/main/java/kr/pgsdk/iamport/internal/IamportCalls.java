package kr.pgsdk.iamport.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.http.PageJudge;
import kr.pgsdk.core.internal.http.PagedStream;
import kr.pgsdk.core.internal.http.Paging;
import kr.pgsdk.core.internal.http.Sender;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonRows;
import kr.pgsdk.core.internal.time.Deadline;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/**
 * Sends Iamport's requests, and unwraps {@code {code, message, response}}. Each feature of the
 * client makes its requests, and reads what is in {@code response}.
 */
public final class IamportCalls {
  private static final String RESPONSE = "response";

  private final Sender sender;
  private final IamportResponses responses;
  private final @Nullable String tier;
  private final Supplier<Deadline> deadline;

  private IamportCalls(
      Sender sender,
      IamportResponses responses,
      @Nullable String tier,
      Supplier<Deadline> deadline) {
    this.sender = sender;
    this.responses = responses;
    this.tier = tier;
    this.deadline = deadline;
  }

  /**
   * Returns calls of which each has a deadline of its own.
   *
   * @param tier the sub-merchant's code, for the header {@code Tier}
   */
  public static IamportCalls of(Sender sender, IamportResponses responses, @Nullable String tier) {
    return new IamportCalls(sender, responses, tier, sender::deadline);
  }

  /** Returns the same by another sender. */
  public IamportCalls by(Sender other) {
    return of(other, responses, tier);
  }

  /** Returns the same under one deadline: all of them are parts of one call. */
  public IamportCalls within(Deadline whole) {
    return new IamportCalls(sender, responses, tier, () -> whole);
  }

  public Sender sender() {
    return sender;
  }

  public Instant now() {
    return responses.clock().instant();
  }

  public void requireFuture(String name, @Nullable Instant moment) {
    Instant now = now();
    if (moment != null && moment.getEpochSecond() <= now.getEpochSecond()) {
      throw new IllegalArgumentException(
          name + " must be in the future: " + moment + ", and it is " + now);
    }
  }

  /** Sends a request, and reads the object in its response. */
  public <T> T object(HttpRequest.Builder request, Function<JsonObject, T> reader) {
    return send(request, body -> reader.apply(body.requiredObject(RESPONSE)));
  }

  /**
   * Makes a change that Iamport refuses with 409 if it isn't possible now, as it documents. In
   * general a 409 leaves open what became of a request; in Iamport's own shape this one doesn't.
   */
  public static <T> T change(Supplier<T> sending) {
    try {
      return sending.get();
    } catch (OutcomeUnknownException doubt) {
      if (doubt.getCause() instanceof GatewayException refusal
          && refusal.httpStatus().orElse(0) == 409) {
        throw refusal;
      }
      throw doubt;
    }
  }

  /** As {@link #object}; empty if Iamport says that there is none. */
  public <T> Optional<T> find(HttpRequest.Builder request, Function<JsonObject, T> reader) {
    return this.<Optional<T>>send(
        request,
        body -> Optional.of(reader.apply(body.requiredObject(RESPONSE))),
        refusal -> isNotFound(refusal) ? Optional.empty() : null);
  }

  /**
   * As {@link #find(HttpRequest.Builder, Function)}; empty too if Iamport refuses in these words.
   * They are looked for in the response itself: a message that repeats an id may be withheld.
   */
  public <T> Optional<T> find(
      HttpRequest.Builder builder, Function<JsonObject, T> reader, String words) {
    return this.<Optional<T>>exchange(
        builder,
        IamportResponses::object,
        body -> Optional.of(reader.apply(body.requiredObject(RESPONSE))),
        (refusal, response) ->
            isNotFound(refusal) || says(response, words) ? Optional.empty() : null);
  }

  private static boolean says(HttpResponse response, String words) {
    String message = response.status() == 200 ? Json.object(response.json()).text("message") : null;
    return message != null && message.contains(words);
  }

  /** Sends a request, and reads the objects in its response; none if Iamport says so. */
  public <T> List<T> list(HttpRequest.Builder request, Function<JsonObject, T> reader) {
    return list(request, reader, refusal -> isNotFound(refusal) ? List.of() : null);
  }

  /** Sends a change, and reads the objects in its response: those that it changed. */
  public <T> List<T> changed(HttpRequest.Builder request, Function<JsonObject, T> reader) {
    return list(request, reader, refusal -> null);
  }

  private <T> List<T> list(
      HttpRequest.Builder request,
      Function<JsonObject, T> reader,
      Function<GatewayException, @Nullable List<T>> none) {
    JsonRows<T> rows = new JsonRows<>(reader, RESPONSE);
    return send(
        request.responseIsList(), response -> rows.read(response.json()), rows::required, none);
  }

  /** Sends a request whose response is a payment. */
  public IamportPayment payment(HttpRequest.Builder request, Predicate<IamportPayment> asked) {
    return object(request, json -> payment(json, asked));
  }

  /**
   * Reads a payment.
   *
   * @param asked whether it is the one that was asked for; another makes the response malformed
   */
  public IamportPayment payment(JsonObject json, Predicate<IamportPayment> asked) {
    IamportPayment payment = IamportPayment.read(json, responses.redaction());
    if (!asked.test(payment)) {
      throw json.problem("merchant_uid", "or imp_uid is not the one that was asked for");
    }
    return payment;
  }

  /** "Nothing found" is an error at Iamport, either by its status or by its message. */
  public static boolean isNotFound(GatewayException refusal) {
    int status = refusal.httpStatus().orElse(0);
    return status == 404
        || (status == 200 && refusal.gatewayMessage().orElse("").contains("존재하지 않는"));
  }

  /** Sends a request, and reads the envelope of its response. */
  public <T> T send(HttpRequest.Builder request, Function<JsonObject, T> reader) {
    return send(request, reader, refusal -> null);
  }

  /**
   * As {@link #send(HttpRequest.Builder, Function)}.
   *
   * @param none what a refusal of this very request means, if it is no error; else null
   */
  public <T> T send(
      HttpRequest.Builder request,
      Function<JsonObject, T> reader,
      Function<GatewayException, @Nullable T> none) {
    return send(request, IamportResponses::object, reader, none);
  }

  /**
   * As {@link #send(HttpRequest.Builder, Function, Function)}.
   *
   * @param envelopeReader reads the envelope
   */
  public <T> T send(
      HttpRequest.Builder builder,
      Function<HttpResponse, JsonObject> envelopeReader,
      Function<JsonObject, T> reader,
      Function<GatewayException, @Nullable T> none) {
    return exchange(builder, envelopeReader, reader, (refusal, response) -> none.apply(refusal));
  }

  private <T> T exchange(
      HttpRequest.Builder builder,
      Function<HttpResponse, JsonObject> envelopeReader,
      Function<JsonObject, T> reader,
      BiFunction<GatewayException, HttpResponse, @Nullable T> none) {
    HttpRequest request = builder.header("Tier", tier).build();
    return sender.send(
        request,
        response -> {
          JsonObject body;
          try {
            body = responses.unwrap(request, response, envelopeReader);
          } catch (GatewayException refusal) {
            T value = none.apply(refusal, response);
            if (value == null) {
              throw refusal;
            }
            return value;
          }
          return reader.apply(body);
        },
        deadline.get());
  }

  /** Returns the rows of a list, whose pages are fetched as they are read. */
  public <T> Stream<T> stream(Paging<T> paging) {
    PageJudge judge =
        new PageJudge() {
          @Override
          public HttpRequest.Builder with(HttpRequest.Builder request) {
            return request.header("Tier", tier);
          }

          @Override
          public void judgeStart(HttpRequest request, HttpResponse response, JsonObject soFar) {
            if (soFar.has("code")) {
              judgeEnd(request, response, any -> soFar);
            }
          }

          @Override
          public void judgeEnd(
              HttpRequest request,
              HttpResponse response,
              Function<HttpResponse, JsonObject> envelope) {
            JsonObject unused = responses.unwrap(request, response, envelope);
          }
        };
    return PagedStream.of(sender, paging, judge, deadline);
  }
}
