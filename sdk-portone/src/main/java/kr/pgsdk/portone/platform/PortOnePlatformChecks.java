package kr.pgsdk.portone.platform;

import java.time.LocalDate;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.portone.internal.PlatformCalls;

/**
 * Looking up a partner before it is made: whose an account is, and how a business stands. What
 * PortOne answers has an id, which makes the new partner's account or business a verified one.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOnePlatformChecks {
  private final PlatformCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOnePlatformChecks(PlatformCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code GET /platform/bank-accounts/{bank}/{accountNumber}/holder}: who holds an account. No
   * message shows its number.
   *
   * @param bank the bank, in PortOne's words, such as {@code SHINHAN}
   * @param accountNumber its digits, without dashes
   * @throws kr.pgsdk.core.error.GatewayException if there is no such account, the bank isn't served
   *     ({@code PLATFORM_NOT_SUPPORTED_BANK}), or it doesn't answer now ({@code
   *     PLATFORM_EXTERNAL_API_TEMPORARILY_FAILED})
   */
  public PortOneAccountHolder accountHolder(String bank, String accountNumber) {
    return holder(account(bank, accountNumber));
  }

  /**
   * As {@link #accountHolder(String, String)}, and whether it is the person who was born that day.
   */
  public PortOneAccountHolder accountHolder(
      String bank, String accountNumber, LocalDate birthdate) {
    String born = birthdate.toString();
    return holder(account(bank, accountNumber).query("birthdate", born).hide(born));
  }

  /** As {@link #accountHolder(String, String)}, and whether it is the business with that number. */
  public PortOneAccountHolder accountHolder(
      String bank, String accountNumber, String businessRegistrationNumber) {
    return holder(
        account(bank, accountNumber)
            .query("businessRegistrationNumber", businessRegistrationNumber)
            .hide(businessRegistrationNumber));
  }

  private HttpRequest.Builder account(String bank, String accountNumber) {
    return calls
        .get(
            "account holder",
            "bank-accounts",
            Texts.id(bank, "bank"),
            Texts.id(accountNumber, "accountNumber"),
            "holder")
        .hide(accountNumber);
  }

  private PortOneAccountHolder holder(HttpRequest.Builder request) {
    return calls.object(request, PortOneAccountHolder::new);
  }

  /**
   * {@code GET /platform/companies/{businessRegistrationNumber}/state}: how a business stands at
   * the tax office, also one that PortOne doesn't know.
   *
   * @throws kr.pgsdk.core.error.GatewayException if there is none ({@code
   *     PLATFORM_COMPANY_NOT_FOUND}), or the tax office doesn't answer now ({@code
   *     PLATFORM_EXTERNAL_API_TEMPORARILY_FAILED})
   */
  public PortOneCompanyState company(String businessRegistrationNumber) {
    String number = Texts.id(businessRegistrationNumber, "businessRegistrationNumber");
    return calls.object(
        calls.get("company state", "companies", number, "state"), PortOneCompanyState::new);
  }
}
