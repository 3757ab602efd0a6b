package kr.pgsdk.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A shop that notes the webhooks it gets, and answers each with the same status. */
final class WebhookShop implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private final LinkedBlockingQueue<RecordedRequest> arrived = new LinkedBlockingQueue<>();
  private final List<RecordedRequest> seen = new ArrayList<>();
  private volatile int status;

  static WebhookShop start(int status) throws IOException {
    WebhookShop shop = new WebhookShop();
    shop.status = status;
    shop.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            shop.arrived.add(request);
            return new MockResponse.Builder().code(shop.status).build();
          }
        });
    shop.server.start();
    return shop;
  }

  /** Answers so from now on. */
  void answer(int other) {
    status = other;
  }

  URI url() {
    return server.url("/hook").uri();
  }

  /** All webhooks so far, once there are this many. */
  List<RecordedRequest> await(int count) {
    try {
      while (seen.size() < count) {
        RecordedRequest next = arrived.poll(100, TimeUnit.SECONDS);
        if (next == null) {
          throw new AssertionError(seen.size() + " of " + count + " webhooks came");
        }
        seen.add(next);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return List.copyOf(seen);
  }

  /** How many came. */
  int count() {
    arrived.drainTo(seen);
    return seen.size();
  }

  @Override
  public void close() {
    server.close();
  }
}
