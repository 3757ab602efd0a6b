package kr.pgsdk.core.internal.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonText;
import org.jspecify.annotations.Nullable;

/** One REST call before it is sent: what, where to, and how often it may be sent. */
public final class HttpRequest {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  static final String JSON = "application/json";
  private static final int MAX_HIDDEN = 50;

  private final String operation;
  private final String method;
  private final RetryMode retryMode;
  private final List<String> segments;
  private final @Nullable String rawPath;
  private final List<Map.Entry<String, String>> query;
  private final Map<String, String> headers;
  private final @Nullable String body;
  private final String contentType;
  private final @Nullable PaymentLookup about;
  private final String subject;
  private final boolean authorized;
  private final List<String> hidden;
  private final boolean endsAtServerError;
  private final int maxResponseBytes;
  private final boolean streamed;
  private final @Nullable String adviceIfNotFound;

  private HttpRequest(Builder builder) {
    this.operation = builder.operation;
    this.method = builder.method;
    this.retryMode = builder.retryMode;
    this.segments = builder.segments;
    this.rawPath = builder.rawPath;
    this.query = List.copyOf(builder.query);
    this.headers = Map.copyOf(builder.headers);
    this.body = builder.body;
    this.contentType = builder.contentType;
    this.about = builder.about;
    this.subject = builder.subject;
    this.authorized = builder.authorized;
    this.hidden = List.copyOf(builder.hidden);
    this.endsAtServerError = builder.endsAtServerError;
    this.maxResponseBytes = builder.maxResponseBytes;
    this.streamed = builder.streamed;
    this.adviceIfNotFound = builder.adviceIfNotFound;
  }

  /**
   * Starts a request that moves no money.
   *
   * @param operation its name in messages, logs and events, such as {@code payment}
   */
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
    return change(operation, "POST", idempotencyKey, segments);
  }

  /** As {@link #keyed}, by any method. */
  public static Builder change(
      String operation, String method, String idempotencyKey, String... segments) {
    return new Builder(operation, RetryMode.KEYED, method, Arrays.asList(segments), null)
        .header(IDEMPOTENCY_KEY, idempotencyKey);
  }

  /** What a call that consists of it is called: the path of an open one needs its method too. */
  String callName() {
    return rawPath == null ? operation : toString();
  }

  /** GET, POST, PUT, PATCH or DELETE. */
  public String method() {
    return method;
  }

  /** How often it may be sent. */
  public RetryMode retryMode() {
    return retryMode;
  }

  /** The path's segments, not encoded; empty if the path is given raw. */
  public List<String> segments() {
    return segments;
  }

  /** The path as the caller wrote it, for an endpoint the SDK has no method for. */
  @Nullable String rawPath() {
    return rawPath;
  }

  /** Names and values, not encoded; a name may repeat. */
  List<Map.Entry<String, String>> query() {
    return query;
  }

  /** Headers of this request alone. */
  public Map<String, String> headers() {
    return headers;
  }

  /** What it carries: JSON, unless {@link #contentType} says otherwise. */
  public @Nullable String body() {
    return body;
  }

  /** What the body is. */
  String contentType() {
    return contentType;
  }

  /** What to tell a person if the gateway says that there is none. */
  @Nullable String adviceIfNotFound() {
    return adviceIfNotFound;
  }

  /** What it is about, and so by what to look up what it may have done. */
  public @Nullable PaymentLookup about() {
    return about;
  }

  /** What a caller has to look up if it may have been executed, such as {@code the payment}. */
  String subject() {
    return subject;
  }

  /** Whether it carries the client's credential. */
  public boolean authorized() {
    return authorized;
  }

  /** What it carries that must not come back in a message: keys, accounts, names. */
  public List<String> hidden() {
    return hidden;
  }

  /** Whether it isn't repeated after a 5xx, whatever its retry mode. */
  boolean endsAtServerError() {
    return endsAtServerError;
  }

  /** How much of a response is read; a longer one is no response of a gateway. */
  int maxResponseBytes() {
    return maxResponseBytes;
  }

  /** Whether a success is read while it comes in. */
  boolean streamed() {
    return streamed;
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
    private final List<String> segments;
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

    /** Returns the request. */
    public HttpRequest build() {
      return new HttpRequest(this);
    }
  }
}
