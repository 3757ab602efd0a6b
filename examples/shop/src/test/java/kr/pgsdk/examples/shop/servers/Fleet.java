package kr.pgsdk.examples.shop.servers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import kr.pgsdk.sandbox.Sandbox;

/** The shop's servers over one database: some die now and then, and are started again. */
final class Fleet implements AutoCloseable {
  static final String PASSWORD = "for-the-tests";

  private static final String SEALING_KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private static final int LONGEST_WAIT_SECONDS = 60;

  private final Map<String, String> properties;
  private final List<ShopProcess> servers = new ArrayList<>();
  private final Semaphore observed = new Semaphore(0);
  private volatile boolean spared;

  Fleet(Sandbox sandbox, String database, String user, int size) throws IOException {
    properties = properties(sandbox, database, user);
    for (int i = 0; i < size; i++) {
      servers.add(ShopProcess.start(properties));
    }
    servers.forEach(ShopProcess::ready);
  }

  private static Map<String, String> properties(Sandbox sandbox, String database, String user) {
    Map<String, String> properties = new HashMap<>();
    properties.put("server.port", "0");
    properties.put("spring.profiles.active", database.split(":", 3)[1]); // jdbc:postgresql:…
    properties.put("SHOP_DATABASE_URL", database);
    properties.put("SHOP_DATABASE_USER", user);
    properties.put("shop.operator.password", PASSWORD);
    properties.put("shop.sealing-key", SEALING_KEY);
    properties.put("shop.endings.every", "500ms");
    properties.put("pgsdk.resume.every", "500ms");
    properties.put("pgsdk.toss.base-url", sandbox.tossUrl());
    properties.put("pgsdk.toss.secret-key", sandbox.tossSecretKey());
    properties.put("pgsdk.toss.client-key", sandbox.tossClientKey());
    properties.put("pgsdk.iamport.base-url", sandbox.iamportUrl());
    properties.put("pgsdk.iamport.api-key", sandbox.iamportKey());
    properties.put("pgsdk.iamport.api-secret", sandbox.iamportSecret());
    properties.put("pgsdk.iamport.imp-code", sandbox.iamportUserCode());
    properties.put("pgsdk.iamport.channel-key", "channel-key-sandbox");
    properties.put("pgsdk.portone.base-url", sandbox.portOneUrl());
    properties.put("pgsdk.portone.api-secret", sandbox.portOneApiSecret());
    properties.put("pgsdk.portone.webhook-secrets", sandbox.portOneWebhookSecret());
    properties.put("pgsdk.portone.store-id", sandbox.portOneStoreId());
    properties.put("pgsdk.portone.channel-key", sandbox.portOneChannelKey());
    return properties;
  }

  /** The address of one that takes requests, as a load balancer chooses it. */
  synchronized String any(RandomGenerator random) {
    int first = random.nextInt(servers.size());
    for (int i = 0; i < servers.size(); i++) {
      ShopProcess server = servers.get((first + i) % servers.size());
      if (server.isReady()) {
        return server.url();
      }
    }
    return servers.get(first).url();
  }

  /** A request was seen somewhere: the moments of death are counted in these. */
  void observe() {
    observed.release();
  }

  /** Kills one server after so many requests, and leaves it dead. */
  int killOne(RandomGenerator random, int requests) throws InterruptedException {
    if (!observed.tryAcquire(requests, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("fewer than " + requests + " requests: none was killed");
    }
    ShopProcess dead = all().get(random.nextInt(all().size()));
    dead.kill();
    return 1;
  }

  /**
   * Kills one server, or two, and starts them again, until {@link #spare}; returns how often. One
   * server is left, also while others are starting.
   */
  int killAtRandom(RandomGenerator random, int mostRequestsBetween) throws Exception {
    int deaths = 0;
    while (!spared) {
      int requests = 5 + random.nextInt(mostRequestsBetween);
      if (observed.tryAcquire(requests, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS) && !spared) {
        if (ready().size() < 2) {
          all().forEach(ShopProcess::ready);
        }
        List<Integer> open = ready();
        int dead = Math.min(random.nextInt(4) == 0 ? 2 : 1, open.size() - 1);
        for (int i = 0; i < dead; i++) {
          replace(open.remove(random.nextInt(open.size())));
          deaths++;
        }
        observed.drainPermits();
      }
    }
    all().forEach(ShopProcess::ready);
    return deaths;
  }

  private synchronized List<Integer> ready() {
    List<Integer> ready = new ArrayList<>();
    for (int i = 0; i < servers.size(); i++) {
      if (servers.get(i).isReady()) {
        ready.add(i);
      }
    }
    return ready;
  }

  private synchronized void replace(int number) throws IOException, InterruptedException {
    servers.get(number).kill();
    servers.set(number, ShopProcess.start(properties));
  }

  /** Kills all: nothing is done any more, but what the gateways do. */
  synchronized void killAll() throws InterruptedException {
    for (ShopProcess server : servers) {
      server.kill();
    }
  }

  /** Starts some again, when all are dead, and waits for them. */
  void start(int number) throws IOException {
    synchronized (this) {
      for (int i = 0; i < number; i++) {
        servers.set(i, ShopProcess.start(properties));
      }
    }
    all().subList(0, number).forEach(ShopProcess::ready);
  }

  private synchronized List<ShopProcess> all() {
    return List.copyOf(servers);
  }

  /** Lets the servers live from now on. */
  void spare() {
    spared = true;
    observed.release(1_000_000);
  }

  /** What the servers printed last, for a failure's message. */
  String printed() {
    StringBuilder all = new StringBuilder();
    all().forEach(server -> all.append(server.printed()).append("\n----\n"));
    return all.toString();
  }

  @Override
  public void close() {
    spare();
    all().forEach(ShopProcess::close);
  }
}
