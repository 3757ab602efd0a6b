package kr.pgsdk.examples.shop.servers;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.random.RandomGenerator;
import kr.pgsdk.examples.shop.Visitor;

/** One of the shop's people: logged in at one server, and again at another when that dies. */
final class Operator {
  private final Fleet fleet;
  private final RandomGenerator random;

  Operator(Fleet fleet, RandomGenerator random) {
    this.fleet = fleet;
    this.random = random;
  }

  /** Refunds a part of an order. */
  HttpResponse<String> refunds(String order, long won) throws IOException, InterruptedException {
    String form = "/operator/orders/" + order + "/refund";
    return logsIn().post(form, "amount", String.valueOf(won), "reason", "a chipped cup");
  }

  /** Looks at a page. */
  String reads(String page) throws IOException, InterruptedException {
    return logsIn().get(page).body();
  }

  private Visitor logsIn() throws IOException, InterruptedException {
    String server = fleet.any(random);
    Visitor visitor = new Visitor(() -> server);
    visitor.post("/operator/login", "username", "operator", "password", Fleet.PASSWORD);
    return visitor;
  }
}
