package kr.pgsdk.benchmarks.whole;

import kr.pgsdk.benchmarks.Gateway;
import kr.pgsdk.benchmarks.calls.SdkCalls;
import kr.pgsdk.benchmarks.server.ServerControl;

/** Builds gateway after gateway, finds one payment with each, and closes it. */
final class ManyGateways {
  private ManyGateways() {}

  /**
   * Takes the gateway, how many there are before the first count, and how many more until the
   * second.
   */
  public static void main(String[] args) throws InterruptedException {
    Gateway gateway = Gateway.valueOf(args[0]);
    String url = ServerControl.ofThisProcess().url();
    for (int part = 1; part <= 2; part++) {
      for (int i = 0; i < Integer.parseInt(args[part]); i++) {
        try (SdkCalls calls = new SdkCalls(gateway, url)) {
          calls.find();
        }
      }
      Live live = Live.now();
      System.out.println("heap " + live.heap());
      System.out.println("threads " + live.threads());
      System.out.println("handles " + live.handles());
    }
  }
}
