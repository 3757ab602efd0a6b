package kr.pgsdk.iamport.certification;

import java.util.regex.Pattern;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** Whom to verify by a one-time number. Personal data: {@code toString} shows none of it. */
public final class IamportOtpRequest extends RequestObject {
  private static final Pattern PHONE = Pattern.compile("[0-9][0-9.-]{7,19}");
  private static final Pattern BIRTH =
      Pattern.compile("[0-9]{2}[.-]?(0[1-9]|1[0-2])[.-]?(0[1-9]|[12][0-9]|3[01])");
  private static final Pattern GENDER_DIGIT = Pattern.compile("[1-8]");

  private IamportOtpRequest(Builder builder) {
    super(builder.fields.copy());
  }

  /**
   * Starts a request.
   *
   * @param channelKey {@code channel_key}: the channel of the verifying company
   * @param name {@code name}: as registered at the carrier
   * @param phone {@code phone}: with or without hyphens or dots
   * @param birth {@code birth}: {@code YYMMDD}, with or without hyphens or dots
   * @param genderDigit {@code gender_digit}: the seventh digit of a resident's number, 1 to 8
   * @param carrier {@code carrier}: of an MVNO the carrier whose network it uses
   * @throws IllegalArgumentException if one has the wrong form; the message doesn't repeat it
   */
  public static Builder builder(
      String channelKey,
      String name,
      String phone,
      String birth,
      String genderDigit,
      IamportCarrier carrier) {
    return new Builder(channelKey, name, phone, birth, genderDigit, carrier);
  }

  /** Builds an {@link IamportOtpRequest}. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(
        String channelKey,
        String name,
        String phone,
        String birth,
        String genderDigit,
        IamportCarrier carrier) {
      fields.text("channel_key", channelKey);
      fields.personal("name", name);
      fields.personal("phone", phone, PHONE, "digits, with or without hyphens or dots");
      fields.personal("birth", birth, BIRTH, "YYMMDD");
      fields.personal("gender_digit", genderDigit, GENDER_DIGIT, "a digit from 1 to 8");
      fields.word("carrier", carrier);
    }

    /** {@code is_mvno}: whether the phone has a contract with an MVNO; no by default. */
    public Builder mvno(boolean mvno) {
      fields.flag("is_mvno", mvno);
      return this;
    }

    /** {@code company}: the service's name in the text message. */
    public Builder company(String company) {
      fields.text("company", company);
      return this;
    }

    /** {@code merchant_uid}: the shop's number for the verification. */
    public Builder merchantUid(String number) {
      fields.text("merchant_uid", number);
      return this;
    }

    /** {@code verification_method}: KCP (new module) only. */
    public Builder verificationMethod(IamportVerificationMethod method) {
      fields.word("verification_method", method);
      return this;
    }

    /** {@code bypass}: JSON that goes to the verifying company unchanged. */
    public Builder bypass(String json) {
      fields.anyText("bypass", json);
      return this;
    }

    /** Returns the request. */
    public IamportOtpRequest build() {
      return new IamportOtpRequest(this);
    }
  }
}
