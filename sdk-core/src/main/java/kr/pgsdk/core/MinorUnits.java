package kr.pgsdk.core;

import java.util.HashMap;
import java.util.Map;

/**
 * How many decimals a currency's minor unit has, as ISO 4217 lists them. A table of our own: the
 * JDK's changes with its version, and a deployment may replace it.
 */
final class MinorUnits {
  private static final Map<String, Integer> DIGITS = new HashMap<>();

  static {
    put(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF");
    put(3, "BHD IQD JOD KWD LYD OMR TND");
    put(4, "CLF UYW");
    put(2, "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN");
    put(2, "BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN");
    put(2, "ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD");
    put(2, "KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR");
    put(2, "MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB");
    put(2, "SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY");
    put(2, "TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG ZWL");
  }

  private MinorUnits() {}

  private static void put(int digits, String currencies) {
    for (String currency : currencies.split(" ", -1)) {
      DIGITS.put(currency, digits);
    }
  }

  static int digits(String currency) {
    Integer digits = DIGITS.get(currency);
    if (digits == null) {
      throw new IllegalArgumentException(
          "the minor unit of this currency isn't known: give the amount in major units");
    }
    return digits;
  }
}
