package kr.pgsdk.portone.platform.partner;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.portone.internal.PlatformCalls;
import kr.pgsdk.portone.internal.PlatformRecords;
import kr.pgsdk.portone.internal.PortOneKey;

/**
 * Partners: whom a platform pays for what was sold in their name. No money moves, but later payouts
 * go to the account that a partner has.
 *
 * <p>Where a path below begins with {@code …}, that is {@code /platform/partners}. Calls block, and
 * throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOnePartners
    extends PlatformRecords<
        PortOnePartner, PortOnePartnerRequest, PortOnePartnerFilter, PortOnePartnerUpdate> {
  private static final String PARTNERS = "partners";

  private final PlatformCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOnePartners(PlatformCalls calls) {
    super(calls, "partner", "partner", "partners", PortOnePartner::new, PortOnePartner::id);
    this.calls = calls;
  }

  /**
   * {@code POST /platform/partners/batch}: makes several partners. Repeated only with the same
   * idempotency key.
   *
   * @param idempotencyKey 1 to 300 visible ASCII characters, the same for the same partners, never
   *     used for others
   * @throws IllegalArgumentException if there are none, or the key breaks that rule
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     send the same partners with the same key again within three hours, or look at {@link #list}
   */
  public List<PortOnePartner> createAll(
      List<PortOnePartnerRequest> requests, String idempotencyKey) {
    if (requests.isEmpty()) {
      throw new IllegalArgumentException("requests must not be empty");
    }
    RequestFields all =
        new RequestFields().objects(PARTNERS, requests.stream().map(RequestFields::of).toList());
    return calls.object(
        calls
            .change(
                "create partners", "POST", Texts.idempotencyKey(idempotencyKey), PARTNERS, "batch")
            .subject("the partners")
            .body(all),
        json -> json.requiredObjects(PARTNERS, PortOnePartner::new));
  }

  /**
   * {@code POST /platform/partners/schedule}: has one change of several partners happen later. What
   * kind of taxpayers they are can't change so. PortOne calls it unstable.
   *
   * @param whose which partners; a filter with nothing set is all of them
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #scheduled}
   */
  public void scheduleAll(
      PortOnePartnerFilter whose, PortOnePartnerUpdate update, Instant appliedAt) {
    calls.done(
        calls
            .change(
                "schedule change of partners", "POST", PortOneKey.random(), PARTNERS, "schedule")
            .subject("the partners' scheduled changes")
            .body(later(update, appliedAt).object("filter", RequestFields.of(whose))));
  }

  /**
   * {@code GET /platform/partner-filter-options}: the tags and contracts of partners. PortOne calls
   * it unstable.
   *
   * @param isArchived whether those of partners that are put away are meant, instead of the others
   */
  public PortOnePartnerOptions options(boolean isArchived) {
    return calls.object(
        calls.get("tags of partners", "partner-filter-options").query("isArchived", isArchived),
        PortOnePartnerOptions::new);
  }

  /**
   * {@code POST /platform/partners/counterparty-connect/{id}}: connects a business for tax
   * invoices.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #get}
   */
  public PortOnePartner connect(String id) {
    return one("counterparty-connect", id);
  }

  /**
   * {@code POST /platform/partners/counterparty-connect}: connects several, after PortOne has
   * answered.
   *
   * @param whose which partners; a filter with nothing set is all of them
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #list}
   */
  public PortOneBulkTask connectAll(PortOnePartnerFilter whose) {
    return all("counterparty-connect", whose);
  }

  /**
   * {@code POST /platform/partners/counterparty-disconnect/{id}}: ends the connection of a
   * business.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #get}
   */
  public PortOnePartner disconnect(String id) {
    return one("counterparty-disconnect", id);
  }

  /**
   * {@code POST /platform/partners/counterparty-disconnect}: ends those of several, after PortOne
   * has answered.
   *
   * @param whose which partners; a filter with nothing set is all of them
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #list}
   */
  public PortOneBulkTask disconnectAll(PortOnePartnerFilter whose) {
    return all("counterparty-disconnect", whose);
  }

  private PortOnePartner one(String verb, String id) {
    return calls.object(
        change(verb, PARTNERS, verb, Texts.id(id, "id")),
        json -> new PortOnePartner(json.requiredObject("partner")));
  }

  private PortOneBulkTask all(String verb, PortOnePartnerFilter whose) {
    return calls.object(
        change(verb, PARTNERS, verb)
            .body(new RequestFields().object("filter", RequestFields.of(whose))),
        json -> new PortOneBulkTask(json.requiredObject("bulkTask")));
  }

  private HttpRequest.Builder change(String verb, String... path) {
    return calls
        .change(verb.replace('-', ' '), "POST", PortOneKey.random(), path)
        .subject("the partners' connections");
  }
}
