package kr.pgsdk.examples.cli;

import java.util.Optional;
import java.util.Set;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.iamport.receipt.IamportCashReceiptRequest;
import kr.pgsdk.iamport.receipt.IamportCashReceiptType;
import kr.pgsdk.iamport.receipt.IamportReceiptIdentifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(description = "Issue the cash receipt of a payment.")
final class IamportReceiptIssueCommand extends Verb {
  private static final Set<IamportReceiptIdentifier> IDENTITY_TYPES =
      Set.of(
          IamportReceiptIdentifier.PERSON,
          IamportReceiptIdentifier.BUSINESS,
          IamportReceiptIdentifier.PHONE,
          IamportReceiptIdentifier.TAXCARD);

  @Option(
      names = "--payment-id",
      required = true,
      paramLabel = "ID",
      description = "The payment's id: imp_uid.")
  private String paymentId = "";

  @Mixin private final IdentityOptions identity = new IdentityOptions();

  @Option(
      names = "--identity-type",
      paramLabel = "person|business|phone|taxcard",
      description = "What the identity number is; some payment companies require it.")
  private @Nullable String identityType;

  @Option(
      names = "--business",
      description = "For a business's expenses (default: for a person's tax deduction).")
  private boolean business;

  IamportReceiptIssueCommand(Pg pg) {
    super(pg, Gateway.IAMPORT);
  }

  @Override
  boolean changesSomething() {
    return true;
  }

  @Override
  Report execute(PaymentGateway open) {
    IamportCashReceiptRequest.Builder request =
        IamportCashReceiptRequest.builder(identity.required())
            .type(business ? IamportCashReceiptType.COMPANY : IamportCashReceiptType.PERSON);
    Optional.ofNullable(identityType)
        .map(IamportReceiptIssueCommand::known)
        .ifPresent(request::identifierType);
    return ReceiptReport.of(
        "issued",
        Gateway.iamport(open).cashReceipts().issue(PaymentId.of(paymentId), request.build()));
  }

  private static IamportReceiptIdentifier known(String word) {
    IamportReceiptIdentifier type = IamportReceiptIdentifier.of(word);
    if (!IDENTITY_TYPES.contains(type)) {
      throw new IllegalArgumentException(
          "--identity-type must be person, business, phone or taxcard");
    }
    return type;
  }
}
