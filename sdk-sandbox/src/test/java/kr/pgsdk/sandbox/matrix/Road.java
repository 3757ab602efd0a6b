package kr.pgsdk.sandbox.matrix;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import kr.pgsdk.core.http.HttpOptions;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The way from one gateway object to one sandbox, with what may lie on it. The request that is to
 * be struck finds no connection open, so that an obstacle to connecting can be put before it.
 */
final class Road implements AutoCloseable {
  /** What happens before a request reaches the gateway's server, or to a stream of HTTP/2. */
  enum Obstacle {
    NONE,
    REFUSED,
    NO_SUCH_NAME,
    NO_TLS,
    OTHER_HOST,
    UNKNOWN_ISSUER,
    PROXY_REFUSES;

    /** Whether it takes a gateway that speaks TLS. */
    boolean needsTls() {
      return compareTo(NO_TLS) >= 0;
    }
  }

  /** A port of the machine's own range that nobody listens at. */
  private static final int NOBODY = 1;

  /** Made once: each new one would read the machine's certificates. */
  private static final OkHttpClient BASE = new OkHttpClient();

  private final Obstacle obstacle;
  private final AtomicInteger left = new AtomicInteger();
  private final @Nullable Front front;
  private final @Nullable Front wrongFront;
  private final @Nullable PlainSpoken plain;
  private final @Nullable TunnelProxy proxy;
  private final ConnectionPool pool = new ConnectionPool();
  private final OkHttpClient client;
  private final String url;

  private volatile Predicate<String> struck = name -> false;
  private volatile int hits;
  private volatile Gate gate = Gate.IAMPORT;

  Road(Obstacle obstacle, String sandboxUrl) {
    this.obstacle = obstacle;
    this.front = obstacle.needsTls() ? new Front(Certificates.GOOD, sandboxUrl, BASE) : null;
    this.wrongFront =
        switch (obstacle) {
          case OTHER_HOST -> wrongFront(Certificates.OTHER_HOST, sandboxUrl);
          case UNKNOWN_ISSUER -> wrongFront(Certificates.UNKNOWN_ISSUER, sandboxUrl);
          default -> null;
        };
    this.plain = obstacle == Obstacle.NO_TLS ? new PlainSpoken() : null;
    this.proxy = obstacle == Obstacle.PROXY_REFUSES ? new TunnelProxy(this::meets) : null;
    int port = Integer.parseInt(sandboxUrl.substring(sandboxUrl.lastIndexOf(':') + 1));
    this.url =
        front == null
            ? "http://localhost:" + port
            : "https://localhost:" + front.address().getPort();
    this.client = client();
  }

  private static Front wrongFront(SSLSocketFactory papers, String url) {
    return new Front(papers, url, BASE);
  }

  private OkHttpClient client() {
    OkHttpClient.Builder builder =
        Certificates.trustedBy(BASE.newBuilder())
            .connectionPool(pool)
            .addInterceptor(
                chain -> {
                  arm(chain.request());
                  return chain.proceed(chain.request());
                })
            .dns(
                host -> {
                  if (obstacle == Obstacle.NO_SUCH_NAME && meets()) {
                    throw new UnknownHostException(host);
                  }
                  return List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
                });
    if (obstacle == Obstacle.REFUSED || wrongFront != null || plain != null) {
      builder.socketFactory(new Detour());
    }
    return builder.build();
  }

  /** Lays the obstacle before the requests that {@code names} chooses, {@code times} of them. */
  void lay(Gate gate, Predicate<String> names, int times) {
    this.gate = gate;
    this.hits = times;
    this.struck = names;
  }

  /** Takes everything out of the way. */
  void clear() {
    struck = name -> false;
    left.set(0);
  }

  private void arm(Request request) {
    if (struck.test(gate.name(request.method(), request.url().encodedPath()))) {
      struck = name -> false;
      left.set(hits);
      if (obstacle != Obstacle.NONE) {
        pool.evictAll();
      }
    }
  }

  /** Whether the obstacle is met now; uses it up by one. */
  private boolean meets() {
    return left.getAndUpdate(n -> n > 0 && n < Integer.MAX_VALUE ? n - 1 : n) > 0;
  }

  HttpOptions.Builder options() {
    HttpOptions.Builder options = HttpOptions.builder().baseUrl(url).client(client);
    return proxy == null ? options : options.proxy(proxy.address());
  }

  /** Sockets that end up somewhere else when the obstacle is met. */
  private final class Detour extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
          super.connect(meets() ? wrongAddress() : address, timeout);
        }
      };
    }

    private SocketAddress wrongAddress() {
      if (wrongFront != null) {
        return wrongFront.address();
      }
      return new InetSocketAddress("127.0.0.1", plain != null ? plain.port() : NOBODY);
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }

  @Override
  public void close() {
    pool.evictAll();
    if (front != null) {
      front.close();
    }
    if (wrongFront != null) {
      wrongFront.close();
    }
    if (plain != null) {
      plain.close();
    }
    if (proxy != null) {
      proxy.close();
    }
  }
}
