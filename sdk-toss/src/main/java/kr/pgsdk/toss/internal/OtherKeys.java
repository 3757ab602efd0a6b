package kr.pgsdk.toss.internal;

import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.internal.text.Credential.Mistaken;

/**
 * What is handed in by mistake for a key of Toss: its other keys, and those of PortOne. Each is
 * recognised by the form its documentation shows.
 */
public final class OtherKeys {
  private static final String SECRET =
      ": the secret key (test_sk_..., live_sk_..., with the payment widget ..._gsk_...) is needed,"
          + " under \"API keys\" (API 키) in Toss's developer centre";

  private static final String SECURITY =
      ": the security key (64 hexadecimal characters) is needed, under \"API keys\" (API 키) in Toss's"
          + " developer centre";

  public static final List<Mistaken> THAN_SECRET =
      andOfPortOne(
          SECRET,
          Mistaken.of(
              "[a-z]+_ck_", "this is a client key (..._ck_), for the checkout page" + SECRET),
          Mistaken.of(
              "[a-z]+_gck_",
              "this is a client key of the payment widget (..._gck_), for the checkout page"
                  + SECRET),
          Mistaken.of(
              "[0-9a-fA-F]{64}$",
              "this is a security key (64 hexadecimal characters), for payouts and signed"
                  + " webhooks: give it to TossSecurityKey. Here".concat(SECRET.substring(1))));

  public static final List<Mistaken> THAN_SECURITY =
      andOfPortOne(
          SECURITY,
          Mistaken.of("[a-z]+_g?sk_", "this is a secret key (..._sk_)" + SECURITY),
          Mistaken.of("[a-z]+_g?ck_", "this is a client key (..._ck_)" + SECURITY));

  private OtherKeys() {}

  private static List<Mistaken> andOfPortOne(String needed, Mistaken... ofToss) {
    List<Mistaken> all = new ArrayList<>(List.of(ofToss));
    all.add(
        Mistaken.of(
            "imp[0-9]{5,}$",
            "this is the user code of Iamport (imp00000000), for IMP.init in a page"
                .concat(needed)));
    all.add(Mistaken.of("channel-key-", "this is a channel key of PortOne".concat(needed)));
    all.add(Mistaken.of("store-[0-9a-f]{8}-", "this is a store id of PortOne V2".concat(needed)));
    all.add(Mistaken.of("whsec_", "this is a webhook secret of PortOne V2".concat(needed)));
    return List.copyOf(all);
  }
}
