package kr.pgsdk.iamport.virtualaccount;

import java.time.Instant;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import org.jspecify.annotations.Nullable;

/** What to change of a virtual account that awaits its deposit. */
public final class IamportVirtualAccountChange extends RequestObject {
  private final @Nullable Instant due;

  private IamportVirtualAccountChange(Builder builder) {
    super(builder.fields.copy());
    this.due = builder.due;
  }

  /** Starts a change; one of its two fields must be set. */
  public static Builder builder() {
    return new Builder();
  }

  @Nullable Instant due() {
    return due;
  }

  /** Builds an {@link IamportVirtualAccountChange}. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();
    private @Nullable Instant due;

    private Builder() {}

    /** {@code amount}: what the buyer has to deposit, in whole won. */
    public Builder amount(Money amount) {
      fields.won("amount", amount);
      return this;
    }

    /** {@code vbank_due}: until when to deposit; sent in seconds since 1970. */
    public Builder due(Instant due) {
      fields.epochSeconds("vbank_due", due);
      this.due = due;
      return this;
    }

    /** Returns the request. */
    public IamportVirtualAccountChange build() {
      if (!fields.has("amount") && !fields.has("vbank_due")) {
        throw new IllegalArgumentException("amount or vbank_due must be set");
      }
      return new IamportVirtualAccountChange(this);
    }
  }
}
