package kr.pgsdk.iamport.code;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.json.ResponseMatch;
import kr.pgsdk.iamport.internal.IamportCalls;

/**
 * The standard codes of banks, as payments show them. Requests take the codes of their payment
 * company instead.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportBanks {
  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportBanks(IamportCalls calls) {
    this.calls = calls;
  }

  /** {@code GET /banks}: all of them. */
  public List<IamportStandardCode> list() {
    return calls.list(HttpRequest.safe("banks", "GET", "banks"), IamportStandardCode::new);
  }

  /** {@code GET /banks/{bank_standard_code}}: the bank with this code; empty if there is none. */
  public Optional<IamportStandardCode> find(String code) {
    return calls.find(
        HttpRequest.safe("bank", "GET", "banks", StandardCodes.checked(code)),
        ResponseMatch.about("code", code, IamportStandardCode::new));
  }
}
