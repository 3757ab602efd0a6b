package kr.pgsdk.sandbox.async;

import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.async.AsyncCall;
import kr.pgsdk.core.async.AsyncPaymentGateway;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.InjectedFault;
import kr.pgsdk.sandbox.Sandbox;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One call brought to a {@link CallPhase} and ended there. Everything that could end it otherwise
 * takes a minute.
 */
final class EndingScenario implements AutoCloseable {
  static final Duration LONG = Duration.ofSeconds(100);
  private static final Money PRICE = Money.krw(15_000);

  final Sandbox sandbox = Sandbox.start();
  private final Threads threads;
  private final List<AutoCloseable> sockets = new ArrayList<>();
  private final Map<String, CountDownLatch> events = new ConcurrentHashMap<>();
  private final OkHttpClient client =
      new OkHttpClient.Builder().eventListener(new Listener()).build();
  private final List<AsyncCall<?>> others = new ArrayList<>();
  private @Nullable PaymentGateway gateway;
  private @Nullable AsyncPaymentGateway async;
  private volatile @Nullable Thread thread;
  private final AtomicBoolean flagAfterwards = new AtomicBoolean();

  private EndingScenario(Threads threads) {
    this.threads = threads;
  }

  /** Runs one scenario; fails with an {@link AssertionError} unless it ends as it must. */
  static void run(CallPhase phase, CallPhase.Way way, Threads threads) throws Exception {
    try (EndingScenario scenario = new EndingScenario(threads)) {
      AsyncCall<?> call = phase.reach(scenario);
      Thread thread = scenario.thread();
      int sent =
          scenario.sandbox.toss().journal().count() + scenario.sandbox.iamport().journal().count();
      switch (way) {
        case CLOSE -> scenario.gateway().close();
        case CANCEL -> call.cancel(true);
        case INTERRUPT -> thread.interrupt();
      }
      Object end =
          call.outcome()
              .<Object>handle((value, failure) -> failure != null ? failure : value)
              .get(LONG.toSeconds(), TimeUnit.SECONDS);
      thread.join(LONG.toMillis());
      assertThat(end).isInstanceOf(phase.expected(way));
      assertThat(call.isCancelled()).isEqualTo(way == CallPhase.Way.CANCEL);
      assertThat(call).isCompletedExceptionally();
      assertThat(scenario.flagAfterwards.get()).isEqualTo(way == CallPhase.Way.INTERRUPT);
      assertThat(
              scenario.sandbox.toss().journal().count()
                  + scenario.sandbox.iamport().journal().count())
          .as("requests, once the call was ended")
          .isEqualTo(sent);
    }
  }

  static void await(CountDownLatch latch, String what) throws InterruptedException {
    assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS)).as(what).isTrue();
  }

  void awaitEvent(String name) throws InterruptedException {
    await(latch(name), name);
  }

  /** Waits until the thread of the last call waits with a timeout, as only waits of ours do. */
  void awaitThreadWaiting() {
    long giveUp = System.nanoTime() + LONG.toNanos();
    while (thread().getState() != Thread.State.TIMED_WAITING) {
      assertThat(System.nanoTime() - giveUp).as("it is %s", thread().getState()).isNegative();
      Thread.yield();
    }
  }

  /** Another call that closing must end, too. */
  void alsoUnderWay(AsyncCall<?> call) {
    others.add(call);
  }

  /** A port whose queue of connections is full: no more are answered. */
  int portThatNeverAnswers() throws IOException {
    ServerSocket server = server(1);
    for (int i = 0; i < 4; i++) {
      SocketChannel channel = SocketChannel.open();
      sockets.add(channel);
      channel.configureBlocking(false);
      channel.connect(new InetSocketAddress(loopback(), server.getLocalPort()));
    }
    return server.getLocalPort();
  }

  /** A port that takes connections, and nothing from them. */
  int portThatNeverReads() throws IOException {
    return server(50).getLocalPort();
  }

  private ServerSocket server(int backlog) throws IOException {
    ServerSocket server = new ServerSocket();
    sockets.add(server);
    server.setReceiveBufferSize(4096);
    server.bind(new InetSocketAddress(loopback(), 0), backlog);
    return server;
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
  }

  AsyncCall<?> confirmAt(String scheme, int port) {
    return confirmAt(scheme, port, CallOptions.builder().build());
  }

  AsyncCall<?> confirmAt(String scheme, int port, CallOptions options) {
    return tossAt(scheme + "://127.0.0.1:" + port)
        .with(options)
        .confirm(
            ConfirmRequest.builder(PaymentId.of("key-1"), OrderId.of("order-1"), PRICE).build());
  }

  AsyncPaymentGateway toss() {
    return tossAt(sandbox.tossUrl());
  }

  private AsyncPaymentGateway tossAt(String url) {
    return async(() -> Gateways.toss(sandbox).http(http(url)).build());
  }

  AsyncPaymentGateway iamport(@Nullable TokenStore store) {
    return async(
        () -> {
          IamportGateway.Builder builder =
              Gateways.iamport(sandbox).http(http(sandbox.iamportUrl()));
          return (store == null ? builder : builder.tokenStore(store)).build();
        });
  }

  private HttpOptions http(String url) {
    Duration minute = Duration.ofMinutes(1);
    return HttpOptions.builder()
        .baseUrl(url)
        .client(client)
        .connectTimeout(minute)
        .readTimeout(minute)
        .deadline(minute)
        .build();
  }

  private AsyncPaymentGateway async(Supplier<PaymentGateway> open) {
    AsyncPaymentGateway known = async;
    if (known != null) {
      return known;
    }
    PaymentGateway opened = open.get();
    AsyncPaymentGateway made = AsyncPaymentGateway.of(opened, this::onNewThread);
    gateway = opened;
    async = made;
    return made;
  }

  private void onNewThread(Runnable task) {
    Thread made =
        threads
            .factory()
            .newThread(
                () -> {
                  task.run();
                  if (Thread.currentThread() == thread) {
                    flagAfterwards.set(Thread.currentThread().isInterrupted());
                  }
                });
    thread = made;
    made.start();
  }

  private Thread thread() {
    return Objects.requireNonNull(thread);
  }

  private PaymentGateway gateway() {
    return Objects.requireNonNull(gateway);
  }

  ConfirmRequest tossConfirm() {
    OrderId orderId = OrderId.random();
    BrowserReturn returned = sandbox.buyer().onToss().authenticate(orderId, PRICE);
    return ConfirmRequest.builder(returned.paymentId(), orderId, PRICE).build();
  }

  CancelRequest tossCancel() {
    ConfirmRequest paid = tossConfirm();
    toss().confirm(paid).join();
    return cancel(paid.paymentId());
  }

  CancelRequest iamportCancel() {
    return cancel(sandbox.buyer().onIamport().pay(OrderId.random(), PRICE).paymentId());
  }

  private static CancelRequest cancel(PaymentId paymentId) {
    return CancelRequest.full(paymentId, "changed mind").expectedBalance(PRICE).build();
  }

  InjectedFault stalledToken() {
    return sandbox.iamport().inject(Fault.of(STALL_BEFORE_EXECUTION).on("POST", "/users/getToken"));
  }

  private CountDownLatch latch(String event) {
    return events.computeIfAbsent(event, unused -> new CountDownLatch(1));
  }

  @Override
  public void close() throws Exception {
    if (gateway != null) {
      gateway.close();
    }
    for (AsyncCall<?> other : others) {
      other.outcome().handle((value, failure) -> null).get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
    for (AutoCloseable socket : sockets) {
      socket.close();
    }
    client.connectionPool().evictAll();
    sandbox.close();
  }

  private final class Listener extends EventListener {
    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
      latch("connectStart").countDown();
    }

    @Override
    public void secureConnectStart(Call call) {
      latch("secureConnectStart").countDown();
    }

    @Override
    public void requestHeadersStart(Call call) {
      latch("requestHeadersStart").countDown();
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
      latch("responseHeadersEnd").countDown();
    }

    @Override
    public void responseBodyStart(Call call) {
      latch("responseBodyStart").countDown();
    }

    @Override
    public void callEnd(Call call) {
      latch("callEnd").countDown();
    }
  }
}
