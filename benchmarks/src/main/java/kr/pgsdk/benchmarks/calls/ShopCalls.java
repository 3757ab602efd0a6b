package kr.pgsdk.benchmarks.calls;

import java.io.IOException;
import kr.pgsdk.core.Payment;

/** The three verbs that are measured, and the same object out of each, whoever does it. */
public interface ShopCalls extends AutoCloseable {
  /** Finds the payment of {@link Orders}. */
  Payment find() throws IOException;

  /** Confirms it. */
  Payment confirm() throws IOException;

  /** Cancels, by a new request each time. */
  Payment cancel() throws IOException;

  /** Makes one call. */
  default Payment call(Verb verb) throws IOException {
    return switch (verb) {
      case FIND -> find();
      case CONFIRM -> confirm();
      case CANCEL -> cancel();
    };
  }

  @Override
  void close();
}
