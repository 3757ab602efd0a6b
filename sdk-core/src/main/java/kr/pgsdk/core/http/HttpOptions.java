package kr.pgsdk.core.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The settings of HTTP. A setting that isn't set has the gateway's default. */
public final class HttpOptions {
  private static final String LOOPBACK =
      "localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]";

  private static final String BASE_URL_FORM = "base URL must be like https://api.example.com";

  private final @Nullable URI baseUrl;
  private final @Nullable Duration connectTimeout;
  private final @Nullable Duration readTimeout;
  private final @Nullable Duration deadline;
  private final RetryPolicy retryPolicy;
  private final @Nullable OkHttpClient client;
  private final @Nullable String userAgent;
  private final @Nullable InetSocketAddress proxy;
  private final @Nullable String proxyUser;
  private final @Nullable String proxyPassword;
  private final @Nullable CallListener listener;

  private HttpOptions(Builder builder) {
    this.baseUrl = builder.baseUrl;
    this.connectTimeout = builder.connectTimeout;
    this.readTimeout = builder.readTimeout;
    this.deadline = builder.deadline;
    this.retryPolicy = builder.retryPolicy;
    this.client = builder.client;
    this.userAgent = builder.userAgent;
    this.proxy = builder.proxy;
    this.proxyUser = builder.proxyUser;
    this.proxyPassword = builder.proxyPassword;
    this.listener = builder.listener;
  }

  /** Options that keep all defaults of the gateway. */
  public static HttpOptions defaults() {
    return builder().build();
  }

  /** Starts from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Where the gateway is; empty for its production address. */
  public Optional<URI> baseUrl() {
    return Optional.ofNullable(baseUrl);
  }

  /** The timeouts that are set here; for the others, those of {@code defaults}. */
  public Timeouts timeouts(Timeouts defaults) {
    return new Timeouts(
        connectTimeout != null ? connectTimeout : defaults.connect(),
        readTimeout != null ? readTimeout : defaults.read(),
        deadline != null ? deadline : defaults.deadline());
  }

  /** How often and after what pauses a request may be repeated. */
  public RetryPolicy retryPolicy() {
    return retryPolicy;
  }

  /** The caller's own client; empty if the SDK makes one. */
  public Optional<OkHttpClient> client() {
    return Optional.ofNullable(client);
  }

  /** The application's name, before the SDK's own in {@code User-Agent}. */
  public Optional<String> userAgent() {
    return Optional.ofNullable(userAgent);
  }

  /** The proxy every request goes through. */
  public Optional<InetSocketAddress> proxy() {
    return Optional.ofNullable(proxy);
  }

  /** The user the proxy knows; set together with the password. */
  public Optional<String> proxyUser() {
    return Optional.ofNullable(proxyUser);
  }

  /** The proxy's password. Keep it out of logs. */
  public Optional<String> proxyPassword() {
    return Optional.ofNullable(proxyPassword);
  }

  /** The listener that gets the events of attempts and calls. */
  public Optional<CallListener> listener() {
    return Optional.ofNullable(listener);
  }

  /** Shows addresses and times; never the proxy's password. */
  @Override
  public String toString() {
    return "HttpOptions[baseUrl="
        + baseUrl
        + ", connectTimeout="
        + connectTimeout
        + ", readTimeout="
        + readTimeout
        + ", deadline="
        + deadline
        + ", "
        + retryPolicy
        + ", proxy="
        + proxy
        + "]";
  }

  /** Builds {@link HttpOptions}. */
  public static final class Builder {
    private @Nullable URI baseUrl;
    private @Nullable Duration connectTimeout;
    private @Nullable Duration readTimeout;
    private @Nullable Duration deadline;
    private RetryPolicy retryPolicy = RetryPolicy.DEFAULT;
    private @Nullable OkHttpClient client;
    private @Nullable String userAgent;
    private @Nullable InetSocketAddress proxy;
    private @Nullable String proxyUser;
    private @Nullable String proxyPassword;
    private @Nullable CallListener listener;

    private Builder() {}

    /**
     * The address of the gateway, such as that of a sandbox. The credential is sent to this scheme,
     * host and port only.
     *
     * @throws IllegalArgumentException if it isn't an {@code https://} address ({@code http://} is
     *     allowed for loopback only), or has a user, query or fragment
     */
    public Builder baseUrl(String baseUrl) {
      URI url;
      try {
        url = URI.create(baseUrl);
      } catch (IllegalArgumentException e) {
        // The cause would quote it, and with it a password in the wrong place.
        throw new IllegalArgumentException(BASE_URL_FORM);
      }
      String host = url.getHost();
      if (host == null || url.getScheme() == null || url.getPort() > 65_535) {
        throw new IllegalArgumentException(BASE_URL_FORM);
      }
      if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getFragment() != null) {
        throw new IllegalArgumentException(
            "base URL must have no user, query or fragment: leave them off; credentials go to the"
                + " gateway's builder");
      }
      boolean https = url.getScheme().equalsIgnoreCase("https");
      boolean http = url.getScheme().equalsIgnoreCase("http");
      if (!https && !(http && host.matches(LOOPBACK))) {
        throw new IllegalArgumentException(
            "base URL must begin with https://; http:// is allowed for loopback (127.0.0.1,"
                + " localhost) only, because every request carries the credential");
      }
      this.baseUrl = url;
      return this;
    }

    /**
     * How long one connection may take, with its TLS handshake; 5 seconds by default.
     *
     * @throws IllegalArgumentException if it isn't positive: there is no "for ever"
     */
    public Builder connectTimeout(Duration connectTimeout) {
      this.connectTimeout = Timeouts.requirePositive(connectTimeout, "connect timeout");
      return this;
    }

    /**
     * How long the gateway may be silent; 60 seconds by default, 30 at Iamport.
     *
     * @throws IllegalArgumentException if it isn't positive: there is no "for ever"
     */
    public Builder readTimeout(Duration readTimeout) {
      this.readTimeout = Timeouts.requirePositive(readTimeout, "read timeout");
      return this;
    }

    /**
     * How long a whole call may take, with retries, token and lookups; 70 seconds by default. At
     * the deadline, waits and HTTP exchanges end, and the SDK sends nothing more. The deadline
     * can't end code on the calling thread that isn't the SDK's: the machine's DNS lookup, a {@link
     * CallListener}, or an interceptor, event listener or DNS of the caller's client. The call then
     * ends when that code returns. The SDK waits for a token store at most a second, or a quarter
     * of the time left.
     *
     * @throws IllegalArgumentException if it isn't positive: there is no "for ever"
     */
    public Builder deadline(Duration deadline) {
      this.deadline = Timeouts.requirePositive(deadline, "deadline");
      return this;
    }

    /** When a request is repeated, and how often; see {@link RetryPolicy#DEFAULT}. */
    public Builder retryPolicy(RetryPolicy retryPolicy) {
      this.retryPolicy = Objects.requireNonNull(retryPolicy, "retryPolicy");
      return this;
    }

    /**
     * The caller's own <a
     * href="https://square.github.io/okhttp/5.x/okhttp/okhttp3/-ok-http-client/index.html">OkHttpClient</a>.
     * The SDK uses its dispatcher, connection pool, DNS, TLS settings, proxy and interceptors, and
     * never shuts it down. For its own calls the SDK switches off redirects, retries of
     * connections, authenticators, cache and cookies, and sets its own timeouts.
     *
     * <p>Its interceptors see the credential, and run on the calling thread during the call. A
     * second {@code chain.proceed} for one request fails before anything is sent. <strong>An
     * interceptor must not send a gateway's request itself</strong>, through another client or
     * call: the SDK can't see, count or stop such a request. It may move money a second time, it
     * continues after the deadline and after {@code close()}, and if the interceptor then fails
     * without {@code chain.proceed}, the SDK reports that nothing was sent. The deadline doesn't
     * end an interceptor's own work: a call ends when its interceptors have returned.
     *
     * <p>Without this setting each gateway makes its own client, which keeps up to 512 idle
     * connections for five minutes.
     *
     * <p>The SDK brings OkHttp at run time only. If you call this method, declare {@code
     * com.squareup.okhttp3:okhttp-jvm} in the build, and on the module path {@code requires
     * okhttp3}.
     */
    public Builder client(OkHttpClient client) {
      this.client = Objects.requireNonNull(client, "client");
      return this;
    }

    /**
     * The application's name, put before the SDK's own in {@code User-Agent}.
     *
     * @throws IllegalArgumentException if it isn't visible ASCII
     */
    public Builder userAgent(String userAgent) {
      if (userAgent.isBlank() || !userAgent.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
        throw new IllegalArgumentException("user agent must be visible ASCII");
      }
      this.userAgent = userAgent;
      return this;
    }

    /**
     * An HTTP proxy for every request, in place of the client's. The credential passes it only
     * inside TLS; for an {@code http://} base URL the proxy must be on this machine.
     */
    public Builder proxy(InetSocketAddress proxy) {
      this.proxy = Objects.requireNonNull(proxy, "proxy");
      return this;
    }

    /** The proxy's user and password. Without them, a call fails if the proxy asks for a login. */
    public Builder proxyCredentials(String user, String password) {
      this.proxyUser = Objects.requireNonNull(user, "user");
      this.proxyPassword = Objects.requireNonNull(password, "password");
      return this;
    }

    /** Gets an event for every attempt and every call, for metrics: see {@link CallListener}. */
    public Builder listener(CallListener listener) {
      this.listener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /**
     * Returns the options.
     *
     * @throws IllegalArgumentException if a proxy on another machine is set for an {@code http://}
     *     base URL, here or in the client: the credential would reach it unencrypted
     */
    public HttpOptions build() {
      if (baseUrl != null && baseUrl.getScheme().equalsIgnoreCase("http")) {
        SocketAddress ofClient =
            client == null || client.proxy() == null ? null : client.proxy().address();
        if (!isHere(proxy) || (proxy == null && !isHere(ofClient))) {
          throw new IllegalArgumentException(
              "a proxy on another machine needs an https base URL: over http the credential would"
                  + " reach it unencrypted");
        }
      }
      return new HttpOptions(this);
    }

    /** Whether there is no such address, or it is one of this machine. */
    private static boolean isHere(@Nullable SocketAddress address) {
      return !(address instanceof InetSocketAddress inet)
          || (inet.getAddress() != null && inet.getAddress().isLoopbackAddress());
    }
  }
}
