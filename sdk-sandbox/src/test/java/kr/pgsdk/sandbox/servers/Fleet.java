package kr.pgsdk.sandbox.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import kr.pgsdk.sandbox.Sandbox;

/** The servers of one shop over one database: some die now and then, and are started again. */
final class Fleet implements AutoCloseable {
  private static final int SERVERS = 3;
  private static final int LONGEST_WAIT_SECONDS = 60;

  private final Sandbox sandbox;
  private final String database;
  private final List<Server> servers = new ArrayList<>();
  private final Semaphore observed = new Semaphore(0);
  private volatile boolean spared;

  Fleet(Sandbox sandbox, String database) {
    this.sandbox = sandbox;
    this.database = database;
    for (int i = 0; i < SERVERS; i++) {
      servers.add(start(i));
    }
    servers.forEach(Server::ready);
  }

  /** The first one's clock is right, one is an hour ahead, one behind. One doesn't resume. */
  private Server start(int number) {
    String clock = "clock=" + List.of("PT0S", "PT1H", "PT-1H").get(number);
    return number == 0
        ? Server.start(sandbox, database, clock)
        : Server.start(sandbox, database, clock, "resumes=PT0.3S");
  }

  int size() {
    return SERVERS;
  }

  synchronized Server server(int number) {
    return servers.get(number);
  }

  /** One that takes requests, as a load balancer chooses it. It may die before it answers. */
  Server any(RandomGenerator random) {
    int first = random.nextInt(SERVERS);
    for (int i = 0; i < SERVERS; i++) {
      Server server = server((first + i) % SERVERS);
      if (server.isReady()) {
        return server;
      }
    }
    return server(first);
  }

  /** A request was seen somewhere: the moments of death are counted in these. */
  void observe() {
    observed.release();
  }

  /** What dies at random moments, and lives again when this returns. */
  interface Death {
    void kill(RandomGenerator random) throws Exception;
  }

  /** Lets something die again and again, until {@link #spare}; returns how often. */
  int atRandom(RandomGenerator random, int mostRequestsBetween, Death death) throws Exception {
    int deaths = 0;
    while (!spared) {
      int requests = 10 + random.nextInt(mostRequestsBetween);
      if (observed.tryAcquire(requests, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS) && !spared) {
        death.kill(random);
        deaths++;
        observed.drainPermits();
      }
    }
    return deaths;
  }

  /** Kills one server or two, and starts them again. */
  void killSome(RandomGenerator random) throws InterruptedException {
    int first = random.nextInt(SERVERS);
    int dead = random.nextInt(4) == 0 ? 2 : 1;
    for (int i = 0; i < dead; i++) {
      server((first + i) % SERVERS).kill();
    }
    for (int i = 0; i < dead; i++) {
      replace((first + i) % SERVERS);
    }
    for (int i = 0; i < dead; i++) {
      server((first + i) % SERVERS).ready();
    }
  }

  private synchronized void replace(int number) {
    servers.set(number, start(number));
  }

  /** Lets the servers live from now on. */
  void spare() {
    spared = true;
    observed.release(1_000_000);
  }

  /** Asks all at once, and waits. */
  List<String> askAll(String target) {
    return servers.stream().map(server -> server.post(target)).toList().stream()
        .map(answer -> answer.join())
        .toList();
  }

  /** What the servers printed last, for a failure's message. */
  String printed() {
    StringBuilder all = new StringBuilder();
    servers.forEach(server -> all.append(server.printed()).append("\n----\n"));
    return all.toString();
  }

  @Override
  public void close() {
    spare();
    servers.forEach(Server::close);
  }
}
