package kr.pgsdk.portone.platform.payout;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneFields;

/** Which bank transfers to list. What isn't set doesn't matter. */
public final class PortOneAccountTransferFilter extends RequestObject {
  private PortOneAccountTransferFilter(RequestFields fields) {
    super(fields);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PortOneAccountTransferFilter}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder() {}

    /** A transfer's id. */
    public Builder accountTransferId(String accountTransferId) {
      fields.text("accountTransferId", accountTransferId);
      return this;
    }

    /** Several transfers' ids. */
    public Builder accountTransferIds(List<String> accountTransferIds) {
      fields.texts("accountTransferIds", accountTransferIds);
      return this;
    }

    /** The id of the platform's account. */
    public Builder bankAccountId(String bankAccountId) {
      fields.text("bankAccountId", bankAccountId);
      return this;
    }

    /** The bulk transfer they belong to. */
    public Builder bulkAccountTransferId(String bulkAccountTransferId) {
      fields.text("bulkAccountTransferId", bulkAccountTransferId);
      return this;
    }

    /** The payout they make. */
    public Builder payoutId(String payoutId) {
      fields.text("payoutId", payoutId);
      return this;
    }

    /** {@code DEPOSIT}, {@code WITHDRAWAL}. */
    public Builder types(List<String> types) {
      fields.texts("types", types);
      return this;
    }

    /** How far they are, in PortOne's words, such as {@code SUCCEEDED}. */
    public Builder statuses(List<String> statuses) {
      fields.texts("statuses", statuses);
      return this;
    }

    /** Who paid in. */
    public Builder depositorName(String depositorName) {
      fields.personal("depositorName", depositorName);
      return this;
    }

    /** Who holds the account they go to. */
    public Builder depositAccountHolder(String depositAccountHolder) {
      fields.personal("depositAccountHolder", depositAccountHolder);
      return this;
    }

    /** What the account they go to shows. */
    public Builder depositMemo(String depositMemo) {
      fields.personal("depositMemo", depositMemo);
      return this;
    }

    /** What the account they come from shows. */
    public Builder withdrawalMemo(String withdrawalMemo) {
      fields.personal("withdrawalMemo", withdrawalMemo);
      return this;
    }

    /** When the bank made them. */
    public Builder traded(Instant from, Instant until) {
      PortOneFields.between(fields, "tradeTimestampRange", from, until);
      return this;
    }

    /** When they were asked for. */
    public Builder created(Instant from, Instant until) {
      PortOneFields.between(fields, "createdTimestampRange", from, until);
      return this;
    }

    /** When their status changed last. */
    public Builder statusUpdated(Instant from, Instant until) {
      PortOneFields.between(fields, "statusUpdatedTimestampRange", from, until);
      return this;
    }

    /** When they are to be made. */
    public Builder scheduled(Instant from, Instant until) {
      PortOneFields.between(fields, "scheduledTimestampRange", from, until);
      return this;
    }

    /** Returns it. */
    public PortOneAccountTransferFilter build() {
      return new PortOneAccountTransferFilter(fields.copy());
    }
  }
}
