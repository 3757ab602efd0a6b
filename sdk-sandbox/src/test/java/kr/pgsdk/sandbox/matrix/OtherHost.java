package kr.pgsdk.sandbox.matrix;

import java.io.IOException;
import java.net.InetAddress;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** OtherRefund host, that nobody has any business with. Shared: whoever comes is one too many. */
final class OtherHost {
  private static final MockWebServer SERVER = new MockWebServer();

  static {
    SERVER.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().body("{}").build();
          }
        });
    try {
      SERVER.start(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), 0);
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private OtherHost() {}

  static String url() {
    return "http://127.0.0.1:" + SERVER.getPort() + "/elsewhere";
  }

  static int requests() {
    return SERVER.getRequestCount();
  }
}
