package kr.pgsdk.sandbox;

import java.security.SecureRandom;
import kr.pgsdk.sandbox.window.WindowServer;

/** The servers of a sandbox: one for each gateway, and the window's. */
final class SandboxServers implements AutoCloseable {
  private final SandboxGateway iamport;
  private final SandboxGateway toss;
  private final SandboxGateway portOne;
  private final LazyWindow window;

  /** Starts those of the gateways: all, or none if a port can't be had. */
  SandboxServers(Simulations gateways, Buyer buyer, SandboxClock clock, SandboxBuilder settings) {
    iamport =
        SandboxGateway.start(
            "Iamport",
            gateways.iamport(),
            gateways.iamport().checkout(),
            BuyerAction.of(buyer.onIamport(), gateways.iamport().checkout()),
            clock,
            settings.controls,
            settings.iamportPort);
    try {
      toss =
          SandboxGateway.start(
              "Toss",
              gateways.toss(),
              gateways.toss().checkout(),
              BuyerAction.of(buyer.onToss(), gateways.toss().checkout()),
              clock,
              settings.controls,
              settings.tossPort);
    } catch (RuntimeException e) {
      iamport.close();
      throw e;
    }
    try {
      portOne =
          SandboxGateway.start(
              "PortOne V2",
              gateways.portOne(),
              gateways.portOne().checkout(),
              BuyerAction.of(buyer.onPortOne(), gateways.portOne().checkout()),
              clock,
              settings.controls,
              settings.portOnePort);
    } catch (RuntimeException e) {
      iamport.close();
      toss.close();
      throw e;
    }
    clock.onAdvance(portOne::sendDue);
    window =
        new LazyWindow(
            settings.windowPort,
            port ->
                WindowServer.start(
                    port,
                    gateways.iamport(),
                    iamport.line("GET", "/payments"),
                    gateways.toss(),
                    toss.line("POST", "/v1/payments/confirm"),
                    gateways.portOne(),
                    portOne.lineOfOrders("/payments/"),
                    clock,
                    new SecureRandom()));
  }

  SandboxGateway iamport() {
    return iamport;
  }

  SandboxGateway toss() {
    return toss;
  }

  SandboxGateway portOne() {
    return portOne;
  }

  /** The window's base URL, without a slash at the end; the first call starts its server. */
  String windowUrl() {
    return window.url();
  }

  void reset() {
    try {
      iamport.reset();
      toss.reset();
      portOne.reset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    window.close();
    try {
      iamport.close();
    } finally {
      try {
        toss.close();
      } finally {
        portOne.close();
      }
    }
  }
}
