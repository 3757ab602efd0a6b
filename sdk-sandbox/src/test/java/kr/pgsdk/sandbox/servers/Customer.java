package kr.pgsdk.sandbox.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;
import kr.pgsdk.sandbox.SandboxWebhook;

/** One buyer with one order, and what he or she, the gateway and the shop's staff make of it. */
final class Customer {
  private static final long LONGEST_TRYING = TimeUnit.SECONDS.toNanos(60);
  private static final int MOST_RELOADS = 5;

  private final Sandbox sandbox;
  private final Fleet fleet;
  private final RandomGenerator random;
  final boolean toss;
  final OrderId order;
  final long price;
  final List<String> refunds = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  Customer(Sandbox sandbox, Fleet fleet, RandomGenerator random, int number) {
    this.sandbox = sandbox;
    this.fleet = fleet;
    this.random = random;
    this.toss = random.nextBoolean();
    this.order = OrderId.of("order-" + number);
    this.price = 10_000L + number;
  }

  SandboxGateway gateway() {
    return toss ? sandbox.toss() : sandbox.iamport();
  }

  /** What the servers answered, for a failure's message. */
  String story() {
    return order + (toss ? " at Toss " : " at Iamport ") + told;
  }

  void run() {
    String account = toss ? ShopServer.TOSS : ShopServer.IAMPORT;
    String open = "/open?order=%s&won=%d&account=%s".formatted(order, price, account);
    until(open, "Ready");
    switch (random.nextInt(16)) {
      case 0 -> comeBack(abandoned());
      case 1 -> payIntoAccount();
      case 2 -> payInTwoTabs();
      case 3 -> payWhileItIsClosed();
      default -> pay();
    }
  }

  private Money won() {
    return Money.krw(price);
  }

  private BrowserReturn abandoned() {
    return toss
        ? sandbox.buyer().onToss().abandon(order, won())
        : sandbox.buyer().onIamport().abandon(order, won());
  }

  private BrowserReturn checkout() {
    return toss
        ? sandbox.buyer().onToss().authenticate(order, won())
        : sandbox.buyer().onIamport().pay(order, won());
  }

  private void pay() {
    if (comeBack(checkout()) && random.nextBoolean()) {
      refund();
    }
  }

  private void payIntoAccount() {
    BrowserReturn back =
        toss
            ? sandbox.buyer().onToss().chooseVirtualAccount(order, won())
            : sandbox.buyer().onIamport().chooseVirtualAccount(order, won());
    until(redirect(back), "AwaitingDeposit");
    if (random.nextBoolean()) {
      if (toss) {
        sandbox.buyer().onToss().deposit(back.paymentId());
      } else {
        sandbox.buyer().onIamport().deposit(back.paymentId());
      }
      comeBack(back);
    }
  }

  private void payInTwoTabs() {
    BrowserReturn one = toss ? checkout() : abandoned();
    BrowserReturn two = toss ? checkout() : abandoned();
    if (!toss) {
      sandbox.buyer().onIamport().payAfterAll(one.paymentId());
      sandbox.buyer().onIamport().payAfterAll(two.paymentId());
    }
    CompletableFuture<String> first = post(redirect(one));
    comeBack(two);
    first.join();
    comeBack(one);
    if (!toss) {
      hear(one); // of a second payment the gateway tells only by its webhook
      hear(two);
    }
  }

  /** A server notes the webhook. */
  private void hear(BrowserReturn back) {
    SandboxWebhook webhook = gateway().webhooks(back.paymentId()).get(0);
    until("webhook", "200", () -> send(webhook));
  }

  private CompletableFuture<String> send(SandboxWebhook webhook) {
    fleet.observe();
    return fleet.any(random).post(toss ? "/toss/webhook" : "/iamport/webhook", webhook);
  }

  private void payWhileItIsClosed() {
    CompletableFuture<String> closing = post("/close?order=" + order);
    comeBack(checkout());
    closing.join();
  }

  private String redirect(BrowserReturn back) {
    return toss
        ? "/toss/return?" + sandbox.buyer().onToss().successQuery(back)
        : "/iamport/return?" + sandbox.buyer().onIamport().redirectQuery(back);
  }

  /** One to three servers get the redirect, up to two webhooks come in between; then reloads. */
  private boolean comeBack(BrowserReturn back) {
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      all.add(post(redirect(back)));
    }
    List<SandboxWebhook> webhooks = gateway().webhooks(back.paymentId());
    for (int i = webhooks.isEmpty() ? 0 : random.nextInt(3); i > 0; i--) {
      all.add(send(webhooks.get(random.nextInt(webhooks.size()))));
    }
    boolean paid = false;
    for (CompletableFuture<String> answer : all) {
      paid |= note("return", answer.join()).equals("Paid");
    }
    for (int i = 0; !paid && i < MOST_RELOADS; i++) {
      paid = note("reload", post(redirect(back)).join()).equals("Paid");
    }
    return paid;
  }

  /** The staff refund a part, or two, or all; a request is made of up to three servers. */
  private void refund() {
    int count = 1 + random.nextInt(2);
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean whole = i == 1 && random.nextBoolean();
      String id = order + "-" + i;
      refunds.add(id);
      String asked = "order=" + order + "&id=" + id + (whole ? "" : "&won=" + (1_000 + i));
      for (int servers = random.nextInt(3); servers >= 0; servers--) {
        all.add(post((random.nextBoolean() ? "/refund?" : "/request-refund?") + asked));
      }
    }
    all.forEach(answer -> note("refund", answer.join()));
  }

  private CompletableFuture<String> post(String target) {
    fleet.observe();
    return fleet.any(random).post(target);
  }

  /** A person tries again until it works, whatever dies meanwhile. */
  private void until(String target, String answer) {
    until(target, answer, () -> post(target));
  }

  private void until(String what, String answer, Supplier<CompletableFuture<String>> trying) {
    long start = System.nanoTime();
    while (!note(what, trying.get().join()).equals(answer)) {
      if (System.nanoTime() - start > LONGEST_TRYING) {
        throw new AssertionError(story());
      }
    }
  }

  private String note(String what, String answer) {
    if (told.size() < 100) {
      told.add(what + ": " + answer);
    }
    return answer;
  }
}
