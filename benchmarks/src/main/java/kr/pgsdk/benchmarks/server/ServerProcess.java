package kr.pgsdk.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kr.pgsdk.benchmarks.Jvm;

/** A {@link Server} in a process of its own, which ends with {@link #close()} or with us. */
public final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final ServerControl control;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.control = ServerControl.of(port);
  }

  /** Starts one, and returns when it serves. */
  public static ServerProcess start() throws IOException {
    List<String> command =
        Jvm.current().command(List.of("-XX:+UseSerialGC", "-Xms256m", "-Xmx256m"), Server.class);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String port =
        new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))
            .readLine();
    if (port == null) {
      throw new IOException("the server ended before it said its port");
    }
    return new ServerProcess(process, Integer.parseInt(port));
  }

  /** The base URL, for both gateways. */
  public String url() {
    return control.url();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
  }
}
