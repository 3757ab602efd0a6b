package kr.pgsdk.core.internal.http;

import java.net.URI;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.Timeouts;

/** Opens transports. */
public final class Transports {
  private Transports() {}

  /**
   * Returns a transport over OkHttp.
   *
   * @param production the gateway's own address, unless the options name another
   * @throws IllegalStateException if the OkHttp or the Kotlin on the class path is too old
   */
  public static Transport open(URI production, HttpOptions options, Timeouts timeouts) {
    OkHttpVersion.check();
    return new OkHttpTransport(options.baseUrl().orElse(production), options, timeouts);
  }
}
