package kr.pgsdk.examples.shop.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxWebhook;

/** One buyer with one order: each request goes to any server, and some go to several. */
final class Customer {
  private static final Pattern ORDER = Pattern.compile("/orders/([0-9A-Za-z_=-]{6,64})");
  private static final int MOST_RELOADS = 20;
  private static final String[] ACCOUNT = {
    "bank", "SHINHAN", "number", "110123456789", "holder", "Kim"
  };

  private final Sandbox sandbox;
  private final Fleet fleet;
  private final Books books;
  private final RandomGenerator random;
  private final PatientVisitor visitor;
  private final AtGateway gateway;
  private final List<String> told = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  Customer(Sandbox sandbox, Fleet fleet, Books books, RandomGenerator random) {
    this.sandbox = sandbox;
    this.fleet = fleet;
    this.books = books;
    this.random = random;
    this.gateway = AtGateway.values()[random.nextInt(AtGateway.values().length)];
    this.visitor = new PatientVisitor(fleet, random);
  }

  /** What was done and seen, for a failure's message. */
  String story() {
    return "at " + gateway + " " + told;
  }

  void run() {
    visitor.get("/");
    switch (random.nextInt(8)) {
      case 0 -> chargesPoints();
      case 1 -> booksASeat();
      case 2 -> spendsPoints();
      default -> buysGoods(0);
    }
  }

  private void buysGoods(long points) {
    for (int i = random.nextInt(2); i >= 0; i--) {
      String product = List.of("sejak", "ujeon", "gaewan").get(random.nextInt(3));
      String quantity = String.valueOf(1 + random.nextInt(3));
      HttpResponse<String> added = visitor.post("/cart", "product", product, "quantity", quantity);
      assertThat(added.statusCode()).as(added.body()).isEqualTo(302);
    }
    boolean account = points == 0 && random.nextInt(6) == 0;
    pays(
        places(
            "/order",
            "receiver",
            "김고요",
            "address",
            "하동",
            "spend",
            String.valueOf(points),
            "account",
            gateway.account(),
            "method",
            account ? "VIRTUAL_ACCOUNT" : "CARD"),
        account);
  }

  private void chargesPoints() {
    pays(charge(), false);
  }

  private String charge() {
    return places("/points", "amount", "10000", "account", gateway.account(), "method", "CARD");
  }

  private void spendsPoints() {
    String order = charge();
    opens(order);
    if (comesBack(order, checkout(order))) {
      buysGoods(10_000);
    }
  }

  /** Four seats for all: whoever finds none goes away. */
  private void booksASeat() {
    for (String seat : List.of("A1", "A2", "B1", "B2")) {
      HttpResponse<String> answer =
          visitor.post(
              "/gatherings/evening",
              "seat",
              seat,
              "name",
              "김고요",
              "account",
              gateway.account(),
              "method",
              "CARD");
      if (answer.statusCode() == 302) {
        pays(newest(), false);
        return;
      }
    }
    told.add("no seat");
  }

  /** Places an order, and finds it again if the answer was lost. */
  private String places(String path, String... form) {
    HttpResponse<String> answer = visitor.post(path, form);
    for (int i = 0; i < PatientVisitor.MOST_TRIES; i++) {
      String order = newest();
      if (order != null) {
        told.add(order + " by " + path);
        return order;
      }
      answer = visitor.post(path, form);
    }
    throw new AssertionError("no order: " + answer.statusCode() + " " + answer.body());
  }

  private String newest() {
    Matcher orders = ORDER.matcher(visitor.get("/orders").body());
    String order = null;
    while (orders.find()) {
      if (known.add(orders.group(1)) && order == null) {
        order = orders.group(1);
      }
    }
    return order;
  }

  private void pays(String order, boolean account) {
    opens(order);
    if (account) {
      paysIntoAccount(order);
      return;
    }
    switch (random.nextInt(12)) {
      case 0 -> givesUp(order);
      case 1 -> paysInTwoTabs(order);
      case 2 -> paysWhileGivingUp(order);
      case 3 -> told.add("went away");
      default -> {
        if (comesBack(order, checkout(order)) && random.nextBoolean()) {
          wantsMoneyBack(order);
        }
      }
    }
  }

  /** The checkout page, until there is a button. */
  private void opens(String order) {
    HttpResponse<String> page = null;
    for (int i = 0; i < PatientVisitor.MOST_TRIES; i++) {
      page = visitor.get("/orders/" + order + "/pay");
      if (page.statusCode() == 200 && page.body().contains("id=\"pay-button\"")) {
        return;
      }
    }
    throw new AssertionError("no checkout: " + page.statusCode() + " " + page.body());
  }

  private Money price(String order) {
    return Money.krw(books.number("select price from shop_order where order_id = ?", order));
  }

  private BrowserReturn checkout(String order) {
    return gateway.pays(sandbox.buyer(), OrderId.of(order), price(order));
  }

  private void paysIntoAccount(String order) {
    BrowserReturn back = gateway.takesAccount(sandbox.buyer(), OrderId.of(order), price(order));
    comesBack(order, back);
    if (random.nextInt(3) == 0) {
      givesUp(order);
      return;
    }
    try {
      gateway.deposits(sandbox.buyer(), back.paymentId());
      told.add("deposited");
    } catch (IllegalStateException e) {
      told.add("couldn't deposit: " + e.getMessage());
    }
    hears(back);
    if (comesBack(order, back) && random.nextBoolean()) {
      visitor.post("/orders/" + order + "/cancel", ACCOUNT);
      told.add("cancelled a deposit");
    }
  }

  private void paysInTwoTabs(String order) {
    List<BrowserReturn> both = gateway.paysTwice(sandbox.buyer(), OrderId.of(order), price(order));
    BrowserReturn one = both.get(0);
    BrowserReturn two = both.get(1);
    told.add("two tabs");
    CompletableFuture<?> first = visitor.later(redirect(one));
    comesBack(order, two);
    first.join();
    comesBack(order, one);
    hears(one); // of a second payment Iamport tells only by its webhook
    hears(two);
  }

  private void paysWhileGivingUp(String order) {
    BrowserReturn back = checkout(order);
    CompletableFuture<?> coming = visitor.later(redirect(back));
    givesUp(order);
    coming.join();
    comesBack(order, back);
    hears(back);
  }

  private void givesUp(String order) {
    told.add("give up: " + visitor.post("/orders/" + order + "/give-up", "x", "1").statusCode());
  }

  /** One to three servers get the redirect, up to two webhooks come in between; then reloads. */
  private boolean comesBack(String order, BrowserReturn back) {
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      all.add(visitor.later(redirect(back)));
    }
    List<SandboxWebhook> webhooks = gateway.server(sandbox).webhooks(back.paymentId());
    for (int i = webhooks.isEmpty() ? 0 : random.nextInt(3); i > 0; i--) {
      visitor.hears(gateway.account(), webhooks.get(random.nextInt(webhooks.size())));
    }
    all.forEach(CompletableFuture::join);
    for (int i = 0; i < MOST_RELOADS; i++) {
      visitor.get(redirect(back));
      String standing = visitor.standing(order);
      told.add(standing);
      if (!List.of("OPEN", "CHECKING", "PREPARING").contains(standing)) {
        return standing.equals("PAID");
      }
    }
    return false;
  }

  private String redirect(BrowserReturn back) {
    return gateway.redirect(sandbox.buyer(), back);
  }

  /** The buyer cancels, in one tab or two, or the shop's people refund a part, once or twice. */
  private void wantsMoneyBack(String order) {
    if (random.nextBoolean()) {
      for (int i = random.nextInt(2); i >= 0; i--) {
        told.add("cancel: " + visitor.post("/orders/" + order + "/cancel", "x", "1").statusCode());
      }
    } else {
      Operator operator = new Operator(fleet, random);
      for (int i = random.nextInt(2); i >= 0; i--) {
        told.add("part: " + visitor.surely(() -> operator.refunds(order, 1_000)).statusCode());
      }
    }
  }

  private void hears(BrowserReturn back) {
    gateway
        .server(sandbox)
        .webhooks(back.paymentId())
        .forEach(webhook -> visitor.hears(gateway.account(), webhook));
  }
}
