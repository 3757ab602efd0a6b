package kr.pgsdk.core;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What the shop knows about a checkout: how the buyer pays, where the browser returns, who the
 * buyer is. A gateway ignores options that its script doesn't have. Immutable; {@code toString}
 * shows none of the options.
 */
public final class CheckoutOptions {
  private static final CheckoutOptions NONE = builder().build();

  private final @Nullable CheckoutMethod method;
  private final @Nullable String returnUrl;
  private final @Nullable String failUrl;
  private final @Nullable String customerKey;
  private final @Nullable String buyerName;
  private final @Nullable String buyerEmail;
  private final @Nullable String buyerPhone;
  private final Map<String, Object> parameters;

  private CheckoutOptions(Builder builder) {
    this.method = builder.method;
    this.returnUrl = builder.returnUrl;
    this.failUrl = builder.failUrl != null ? builder.failUrl : builder.returnUrl;
    this.customerKey = builder.customerKey;
    this.buyerName = builder.buyerName;
    this.buyerEmail = builder.buyerEmail;
    this.buyerPhone = builder.buyerPhone;
    this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(builder.parameters));
  }

  /** Nothing: the page adds what its script needs. */
  public static CheckoutOptions none() {
    return NONE;
  }

  /** Starts options; each may be left out. */
  public static Builder builder() {
    return new Builder();
  }

  /** How the buyer pays; empty lets the gateway's default decide. */
  public Optional<CheckoutMethod> method() {
    return Optional.ofNullable(method);
  }

  /** Where the browser returns after a payment. */
  public Optional<String> returnUrl() {
    return Optional.ofNullable(returnUrl);
  }

  /** Where the browser returns without a payment: {@link #returnUrl} unless there is another. */
  public Optional<String> failUrl() {
    return Optional.ofNullable(failUrl);
  }

  /** The shop's number of the buyer at the gateway; empty for a guest. */
  public Optional<String> customerKey() {
    return Optional.ofNullable(customerKey);
  }

  /** The buyer's name. */
  public Optional<String> buyerName() {
    return Optional.ofNullable(buyerName);
  }

  /** The buyer's email address. */
  public Optional<String> buyerEmail() {
    return Optional.ofNullable(buyerEmail);
  }

  /** The buyer's phone number, digits alone. */
  public Optional<String> buyerPhone() {
    return Optional.ofNullable(buyerPhone);
  }

  /** More arguments of the script, by the script's own names. Unmodifiable. */
  public Map<String, Object> parameters() {
    return parameters;
  }

  @Override
  public String toString() {
    return "CheckoutOptions";
  }

  /** Builds {@link CheckoutOptions}. */
  public static final class Builder {
    private static final int MAX_URL = 2_000;

    private @Nullable CheckoutMethod method;
    private @Nullable String returnUrl;
    private @Nullable String failUrl;
    private @Nullable String customerKey;
    private @Nullable String buyerName;
    private @Nullable String buyerEmail;
    private @Nullable String buyerPhone;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Builder() {}

    /** How the buyer pays. Toss's window takes a card by default, and its widget asks the buyer. */
    public Builder method(CheckoutMethod method) {
      this.method = Objects.requireNonNull(method, "method");
      return this;
    }

    /**
     * Where the browser returns, with or without a payment: Toss's {@code successUrl}, and {@code
     * failUrl} unless there is another; Iamport's {@code m_redirect_url}; PortOne's {@code
     * redirectUrl}. The gateway adds parameters to its query.
     *
     * @throws IllegalArgumentException if it isn't an absolute http or https URL without a fragment
     */
    public Builder returnUrl(String url) {
      this.returnUrl = url(url, "return URL");
      return this;
    }

    /**
     * Where the browser returns without a payment, at Toss alone. Needs a {@link #returnUrl}.
     *
     * @throws IllegalArgumentException if it isn't an absolute http or https URL without a fragment
     */
    public Builder failUrl(String url) {
      this.failUrl = url(url, "fail URL");
      return this;
    }

    /**
     * The shop's number for the buyer at Toss. It must not be easy to guess, as an email address or
     * a serial number is. Without one the buyer is a guest. Iamport has none.
     *
     * @throws IllegalArgumentException if it is blank or has control characters
     */
    public Builder customerKey(String customerKey) {
      this.customerKey = Texts.line(customerKey, "customerKey");
      return this;
    }

    /**
     * The buyer's name.
     *
     * @throws IllegalArgumentException if it is blank or has control characters
     */
    public Builder buyerName(String name) {
      this.buyerName = Texts.note(name, "buyer's name");
      return this;
    }

    /**
     * The buyer's email address.
     *
     * @throws IllegalArgumentException if it is blank, has control characters or no {@code @}
     */
    public Builder buyerEmail(String email) {
      if (Texts.line(email, "buyer's email").indexOf('@') < 1) {
        throw new IllegalArgumentException("buyer's email must be an email address");
      }
      this.buyerEmail = email;
      return this;
    }

    /**
     * The buyer's phone number. Dashes and spaces between the digits are dropped.
     *
     * @throws IllegalArgumentException if it isn't 8 to 15 digits
     */
    public Builder buyerPhone(String phone) {
      String digits = Objects.requireNonNull(phone, "phone").replaceAll("[ -]", "");
      if (!digits.matches("[0-9]{8,15}")) {
        throw new IllegalArgumentException("buyer's phone must be 8 to 15 digits");
      }
      this.buyerPhone = digits;
      return this;
    }

    /**
     * Another argument for the call that opens the window, by the script's own name, such as {@code
     * ("escrow", true)}. It replaces the SDK's argument of this name. Order id, amount and currency
     * can't be replaced: {@code prepare} refuses them.
     *
     * @param value a text, boolean, whole number, {@code BigDecimal}, or a list or map of these
     * @throws IllegalArgumentException if it is anything else
     */
    public Builder parameter(String name, Object value) {
      parameters.put(Texts.line(name, "parameter name"), CheckoutParameters.copy(value));
      return this;
    }

    /**
     * Returns the options.
     *
     * @throws IllegalStateException if there is a fail URL without a return URL
     */
    public CheckoutOptions build() {
      if (failUrl != null && returnUrl == null) {
        throw new IllegalStateException("a fail URL needs a return URL beside it");
      }
      return new CheckoutOptions(this);
    }

    private static String url(String url, String name) {
      String rule = name + " must be an absolute http or https URL without a fragment";
      URI parsed;
      try {
        parsed = URI.create(Texts.line(url, name));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(rule, e);
      }
      String scheme = String.valueOf(parsed.getScheme());
      if (!(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
          || parsed.getHost() == null
          || parsed.getRawFragment() != null
          || parsed.getRawUserInfo() != null
          || url.length() > MAX_URL) {
        throw new IllegalArgumentException(rule);
      }
      return url;
    }
  }
}
