package kr.pgsdk.examples.shop.servers;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.examples.shop.Visitor;
import kr.pgsdk.sandbox.SandboxWebhook;

/** A visitor of several servers, who asks again while they die: a post may be executed twice. */
final class PatientVisitor {
  static final int MOST_TRIES = 200;

  private static final Pattern STANDING = Pattern.compile("data-standing=\"([A-Z_]+)\"");

  private final Fleet fleet;
  private final Visitor visitor;

  PatientVisitor(Fleet fleet, RandomGenerator random) {
    this.fleet = fleet;
    this.visitor =
        new Visitor(
            () -> {
              fleet.observe();
              return fleet.any(random);
            });
  }

  HttpResponse<String> get(String path) {
    return surely(() -> visitor.get(path));
  }

  HttpResponse<String> post(String path, String... form) {
    return surely(() -> visitor.post(path, form));
  }

  /** Asks, and waits for no answer: the server may die of it. */
  CompletableFuture<?> later(String path) {
    try {
      return visitor.getLater(path).exceptionally(killed -> null);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  /** A server notes the webhook; the gateway sends it again to another if that was killed. */
  void hears(String account, SandboxWebhook webhook) {
    surely(() -> visitor.hook("/pg/webhooks/" + account, webhook));
  }

  /** Where the order's page says that it stands. */
  String standing(String order) {
    HttpResponse<String> page = get("/orders/" + order);
    Matcher standing = STANDING.matcher(page.body());
    return standing.find() ? standing.group(1) : String.valueOf(page.statusCode());
  }

  /** Asks until some server answers. */
  <T> T surely(Callable<T> asking) {
    Exception last = null;
    for (int i = 0; i < MOST_TRIES; i++) {
      try {
        return asking.call();
      } catch (IOException e) {
        last = e;
      } catch (Exception e) {
        throw new CompletionException(e);
      }
    }
    throw new AssertionError("no server answers: " + last + "\n" + fleet.printed(), last);
  }
}
