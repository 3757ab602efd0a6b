package kr.pgsdk.durable.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database server of this JVM, with files of its own in a temporary folder. It ends with the JVM,
 * also if that is killed.
 */
record DatabaseServer(int port, Path folder, Process watch) {
  /** Whether a server waits for its disk: tests need not, for the machine doesn't fail. */
  private static final boolean FSYNC = Boolean.getBoolean("pgsdk.databases.fsync");

  private static final int LONGEST_START_SECONDS = 60;

  /** A file in its folder: there, a server that died is started again on its data. */
  private static final String AGAIN = "again";

  /** Null if it isn't installed. */
  static @Nullable DatabaseServer postgresql() throws IOException, InterruptedException {
    Path binaries = newest(Path.of("/usr/lib/postgresql"));
    if (binaries == null) {
      return null;
    }
    return start(
        "postgres",
        """
        B=%s
        [ -d "$D/data" ] || "$B/initdb" -D "$D/data" -U pg --auth=trust -E UTF8 --no-sync >"$D/log" 2>&1
        exec "$B/postgres" -D "$D/data" -p $P -c listen_addresses=127.0.0.1 \
          -c unix_socket_directories= -c fsync=%s -c max_connections=200 \
          -c wal_level=logical >>"$D/log" 2>&1
        """
            .formatted(binaries, FSYNC ? "on" : "off"));
  }

  /** Null if it isn't installed. */
  static @Nullable DatabaseServer mariadb() throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of("/usr/sbin/mariadbd"))) {
      return null;
    }
    return start(
        "mysql",
        """
        [ -d "$D/data" ] || mariadb-install-db --no-defaults --datadir="$D/data" --skip-test-db \
          >"$D/log" 2>&1
        exec /usr/sbin/mariadbd --no-defaults --datadir="$D/data" --port=$P \
          --bind-address=127.0.0.1 --socket="$D/socket" --pid-file="$D/pid" --skip-grant-tables \
          --skip-networking=0 --max-connections=200 %s >>"$D/log" 2>&1
        """
            .formatted(FSYNC ? "" : "--innodb-flush-method=nosync --debug-no-sync"));
  }

  private static @Nullable Path newest(Path versions) throws IOException {
    if (!Files.isDirectory(versions)) {
      return null;
    }
    try (Stream<Path> all = Files.list(versions)) {
      return all.map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
          .max(Path::compareTo)
          .orElse(null);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * Starts a server by a script in which {@code $D} is its folder and {@code $P} its port. The
   * script ends with {@code exec}, so that a signal to it reaches the server.
   *
   * @param user whom root runs it as: neither server runs as root
   */
  private static DatabaseServer start(String user, String script)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("pgsdk-" + user);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    int port = freePort();
    String start = "set -e; D=%s; P=%d\n%s".formatted(folder, port, script);
    // Ends the server when this JVM is gone, however that was: at once, for nobody needs its data.
    // A shell that is still creating the data ignores the signal, hence the second loop.
    String watch =
        """
        J=%d; D=%s
        while
          "$@" & S=$!
          echo $S >$D/server
          while kill -0 $J && kill -0 $S; do sleep 0.5; done
          [ -e $D/%s ] && kill -0 $J
        do :; done
        while kill -QUIT $S; do sleep 0.2; done
        rm -rf $D
        """
            .formatted(ProcessHandle.current().pid(), folder, AGAIN);
    Stream<String> asUser =
        System.getProperty("user.name").equals("root")
            ? Stream.of("setpriv", "--reuid=" + user, "--regid=" + user, "--init-groups")
            : Stream.of();
    List<String> command =
        Stream.of(Stream.of("bash", "-c", watch, "watch"), asUser, Stream.of("bash", "-c", start))
            .flatMap(words -> words)
            .toList();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    DatabaseServer server = new DatabaseServer(port, folder, process);
    server.await();
    return server;
  }

  /** SIGKILL, as often as it is called: it starts again on its data. */
  void kill() throws IOException, InterruptedException {
    Files.writeString(folder.resolve(AGAIN), "");
    String pid = Files.readString(folder.resolve("server")).strip();
    new ProcessBuilder("kill", "-KILL", pid).start().waitFor();
  }

  /** Ends it for good. */
  void end() throws IOException, InterruptedException {
    Files.deleteIfExists(folder.resolve(AGAIN));
    String pid = Files.readString(folder.resolve("server")).strip();
    new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
  }

  /** Waits until it takes connections. */
  void await() throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Process process = watch;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
    while (!answers(port)) {
      if (!process.isAlive() || System.nanoTime() - end > 0) {
        throw new IOException(
            "no server at port " + port + ": " + (Files.exists(log) ? Files.readString(log) : ""));
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
  }

  /** PostgreSQL answers a request for TLS with one byte; MariaDB greets. */
  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      socket.setSoTimeout(1_000);
      socket.getOutputStream().write(new byte[] {0, 0, 0, 8, 4, (byte) 0xd2, 0x16, 0x2f});
      InputStream in = socket.getInputStream();
      return in.read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }
}
