package kr.pgsdk.sandbox.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import kr.pgsdk.sandbox.SandboxClock;
import kr.pgsdk.sandbox.iamport.IamportSimulation;
import kr.pgsdk.sandbox.portone.PortOneSimulation;
import kr.pgsdk.sandbox.toss.TossSimulation;
import kr.pgsdk.sandbox.wire.WireRequest;
import kr.pgsdk.sandbox.wire.WireResponse;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * The server of the gateways' scripts and of the payment window: a host of its own beside the
 * gateways, as the real ones have. No fault hits it, and no journal has its requests.
 */
public final class WindowServer extends Dispatcher implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private final WindowRoutes routes;

  private WindowServer(WindowRoutes routes) {
    this.routes = routes;
  }

  /**
   * Starts to listen on loopback; port 0 is any free one.
   *
   * @throws UncheckedIOException if the port can't be had
   */
  public static WindowServer start(
      int port,
      IamportSimulation iamport,
      ShopLine ofIamport,
      TossSimulation toss,
      ShopLine ofToss,
      PortOneSimulation portOne,
      ShopLine ofPortOne,
      SandboxClock clock,
      RandomGenerator random) {
    List<PaymentWindow> windows =
        List.of(
            new IamportWindow(iamport.checkout(), iamport.userCode(), ofIamport, clock),
            new TossWindow(
                toss.checkout(),
                new TossRequests(toss.clientKey(), toss.widgetClientKey()),
                ofToss),
            new PortOneWindow(
                portOne.checkout(),
                portOne.agreements(),
                new PortOneRequests(portOne.checkout(), clock),
                ofPortOne,
                random));
    BankRoutes bank =
        new BankRoutes(
            Map.of("iamport", iamport.bank(), "toss", toss.bank(), "portone", portOne.bank()),
            Map.of("iamport", ofIamport, "toss", ofToss, "portone", ofPortOne),
            clock);
    WindowServer started = new WindowServer(new WindowRoutes(windows, bank, random));
    started.listen(port);
    return started;
  }

  private void listen(int port) {
    server.setDispatcher(this);
    try {
      server.start(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), port);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the sandbox's payment window can't listen on port " + port + ": " + e.getMessage(), e);
    }
  }

  /** Its base URL, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  @Override
  public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
    // They are never taken from there, and would pile up.
    server.takeRequest(0, TimeUnit.MILLISECONDS);
    String body = recorded.getBody() == null ? "" : recorded.getBody().utf8();
    WireRequest request =
        new WireRequest(
            0,
            recorded.getMethod(),
            recorded.getTarget(),
            recorded.getHeaders().toMultimap(),
            body);
    WireResponse answer;
    try {
      answer = routes.answer(request);
    } catch (RuntimeException e) {
      answer = WireResponse.of(500, "text/plain; charset=utf-8", "a defect of the sandbox: " + e);
    }
    MockResponse.Builder response = new MockResponse.Builder().code(answer.status());
    answer.headers().forEach(header -> response.addHeader(header.getKey(), header.getValue()));
    return response.body(answer.body()).build();
  }

  /** Stops listening. */
  @Override
  public void close() {
    server.close();
  }
}
