package kr.pgsdk.iamport.code;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.json.ResponseMatch;
import kr.pgsdk.iamport.internal.IamportCalls;

/**
 * The standard codes of card companies, as payments show them.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportCards {
  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportCards(IamportCalls calls) {
    this.calls = calls;
  }

  /** {@code GET /cards}: all of them. */
  public List<IamportStandardCode> list() {
    return calls.list(HttpRequest.safe("cards", "GET", "cards"), IamportStandardCode::new);
  }

  /**
   * {@code GET /cards/{card_standard_code}}: the card company with this code; empty if there is
   * none.
   */
  public Optional<IamportStandardCode> find(String code) {
    return calls.find(
        HttpRequest.safe("card company", "GET", "cards", StandardCodes.checked(code)),
        ResponseMatch.about("code", code, IamportStandardCode::new));
  }
}
