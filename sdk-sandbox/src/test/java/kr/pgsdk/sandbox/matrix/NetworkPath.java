package kr.pgsdk.sandbox.matrix;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
 * The way from one gateway object to one sandbox, and what can fail on it. The request that is to
 * fail finds no connection open, so that connecting can fail.
 */
final class NetworkPath implements AutoCloseable {
  /** What happens before a request reaches the gateway's server. */
  enum NetworkFault {
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

  private final NetworkFault fault;
  private final AtomicInteger left = new AtomicInteger();
  private final @Nullable TlsFront front;
  private final @Nullable TlsFront wrongFront;
  private final @Nullable PlainHttpServer plain;
  private final @Nullable TunnelProxy proxy;
  private final ConnectionPool pool = new ConnectionPool();
  private final OkHttpClient client;
  private final String url;

  private volatile Predicate<String> hit = name -> false;
  private volatile int times;
  private volatile GatewayUnderTest gateway = GatewayUnderTest.IAMPORT;

  NetworkPath(NetworkFault fault, String sandboxUrl) {
    this.fault = fault;
    this.front = fault.needsTls() ? new TlsFront(Certificates.GOOD, sandboxUrl, BASE) : null;
    this.wrongFront =
        switch (fault) {
          case OTHER_HOST -> wrongFront(Certificates.OTHER_HOST, sandboxUrl);
          case UNKNOWN_ISSUER -> wrongFront(Certificates.UNKNOWN_ISSUER, sandboxUrl);
          default -> null;
        };
    this.plain = fault == NetworkFault.NO_TLS ? new PlainHttpServer() : null;
    this.proxy = fault == NetworkFault.PROXY_REFUSES ? new TunnelProxy(this::failsNow) : null;
    int port = Integer.parseInt(sandboxUrl.substring(sandboxUrl.lastIndexOf(':') + 1));
    this.url =
        front == null
            ? "http://localhost:" + port
            : "https://localhost:" + front.address().getPort();
    this.client = client();
  }

  private static TlsFront wrongFront(SSLSocketFactory papers, String url) {
    return new TlsFront(papers, url, BASE);
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
                  if (fault == NetworkFault.NO_SUCH_NAME && failsNow()) {
                    throw new UnknownHostException(host);
                  }
                  return List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
                });
    if (fault == NetworkFault.REFUSED || wrongFront != null || plain != null) {
      builder.socketFactory(new Detour());
    }
    return builder.build();
  }

  /** Lets connecting fail for the requests that {@code names} chooses, {@code times} of them. */
  void fail(GatewayUnderTest gateway, Predicate<String> names, int times) {
    this.gateway = gateway;
    this.times = times;
    this.hit = names;
  }

  /** Lets nothing fail any more. */
  void clear() {
    hit = name -> false;
    left.set(0);
  }

  private void arm(Request request) {
    if (hit.test(gateway.name(request.method(), request.url().encodedPath()))) {
      hit = name -> false;
      left.set(times);
      if (fault != NetworkFault.NONE) {
        pool.evictAll();
      }
    }
  }

  /** Whether it fails now; uses the fault up by one. */
  private boolean failsNow() {
    return left.getAndUpdate(n -> n > 0 && n < Integer.MAX_VALUE ? n - 1 : n) > 0;
  }

  HttpOptions.Builder options() {
    HttpOptions.Builder options = HttpOptions.builder().baseUrl(url).client(client);
    return proxy == null ? options : options.proxy(proxy.address());
  }

  /** Sockets that connect to another address when it fails. */
  private final class Detour extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
          super.connect(failsNow() ? wrongAddress() : address, timeout);
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

  /** A server that knows nothing of TLS: it answers a handshake in plain HTTP. */
  private static final class PlainHttpServer extends Listener {
    @Override
    void serve(Socket socket) throws IOException {
      socket.getOutputStream().write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
    }
  }
}
