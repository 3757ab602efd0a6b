package kr.pgsdk.iamport.merchant;

import java.util.List;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.iamport.internal.IamportCalls;

/**
 * The channels of the merchant.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportChannels {
  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportChannels(IamportCalls calls) {
    this.calls = calls;
  }

  /** {@code GET /users/pg}: all of them. */
  public List<IamportChannel> list() {
    return calls.list(HttpRequest.safe("channels", "GET", "users", "pg"), IamportChannel::new);
  }
}
