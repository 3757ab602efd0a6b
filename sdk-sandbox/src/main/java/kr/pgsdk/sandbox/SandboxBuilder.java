package kr.pgsdk.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Settings of a sandbox. */
public final class SandboxBuilder {
  final Set<Switch> switches = EnumSet.noneOf(Switch.class);
  int iamportPort;
  int tossPort;
  int portOnePort;
  int windowPort;
  boolean controls;
  Clock clock = Clock.systemUTC();
  RandomGenerator random = new SecureRandom();

  SandboxBuilder() {}

  /** The port of Iamport; 0, the default, is any free one. */
  public SandboxBuilder iamportPort(int port) {
    iamportPort = port;
    return this;
  }

  /** The port of Toss; 0, the default, is any free one. */
  public SandboxBuilder tossPort(int port) {
    tossPort = port;
    return this;
  }

  /** The port of PortOne V2; 0, the default, is any free one. */
  public SandboxBuilder portOnePort(int port) {
    portOnePort = port;
    return this;
  }

  /** The port of the payment window and its scripts; 0, the default, is any free one. */
  public SandboxBuilder windowPort(int port) {
    windowPort = port;
    return this;
  }

  /** Turns these on; all others stay as they are. */
  public SandboxBuilder switches(Switch... on) {
    switches.addAll(List.of(on));
    return this;
  }

  /**
   * Whether the servers have paths under {@code /sandbox}, for people and for shops in other
   * processes: to play the buyer, send webhooks, move the clock and let things go wrong. {@code GET
   * /sandbox} describes them. They take no credential, no fault hits them, and the journal doesn't
   * have them. Off by default: then these paths are as unknown as at the real gateways.
   */
  public SandboxBuilder controls(boolean on) {
    controls = on;
    return this;
  }

  /** The clock that {@link Sandbox#clock} starts from; the system's by default. */
  public SandboxBuilder clock(Clock start) {
    clock = start;
    return this;
  }

  /** Where ids and keys come from: a seeded generator makes them repeatable. */
  public SandboxBuilder random(RandomGenerator source) {
    random = source;
    return this;
  }

  /**
   * Starts all gateways.
   *
   * @throws java.io.UncheckedIOException if a port can't be had; the message names it
   * @throws IllegalStateException if the OkHttp on the class path is too old for the web server
   */
  public Sandbox start() {
    try {
      return new Sandbox(this);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "the sandbox's web server, mockwebserver3 5.5, doesn't fit the OkHttp on the class path:"
              + " remove the older com.squareup.okhttp3:okhttp from your build, or set it to the"
              + " version of com.squareup.okhttp3:okhttp-jvm that the SDK brings",
          e);
    }
  }
}
