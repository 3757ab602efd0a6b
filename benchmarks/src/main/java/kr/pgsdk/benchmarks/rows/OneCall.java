package kr.pgsdk.benchmarks.rows;

import kr.pgsdk.benchmarks.clients.Client;
import kr.pgsdk.benchmarks.clients.Gateway;
import kr.pgsdk.benchmarks.clients.Verb;

/** A whole process: opens one client, makes one call, and ends. */
final class OneCall {
  private OneCall() {}

  /** Takes the client's kind, the verb, the gateway and its address. */
  public static void main(String[] args) throws Exception {
    Gateway gateway = Gateway.valueOf(args[2]);
    try (Client client = Client.Kind.valueOf(args[0]).open(gateway, args[3])) {
      System.out.println(Verb.valueOf(args[1]).call(client) != null);
    }
  }
}
