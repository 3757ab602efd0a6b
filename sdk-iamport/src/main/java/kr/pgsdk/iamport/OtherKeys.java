package kr.pgsdk.iamport;

import java.util.List;
import kr.pgsdk.core.internal.text.Credential.Mistaken;

/**
 * What is handed in by mistake for a key or secret of Iamport: other texts of PortOne's console,
 * and keys of Toss. Each is recognised by the form its documentation shows.
 */
final class OtherKeys {
  private static final String NEEDED =
      ": the REST API key and REST API secret of the V1 API are needed, beside the user code in"
          + " PortOne's console";

  private static final String OF_TOSS =
      NEEDED + "; for a shop with a contract of its own with Toss use sdk-toss";

  /** For an API key or an API secret. */
  static final List<Mistaken> THAN_API_KEYS =
      List.of(
          Mistaken.of(
              "imp[0-9]{5,}$",
              "this is the user code (imp00000000), for IMP.init in the checkout page" + NEEDED),
          Mistaken.of("channel-key-", "this is a channel key, for the checkout" + NEEDED),
          Mistaken.of("store-[0-9a-f]{8}-", "this is a store id of PortOne V2" + NEEDED),
          Mistaken.of("whsec_", "this is a webhook secret of PortOne V2" + NEEDED),
          Mistaken.of("(test|live)_g?sk_", "this is a secret key of Toss (..._sk_)" + OF_TOSS),
          Mistaken.of("(test|live)_g?ck_", "this is a client key of Toss (..._ck_)" + OF_TOSS));

  private OtherKeys() {}
}
