package kr.pgsdk.portone;

import java.util.List;
import kr.pgsdk.core.internal.text.Credential.Mistaken;

/**
 * What is handed in by mistake for an API secret of PortOne V2: other texts of PortOne's console,
 * and keys of Toss. Each is recognised by the form its documentation shows.
 */
final class OtherKeys {
  private static final String NEEDED =
      ": the V2 API secret is needed, which PortOne's console makes beside the V1 keys";

  static final List<Mistaken> THAN_API_SECRET =
      List.of(
          Mistaken.of("whsec_", "this is a webhook secret, to verify webhooks with" + NEEDED),
          Mistaken.of("channel-key-", "this is a channel key, for the checkout" + NEEDED),
          Mistaken.of("store-[0-9a-f]{8}-", "this is a store id, for storeId(...)" + NEEDED),
          Mistaken.of("billing-key-", "this is a billing key of one buyer" + NEEDED),
          Mistaken.of("imp[0-9]{5,}$", "this is the user code of V1 (imp00000000)" + NEEDED),
          Mistaken.of("(test|live)_g?[sc]k_", "this is a key of Toss Payments" + NEEDED));

  private OtherKeys() {}
}
