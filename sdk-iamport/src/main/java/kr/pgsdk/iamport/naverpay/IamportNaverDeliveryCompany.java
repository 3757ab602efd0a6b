package kr.pgsdk.iamport.naverpay;

import kr.pgsdk.core.OpenEnum;

/** A parcel service, by Naver's word. */
public final class IamportNaverDeliveryCompany extends OpenEnum {
  /** CJ 대한통운. */
  public static final IamportNaverDeliveryCompany CJGLS = of("CJGLS");

  /** 로젠택배. */
  public static final IamportNaverDeliveryCompany KGB = of("KGB");

  /** KG 로지스. */
  public static final IamportNaverDeliveryCompany DONGBU = of("DONGBU");

  /** 우체국택배. */
  public static final IamportNaverDeliveryCompany EPOST = of("EPOST");

  /** 우편등기. */
  public static final IamportNaverDeliveryCompany REGISTPOST = of("REGISTPOST");

  /** 한진택배. */
  public static final IamportNaverDeliveryCompany HANJIN = of("HANJIN");

  /** 현대택배. */
  public static final IamportNaverDeliveryCompany HYUNDAI = of("HYUNDAI");

  /** KGB 택배. */
  public static final IamportNaverDeliveryCompany KGBLS = of("KGBLS");

  /** GTX 로지스. */
  public static final IamportNaverDeliveryCompany INNOGIS = of("INNOGIS");

  /** 대신택배. */
  public static final IamportNaverDeliveryCompany DAESIN = of("DAESIN");

  /** 일양로지스. */
  public static final IamportNaverDeliveryCompany ILYANG = of("ILYANG");

  /** 경동택배. */
  public static final IamportNaverDeliveryCompany KDEXP = of("KDEXP");

  /** 천일택배. */
  public static final IamportNaverDeliveryCompany CHUNIL = of("CHUNIL");

  /** 기타 택배. */
  public static final IamportNaverDeliveryCompany CH1 = of("CH1");

  /** 합동택배. */
  public static final IamportNaverDeliveryCompany HDEXP = of("HDEXP");

  /** 편의점택배. */
  public static final IamportNaverDeliveryCompany CVSNET = of("CVSNET");

  /** DHL. */
  public static final IamportNaverDeliveryCompany DHL = of("DHL");

  /** FEDEX. */
  public static final IamportNaverDeliveryCompany FEDEX = of("FEDEX");

  /** GSMNTON. */
  public static final IamportNaverDeliveryCompany GSMNTON = of("GSMNTON");

  /** WarpEx. */
  public static final IamportNaverDeliveryCompany WARPEX = of("WARPEX");

  /** WIZWA. */
  public static final IamportNaverDeliveryCompany WIZWA = of("WIZWA");

  /** EMS. */
  public static final IamportNaverDeliveryCompany EMS = of("EMS");

  /** DHL(독일). */
  public static final IamportNaverDeliveryCompany DHLDE = of("DHLDE");

  /** ACI. */
  public static final IamportNaverDeliveryCompany ACIEXPRESS = of("ACIEXPRESS");

  /** EZUSA. */
  public static final IamportNaverDeliveryCompany EZUSA = of("EZUSA");

  /** 범한판토스. */
  public static final IamportNaverDeliveryCompany PANTOS = of("PANTOS");

  /** UPS. */
  public static final IamportNaverDeliveryCompany UPS = of("UPS");

  /** 현대택배(국제택배). */
  public static final IamportNaverDeliveryCompany HLCGLOBAL = of("HLCGLOBAL");

  /** CJ 대한통운(국제택배). */
  public static final IamportNaverDeliveryCompany KOREXG = of("KOREXG");

  /** TNT. */
  public static final IamportNaverDeliveryCompany TNT = of("TNT");

  /** 성원글로벌. */
  public static final IamportNaverDeliveryCompany SWGEXP = of("SWGEXP");

  /** 대운글로벌. */
  public static final IamportNaverDeliveryCompany DAEWOON = of("DAEWOON");

  /** USPS. */
  public static final IamportNaverDeliveryCompany USPS = of("USPS");

  /** i-parcel. */
  public static final IamportNaverDeliveryCompany IPARCEL = of("IPARCEL");

  /** 건영택배. */
  public static final IamportNaverDeliveryCompany KUNYOUNG = of("KUNYOUNG");

  /** 한의사랑택배. */
  public static final IamportNaverDeliveryCompany HPL = of("HPL");

  /** 다드림. */
  public static final IamportNaverDeliveryCompany DADREAM = of("DADREAM");

  /** SLX 택배. */
  public static final IamportNaverDeliveryCompany SLX = of("SLX");

  /** 순풍택배. */
  public static final IamportNaverDeliveryCompany SFEXPRESS = of("SFEXPRESS");

  /** 호남택배. */
  public static final IamportNaverDeliveryCompany HONAM = of("HONAM");

  private IamportNaverDeliveryCompany(String text) {
    super(text);
  }

  /** Returns the company with this word, also one that isn't documented. */
  public static IamportNaverDeliveryCompany of(String text) {
    return new IamportNaverDeliveryCompany(text);
  }
}
