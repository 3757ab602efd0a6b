package kr.pgsdk.benchmarks.calls;

import java.util.concurrent.Callable;
import kr.pgsdk.benchmarks.Gateway;

/** Who makes the call. */
public enum Client {
  /** The SDK. */
  SDK("SDK"),

  /** Hand-written OkHttp and Moshi reader: see {@link Floor}. */
  FLOOR("floor"),

  /** Retrofit 2 and Gson. */
  RETROFIT("Retrofit + Gson"),

  /** The JDK's client and Jackson. */
  JDK("java.net.http + Jackson"),

  /** OkHttp and Moshi by reflection. */
  MOSHI("OkHttp + Moshi"),

  /** Bare sockets: the server's ceiling. */
  RAW("raw sockets");

  private final String text;

  Client(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }

  /** A client that is open, and the one call it is to make again and again. */
  record Open(Callable<Object> call, AutoCloseable client) {}

  Open open(Verb verb, Gateway gateway, String url, int callers) {
    return switch (this) {
      case SDK -> open(verb, new SdkCalls(gateway, url));
      case FLOOR -> open(verb, Floor.of(gateway, url, callers));
      case RETROFIT -> open(verb, new RetrofitFinder(gateway, url, callers));
      case JDK -> open(verb, new JdkFinder(gateway, url));
      case MOSHI -> open(verb, new MoshiFinder(gateway, url, callers));
      case RAW -> open(verb, new RawFinder(gateway, url));
    };
  }

  private static Open open(Verb verb, ShopCalls calls) {
    return switch (verb) {
      case FIND -> new Open(calls::find, calls);
      case CONFIRM -> new Open(calls::confirm, calls);
      case CANCEL -> new Open(calls::cancel, calls);
    };
  }

  private static Open open(Verb verb, Finder finder) {
    if (verb != Verb.FIND) {
      throw new IllegalArgumentException("this client only finds");
    }
    return new Open(finder::find, finder);
  }
}
