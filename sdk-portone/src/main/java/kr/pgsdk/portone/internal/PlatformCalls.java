package kr.pgsdk.portone.internal;

import java.util.function.Function;
import java.util.stream.Stream;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/**
 * Sends the requests of partner settlement, all of whose paths begin with {@code /platform}. They
 * name no store; each is about live data or about test data.
 */
public final class PlatformCalls {
  private static final String PLATFORM = "platform";

  private final PortOneCalls calls;
  private final boolean test;

  private PlatformCalls(PortOneCalls calls, boolean test) {
    this.calls = calls;
    this.test = test;
  }

  /** Returns calls about live data. */
  public static PlatformCalls live(PortOneCalls calls) {
    return new PlatformCalls(calls, false);
  }

  /** Returns calls about test data. */
  public PlatformCalls ofTests() {
    return new PlatformCalls(calls, true);
  }

  /** Starts a read. */
  public HttpRequest.Builder get(String operation, String... path) {
    return inMode(HttpRequest.safe(operation, "GET", PLATFORM).path(path));
  }

  /**
   * Starts a change, recognised by its idempotency key.
   *
   * @param key one key for one change: of the caller's request, or new
   */
  public HttpRequest.Builder change(String operation, String method, String key, String... path) {
    return inMode(
        HttpRequest.keyedChange(operation, method, PortOneKey.header(key), PLATFORM).path(path));
  }

  private HttpRequest.Builder inMode(HttpRequest.Builder request) {
    return request.query("test", test ? "true" : null); // PortOne takes none for live data
  }

  /** Sends a request, and reads the object in its response. */
  public <T> T object(HttpRequest.Builder request, Function<JsonObject, T> reader) {
    return calls.object(request, reader);
  }

  /** Sends a request whose success says nothing but that it is done. */
  public void done(HttpRequest.Builder request) {
    calls.done(request);
  }

  /** Sends a request, and reads its response if it is a success. */
  public <T> T send(HttpRequest.Builder request, Function<HttpResponse, T> success) {
    return calls.send(request, success);
  }

  /** Returns the rows of a list in {@code items}, whose pages are fetched as they are read. */
  public <T extends PortOneObject> Stream<T> list(
      String operation,
      String path,
      RequestFields filter,
      Function<JsonObject, T> reader,
      Function<T, String> id) {
    return list(operation, path, "items", filter, reader, id);
  }

  /**
   * As {@link #list(String, String, RequestFields, Function, Function)}.
   *
   * @param items where in a page its rows are
   */
  public <T extends PortOneObject> Stream<T> list(
      String operation,
      String path,
      String items,
      RequestFields filter,
      Function<JsonObject, T> reader,
      Function<T, String> id) {
    RequestFields wanted = new RequestFields().object("filter", filter);
    return calls.stream(new ItemPages<>(() -> get(operation, path), items, wanted, reader, id));
  }

  /** Reads what stands beside a list: how many rows there are in each status. */
  public <T> T counts(
      String operation, String path, RequestFields filter, Function<JsonObject, T> reader) {
    RequestFields page = new RequestFields().number("number", 0, 0, 0).number("size", 1, 1, 1);
    return object(
        get(operation, path)
            .query("requestBody", new RequestFields().object("filter", filter).object("page", page))
            .responseIsList(),
        json -> reader.apply(json.requiredObject("counts")));
  }
}
