package kr.pgsdk.examples.shop.sandbox;

import kr.pgsdk.sandbox.Sandbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether the shop only plays: it has no gateway's keys, and no money moves. */
@Component
public class Demonstration {
  private final ObjectProvider<Sandbox> sandbox;

  Demonstration(ObjectProvider<Sandbox> sandbox) {
    this.sandbox = sandbox;
  }

  /** True beside the sandbox, where keys and passwords may be made up. */
  public boolean isOn() {
    return sandbox.getIfAvailable() != null;
  }
}
