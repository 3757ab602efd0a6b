package kr.pgsdk.sandbox.operations.portone;

import java.time.LocalDate;
import java.util.List;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.platform.partner.PortOneAccountStatus;
import kr.pgsdk.portone.platform.partner.PortOnePartnerFilter;
import kr.pgsdk.portone.platform.partner.PortOnePartnerRequest;
import kr.pgsdk.portone.platform.partner.PortOnePartnerType;
import kr.pgsdk.portone.platform.partner.PortOnePartnerUpdate;
import kr.pgsdk.portone.platform.partner.PortOneTaxationType;

class PartnerOperationsTest extends PlatformOperations {
  private static final LocalDate BORN = LocalDate.of(1990, 1, 31);

  PartnerOperationsTest() {
    super("partner");
  }

  @Override
  protected List<Example<PortOneClient>> examples() {
    return List.of(
        of("POST /platform/partners", platform -> platform.partners().create(partner())),
        of("GET /platform/partners/{id}", platform -> platform.partners().get("id_1")),
        of(
            "GET /platform/partners",
            platform ->
                first(
                    platform
                        .partners()
                        .list(
                            PortOnePartnerFilter.builder()
                                .isArchived(false)
                                .ids(List.of("id_1"))
                                .tags(List.of("bread"))
                                .contractIds(List.of("contract_1"))
                                .banks(List.of("SHINHAN"))
                                .accountCurrencies(List.of("KRW"))
                                .accountStatuses(List.of(PortOneAccountStatus.VERIFIED))
                                .types(List.of(PortOnePartnerType.BUSINESS))
                                .taxationTypes(List.of(PortOneTaxationType.NORMAL))
                                .businessStatuses(List.of("IN_BUSINESS"))
                                .memberCompanyConnectionStatuses(List.of("CONNECTED"))
                                .keyword("name", "Hong")
                                .build()))),
        of(
            "PATCH /platform/partners/{id}",
            platform -> platform.partners().update("id_1", update())),
        of(
            "PATCH /platform/partners/{id}",
            platform ->
                platform
                    .partners()
                    .update("id_1", PortOnePartnerUpdate.builder().whtPayer(BORN).build())),
        of(
            "PATCH /platform/partners/{id}",
            platform ->
                platform
                    .partners()
                    .update("id_1", PortOnePartnerUpdate.builder().nonWhtPayer().build())),
        of("POST /platform/partners/{id}/archive", platform -> platform.partners().archive("id_1")),
        of("POST /platform/partners/{id}/recover", platform -> platform.partners().recover("id_1")),
        of(
            "GET /platform/partners/{id}/schedule",
            platform -> platform.partners().scheduled("id_1")),
        of(
            "POST /platform/partners/{id}/schedule",
            platform -> platform.partners().schedule("id_1", update(), NOON)),
        of(
            "PUT /platform/partners/{id}/schedule",
            platform -> platform.partners().reschedule("id_1", update(), NOON)),
        done(
            "DELETE /platform/partners/{id}/schedule",
            platform -> platform.partners().cancelSchedule("id_1")),
        of(
            "POST /platform/partners/batch",
            platform ->
                platform
                    .partners()
                    .createAll(List.of(partner(), person()), "partners-of-november")),
        done(
            "POST /platform/partners/schedule",
            platform -> platform.partners().scheduleAll(partners(), update(), NOON)),
        of("GET /platform/partner-filter-options", platform -> platform.partners().options(false)),
        of(
            "POST /platform/partners/counterparty-connect/{id}",
            platform -> platform.partners().connect("id_1")),
        of(
            "POST /platform/partners/counterparty-connect",
            platform -> platform.partners().connectAll(partners())),
        of(
            "POST /platform/partners/counterparty-disconnect/{id}",
            platform -> platform.partners().disconnect("id_1")),
        of(
            "POST /platform/partners/counterparty-disconnect",
            platform -> platform.partners().disconnectAll(partners())));
  }

  private static PortOnePartnerRequest partner() {
    return PortOnePartnerRequest.builder(
            "Bakery", "Hong Gil-dong", "hong@example.com", account(), "contract_1")
        .id("partner_1")
        .contactPhoneNumber("01012345678")
        .memo("the one at the corner")
        .tags(List.of("bread"))
        .business(business())
        .userDefinedProperty("any", "thing")
        .build();
  }

  private static PortOnePartnerRequest person() {
    return PortOnePartnerRequest.builder(
            "Baker", "Hong Gil-dong", "hong@example.com", account(), "contract_1")
        .nonWhtPayer(BORN)
        .build();
  }

  private static PortOnePartnerUpdate update() {
    return PortOnePartnerUpdate.builder()
        .name("Bakery")
        .contactName("Hong Gil-dong")
        .contactPhoneNumber("01012345678")
        .contactEmail("hong@example.com")
        .account(account())
        .defaultContractId("contract_1")
        .memo("moved")
        .tags(List.of())
        .business(business())
        .userDefinedProperty("any", "thing")
        .build();
  }
}
