package kr.pgsdk.core.internal.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * One REST call before it is sent: what, where to, and how often it may be sent.
 *
 * @param operation its name in messages, logs and events, such as {@code payment}
 * @param method GET, POST, PUT, PATCH or DELETE
 * @param retryMode how often it may be sent
 * @param target where it goes, below the base URL
 * @param headers of this request alone
 * @param body what it carries: JSON, unless {@code contentType} says otherwise
 * @param contentType what the body is
 * @param about what it is about, and so by what to look up what it may have done
 * @param subject what a caller has to look up if it may have been executed, such as {@code the
 *     payment}
 * @param authorized whether it carries the client's credential
 * @param hidden what it carries that must not come back in a message: keys, accounts, names
 * @param endsAtServerError whether it isn't repeated after a 5xx, whatever its retry mode
 * @param maxResponseBytes how much of a response is read; a longer one is no response of a gateway
 * @param streamed whether a success is read while it comes in
 * @param adviceIfNotFound what to tell a person if the gateway says that there is none
 */
public record HttpRequest(
    String operation,
    String method,
    RetryMode retryMode,
    RequestTarget target,
    Map<String, String> headers,
    @Nullable String body,
    String contentType,
    @Nullable PaymentLookup about,
    String subject,
    boolean authorized,
    List<String> hidden,
    boolean endsAtServerError,
    int maxResponseBytes,
    boolean streamed,
    @Nullable String adviceIfNotFound) {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  static final String JSON = "application/json";
  private static final int MAX_HIDDEN = 50;

  public HttpRequest {
    headers = Map.copyOf(headers);
    hidden = List.copyOf(hidden);
  }

  /** Starts a request that moves no money. */
  public static Builder safe(String operation, String method, String... segments) {
    return new Builder(operation, RetryMode.SAFE, method, Arrays.asList(segments), null);
  }

  /** Starts a request that moves money and must never be sent twice. */
  public static Builder once(String operation, String method, String... segments) {
    return new Builder(operation, RetryMode.ONCE, method, Arrays.asList(segments), null);
  }

  /**
   * Starts a POST that moves money and is recognised by its idempotency key. It ends at a 5xx,
   * which the gateway may not keep under the key.
   */
  public static Builder keyed(String operation, String idempotencyKey, String... segments) {
    return keyedChange(operation, "POST", idempotencyKey, segments);
  }

  /** As {@link #keyed}, by any method. */
  public static Builder keyedChange(
      String operation, String method, String idempotencyKey, String... segments) {
    return new Builder(operation, RetryMode.KEYED, method, Arrays.asList(segments), null)
        .header(IDEMPOTENCY_KEY, idempotencyKey);
  }

  /** What a call that consists of it is called: the path of a custom one needs its method too. */
  String callName() {
    return target.rawPath() == null ? operation : toString();
  }

  /** Shows the operation; a path may hold ids, a query even a key. */
  @Override
  public String toString() {
    return method + " " + operation;
  }

  /** Builds a {@link HttpRequest}. */
  public static final class Builder {
    private final String operation;
    private final RetryMode retryMode;
    private final String method;
    private List<String> segments;
    private final @Nullable String rawPath;
    private final List<Map.Entry<String, String>> query = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String body;
    private String contentType = JSON;
    private @Nullable PaymentLookup about;
    private String subject = "the payment";
    private boolean authorized = true;
    private final List<String> hidden = new ArrayList<>();
    private boolean endsAtServerError;
    private int maxResponseBytes = Json.MAX_OBJECT_BYTES;
    private boolean streamed;
    private @Nullable String adviceIfNotFound;

    Builder(
        String operation,
        RetryMode retryMode,
        String method,
        List<String> segments,
        @Nullable String rawPath) {
      this.operation = operation;
      this.retryMode = retryMode;
      this.endsAtServerError = retryMode == RetryMode.KEYED;
      this.method = method;
      this.segments = segments;
      this.rawPath = rawPath;
    }

    /** Adds segments to the path, not encoded. */
    public Builder path(String... more) {
      segments = Stream.concat(segments.stream(), Stream.of(more)).toList();
      return this;
    }

    /** Adds a query parameter, not encoded; nothing if the value is null. */
    public Builder query(String name, @Nullable Object value) {
      if (value != null) {
        query.add(Map.entry(name, value.toString()));
      }
      return this;
    }

    /** Adds fields as JSON in a query parameter, for a GET whose filter is a document. */
    public Builder query(String name, RequestFields fields) {
      fields.hidden().forEach(this::hide);
      return query(name, fields.json().toString());
    }

    /** Adds a header; nothing if the value is null. */
    public Builder header(String name, @Nullable String value) {
      if (value != null) {
        headers.put(name, value);
      }
      return this;
    }

    /** The JSON to carry. */
    public Builder body(@Nullable String json) {
      this.body = json;
      return this;
    }

    /** The fields to carry, which must not come back in a message where they are personal. */
    public Builder body(RequestFields fields) {
      fields.hidden().forEach(this::hide);
      return body(fields.json().toString());
    }

    /** As {@link #body(RequestFields)}, an array of several. */
    public Builder body(List<RequestFields> all) {
      all.forEach(fields -> fields.hidden().forEach(this::hide));
      return body(JsonText.of(all.stream().map(RequestFields::json).toList()));
    }

    /**
     * Carries the body in another form than JSON, such as encrypted; nothing if there is none.
     *
     * @param encode makes that form of the JSON
     */
    public Builder encode(String contentType, UnaryOperator<String> encode) {
      if (body != null) {
        this.body = encode.apply(body);
        this.contentType = contentType;
      }
      return this;
    }

    /** What to tell a person if the gateway says that there is none. */
    public Builder adviceIfNotFound(@Nullable String advice) {
      this.adviceIfNotFound = advice;
      return this;
    }

    /** What it is about, and so by what to look up what it may have done. */
    public Builder about(PaymentLookup about) {
      this.about = about;
      return this;
    }

    /**
     * What a caller has to look up if it may have been executed, where that is no payment.
     *
     * @param subject completes "look up": text for a message, so nothing secret
     */
    public Builder subject(String subject) {
      this.subject = subject;
      return this;
    }

    /** Names what must not come back in a message; null is nothing. */
    public Builder hide(@Nullable String... texts) {
      for (String text : texts) {
        if (text != null && hidden.size() < MAX_HIDDEN) {
          hidden.add(text);
        }
      }
      return this;
    }

    /**
     * Doesn't send the client's credential: for the request that fetches one, or that carries
     * another in a header of its own.
     */
    public Builder withoutCredential() {
      this.authorized = false;
      return this;
    }

    /**
     * Lets it be repeated under its key after a 5xx, too, under which it may have been executed
     * without a record of the key: the gateway itself executes it once, as it captures a payment
     * and charges an order once.
     */
    public Builder executedOnceInAnyCase() {
      this.endsAtServerError = false;
      return this;
    }

    /** Says that its response is a list, which is read element by element. */
    public Builder responseIsList() {
      this.maxResponseBytes = Json.MAX_LIST_BYTES;
      return this;
    }

    /** Says that its response is a page, which is read while it comes in. */
    Builder responseIsPage() {
      this.streamed = true;
      return this;
    }

    public HttpRequest build() {
      return new HttpRequest(
          operation,
          method,
          retryMode,
          new RequestTarget(segments, rawPath, query),
          headers,
          body,
          contentType,
          about,
          subject,
          authorized,
          hidden,
          endsAtServerError,
          maxResponseBytes,
          streamed,
          adviceIfNotFound);
    }
  }
}
