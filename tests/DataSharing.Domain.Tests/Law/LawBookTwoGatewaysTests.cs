using DataSharing.Domain.Law;

namespace DataSharing.Domain.Tests.Law;

/// <summary>
/// Law book 2, gateway by gateway, as the specification draws it. T: P power, D duty, B bar, I implied. Senders and Recipients: kinds of
/// bodies by two letters, single bodies by name; any = nobody is shut out, list = only whom the law specifies, pooled = both sides together
/// as in book 1, = means the senders. CA: sets confidence aside (Y), a duty to which it yields (D), no (N), or only with what stands there.
/// U: u = something about it is to be confirmed.
/// </summary>
public class LawBookTwoGatewaysTests
{
    private const string OfBookOne = """
        Code         T  Senders                 Recipients           In   From       Lifts                         CA         U
        GW-DEA35     P  list                    list                 EWS  2018-07-19 HMRC,DWP,Other                Y          u
        GW-DEA36     P  list                    Su                   EWS  2018-05-01 .                             Y          u
        GW-DEA37     P  Su                      list                 EWS  2018-05-01 .                             Y          u
        GW-DEA38     P  list                    Su                   EW   2018-05-01 .                             Y          u
        GW-DEA39     P  Su                      list                 EW   2018-05-01 .                             Y          u
        GW-DEA46     P  Rg,gro,hmpo             Co,De,Po,He,Sc,Ot,Rg EW   2018-05-01 .                             Y          u
        GW-DEA48     P  list                    list                 EWS  2018-05-01 HMRC,DWP,Other                Y          u
        GW-DEA56     P  list                    list                 EWS  2018-05-01 HMRC,DWP,Other                Y          u
        GW-DEA64     P  pooled                  pooled               EWSN 2018-05-01 HMRC,DWP,Other                Y          u
        GW-SRSA39    BP De,Re                   any                  EWSN 2007-12-01 Statistics                    Reference  u
        GW-SRSA45    PD any                     ons,uksa             EWSN 2018-05-01 .                             Y          u
        GW-EA537A    PD Sc,list                 list                 EW   1997-09-01 .                             D          u
        GW-IPI2009   P  list                    list                 E    2009-09-01 .                             Advice     u
        GW-CA89-83   PD pooled                  pooled               EW   1991-10-14 .                             D          u
        GW-WRA131    P  Co,De,Ho,Ch,Cy          =                    EWS  2012-07-02 DWP                           Y          u
        GW-RP29ZA    DP Co,El,De                =                    EW   2014-06-10 DWP,Other                     Y          u
        GW-RP32ZBB   DP Co,El,De                =                    EW   2019-12-31 DWP,Other                     Y          u
        GW-CDA115    P  any                     Po,Co,He,Pb,Fi,Ho    EWS  1998-09-30 .                             N          u
        GW-CDA17A    D  pooled                  pooled               EW   2007-08-01 .                             N          .
        GW-PCSC16    P  Co,Po,He,Pb,Yj,Fi,Sc,Pn =                    EW   2023-01-31 DWP,Other                     Y          .
        GW-CA04-10   I  pooled                  pooled               E    2005-04-01 .                             N          u
        GW-CA04-11   I  pooled                  pooled               E    2005-10-01 .                             N          u
        GW-CA04-16LA D  pooled                  pooled               E    .          .                             N          u
        GW-CA89-47   D  Co,He                   Co                   EW   1991-10-14 .                             N          u
        GW-CARE6     I  pooled                  pooled               E    2015-04-01 .                             N          .
        GW-CARE7     D  Co,De,Po,He,Pb,Pn       =                    E    2015-04-01 .                             N          .
        GW-CARE45    D  any                     Bd,Co                E    2015-04-01 .                             D          .
        GW-CARE79    P  pooled                  pooled               E    2015-04-01 .                             N          u
        GW-HSCA251A  D  pooled                  pooled               E    2015-10-01 .                             N          .
        GW-HSCA251B  D  pooled                  pooled               E    2015-10-01 .                             N          .
        GW-HSCA259   PD Co,He,Ch,Cy             He,nhs-england,X26   E    2013-04-01 .                             Y          .
        GW-HSCA261   PD He,nhs-england,X26      any                  E    2013-04-01 .                             Advice     u
        GW-NHS251    P  pooled                  pooled               EW   2007-03-01 .                             CagSupport .
        GW-RTA3      I  dvla                    any                  EWS  1989-05-15 .                             N          u
        GW-RVR27     P  any                     any                  EWSN 2002-11-30 .                             Advice     u
        GW-SCA68     P  public                  Cy,In,Ch,Ot,De,Co,Po EWSN 2008-10-01 HMRC,DWP,Other                Y          u
        GW-LOC1      I  Co                      any                  E    2012-02-18 .                             N          u
        GW-LGA111    I  Co                      any                  EW   1974-04-01 .                             N          u
        GW-LGEW24    I  Co                      any                  W    2021-11-01 .                             N          u
        GW-LGA2000-2 I  pooled                  pooled               EW   2000-10-18 .                             N          u
        GW-LGIS20    I  Co                      any                  S    2003-04-01 .                             N          u
        GW-CRCA18    B  pooled                  pooled               EWSN 2005-04-18 .                             N          .
        GW-SSAA123   B  pooled                  pooled               EWS  1992-07-01 .                             N          u
        GW-CCA-REGS  PD Co,Po,Fi,He,De,Su,Cy,Ot =                    EWSN 2005-11-14 .                             N          .
        GW-CROWN     I  De                      any                  EWSN .          .                             N          u
        GW-COURT     D  any                     any                  EWSN .          HMRC,DWP,Statistics,DEA,Other Reference  u
        """;

    private const string New = """
        Code         T  Senders                                     Recipients     In   From       Lifts          CA        U
        GW-NFI14     DP any                                         cabinet-office E    2015-04-01 DWP,Other      Y         .
        GW-NFI-W     DP Co,He,Fi,Po,Ot                              audit-wales    W    2008-04-06 Other          Y         .
        GW-NFI-S     DP any                                         audit-scotland S    2010-01-01 Other          Y         u
        GW-NFI-NI    DP any                                         niauditoffice  N    2008-04-06 Other          Y         .
        GW-PAFER5    P  any                                         any            EWS  2026-04-01 .              Advice    u
        GW-SSAA122   PD De,Co                                       De,Co          EWS  1997-07-01 DWP            Y         u
        GW-SSAA123L  P  dwp,Co                                      any            EWS  1992-07-01 DWP            Consent   u
        GW-WRA127    P  hmrc,dwp                                    =              EWSN 2012-05-08 HMRC,DWP       Y         u
        GW-WRA130    P  Co                                          De,Co          EWS  2012-07-02 .              N         u
        GW-CT-INFO   D  Co,Fi,El                                    Co             EW   1992-04-01 .              D         u
        GW-CT-USE    P  Co                                          Co,Ot          EW   1992-03-06 .              N         u
        GW-CTR-F     D  Cy,Su,In,Ot,De                              Co             E    2013-04-01 .              D         u
        GW-CRCA17    P  hmrc,voa                                    =              EWSN 2005-04-18 HMRC           N         .
        GW-CRCA18A   P  hmrc                                        any            EWSN 2005-04-18 HMRC           Y         .
        GW-CRCA18C   P  hmrc                                        Po,Ct,De,Co,Ot EWSN 2005-04-18 HMRC           Y         .
        GW-CRCA18H   P  hmrc                                        any            EWSN 2005-04-18 HMRC           Consent   .
        GW-CRCA20    P  hmrc                                        any            EWSN 2005-04-18 HMRC           Y         .
        GW-HA213     D  Co,Ho                                       Co             E    1997-01-20 .              N         u
        GW-HA213A    D  Co                                          Co             E    2002-07-31 .              Consent   u
        GW-HA213B    D  Pn,Yj,Pb,Co,He,dwp,mod                      Co             E    2018-10-01 .              Consent   .
        GW-HWA95     D  Co,Ho                                       Co             W    2015-04-27 .              N         u
        GW-HWA94A    D  any                                         Co             W    .          .              Consent   .
        GW-HA04-237  P  Co                                          Co             EW   2005-01-01 DWP            Y         u
        GW-SHF13     D  Cy,Su,Ot                                    Co             E    2014-04-07 .              D         u
        GW-CA89-17   I  Co                                          any            E    1991-10-14 .              N         u
        GW-CA89-27   D  Co,He,Ho                                    Co             E    1991-10-14 .              N         .
        GW-CA04-12   I  Co                                          =              E    .          .              N         u
        GW-CA04-14B  D  any                                         Bd             E    2010-04-01 .              D         u
        GW-CA04-16H  D  any                                         Co,Po,He,Bd    E    2018-06-29 .              D         u
        GW-CA04-16N  D  any                                         Co,He          E    2018-06-29 .              D         .
        GW-SEND      D  He,Sc,Co                                    Co,Sc,He       E    2014-09-01 .              N         u
        GW-EA96-436A I  Co,Sc,He,De                                 Co             EW   2007-02-27 .              N         u
        GW-EA02-175  I  Sc,Co                                       Co,Po,He,Sc    EW   2004-06-01 .              N         u
        GW-ESA14     D  Sc,He,Co,Po                                 Co             E    2013-06-28 .              D         .
        GW-ESA15     P  dwp                                         Co             E    2013-06-28 DWP            Y         u
        GW-PUPREG    D  Sc                                          Co             E    2024-08-19 .              D         u
        GW-CTF       D  Sc                                          Sc,Co          E    2005-09-01 .              D         u
        GW-MAPPA     D  Po,Pb,Pn,Yj,Co,He,Ho,Cy,dwp,mod,home-office =              EW   2004-04-05 .              N         .
        GW-OMA14     P  De,Pb,Co,Po,Pn,Yj,Cy                        =              EW   2008-04-01 .              N         u
        GW-PCSC17    D  Co,He,Fi,Pb,Yj,Sc,Pn                        Po             EW   2023-01-31 .              D         u
        GW-OWHR      D  any                                         Po,Co,He       EW   2023-04-01 .              D         u
        GW-DHR       I  Po,Co,He,Pb                                 =              EWN  2011-04-13 .              N         .
        GW-DAA18     PD any                                         Rl             EW   2021-11-01 Other          Y         u
        GW-POLCL     I  Po                                          any            EWSN .          .              N         u
        GW-SVGA35    D  any                                         dbs            EW   2009-10-12 .              D         u
        GW-CJCSA71   P  dvla                                        Po,nca         EWS  2001-01-01 .              Y         u
        GW-NCA7      P  any                                         nca            EWSN 2013-10-07 HMRC,DWP,Other Y         u
        GW-POCA337   DP any                                         nca,Po         EWSN 2003-02-24 Other          Y         u
        GW-MSA52     D  Po,Co,nca,glaa                              home-office    EW   2015-11-01 .              D         .
        GW-PREVENT   I  Co,Sc,He,Po,Pn,Pb,Yj                        =              EWS  2015-07-01 .              N         u
        GW-CHANNEL   D  Co,Po,He,Sc,Pb,Pn,Yj,home-office            Co,Po          EWS  2015-04-12 .              N         .
        GW-CTA19     P  any                                         Ot             EWSN 2008-12-24 HMRC,DWP,Other Y         u
        GW-CARE42    I  any                                         any            E    2015-04-01 .              N         u
        GW-CARE18    I  Co                                          Ch,Cy,He,Ot    E    2015-04-01 .              N         u
        GW-NHS82     I  He,Co                                       He,Co          EW   2007-03-01 .              N         u
        GW-NHS75     P  He,Co                                       He,Co          E    2007-03-01 .              N         u
        GW-NHSPT10   D  He,Cy,Co                                    nhscfa         E    2007-03-01 .              D         u
        GW-CQC64     D  He,Co,Ch,Cy                                 cqc            E    2009-04-01 .              D         .
        GW-CQC76     BP cqc                                         any            E    2009-04-01 Other          Reference .
        GW-HPNOT     D  He                                          Co,ukhsa       E    2010-04-06 .              D         u
        GW-CORONER   D  any                                         Ct             EW   2013-07-25 .              D         u
        GW-MEDEX     D  He                                          He             E    2024-09-09 .              D         u
        GW-MCA35     D  He,Co,Ch,Cy                                 Ch,Ot          EW   2007-04-01 .              D         u
        GW-MHA117    I  He,Co                                       He,Co          EW   1983-09-30 .              N         u
        GW-GMS       D  He                                          He             E    2015-12-07 .              N         u
        GW-SSW128    D  Co,Po,He,Pb,Yj,De                           Co             W    2016-04-06 .              D         u
        GW-SSW137    D  Co,Po,He,Pb,Sc,Ch,Cy,Ot                     Bd,Co          W    2016-04-06 .              N         u
        GW-SSW164    D  Co,Po,He,Pb,De                              Co             W    2016-04-06 .              N         u
        GW-ALN65     D  He,Sc,Co                                    Co,Sc          W    2021-09-01 .              N         u
        GW-VAWDA     I  Co,He,Fi                                    =              W    2015-06-05 .              N         u
        GW-ASP5      D  Co,Po,He,Rl                                 Co             S    2008-10-29 .              D         .
        GW-ASP10     D  any                                         Co             S    2008-10-29 .              D         .
        GW-JW49      P  Co,He,Ot                                    Co,He,Ot       S    2014-09-22 .              Y         u
        GW-ASB139    P  any                                         Co,Po,Ho,Ot    S    2004-10-28 Other          Y         u
        GW-PHS117    P  He,Co,De                                    any            S    2009-10-01 Other          Y         u
        GW-RPS-MATCH DP Co,El,De                                    =              S    2014-06-10 DWP,Other      Y         u
        GW-LCES56    P  nrs                                         public         S    2006-10-01 .              N         u
        GW-MOS10     D  Po,Co,He,Pn                                 =              S    2007-04-02 .              N         u
        GW-CHS60     D  Co,Po                                       Ot             S    2013-06-24 .              D         u
        GW-NI-SBNI   D  He,Po,Co,Sc,Pb,Yj,Ch                        Bd,He          N    2012-09-17 .              N         u
        GW-NI-CO66   D  He,Sc,Ho,Co                                 He             N    1996-11-04 .              N         u
        GW-NI-CSC    I  He,Sc,Po,Co,Yj,Pb,De                        =              N    2015-12-09 .              N         u
        GW-NI-PPANI  D  Po,Pb,Pn,He,Ho,Yj,De                        =              N    2008-10-06 .              N         u
        GW-NI-LG79   I  Co                                          any            N    2015-04-01 .              N         u
        GW-NI-CDP    P  He                                          any            N    .          .              Advice    .
        GW-EA02-241  BP Co,Rl,De                                    any            EWSN 2003-06-20 Other          Reference .
        GW-LA185     P  Co,Po,Fi,He,De                              =              EW   2005-02-07 .              N         u
        GW-GA30      DP Co,Po,De,gambling-commission                =              EWS  2007-05-21 Other          Advice    u
        GW-HSW28     BP Co,hse                                      any            EWS  1975-01-01 Other          Reference u
        GW-TPHV      D  Co                                          Co,Ot          E    2023-04-27 .              D         u
        GW-IAA20     P  public                                      home-office    EWSN 2016-07-12 .              N         .
        GW-NIAA129   D  Co                                          home-office    EWSN 2003-07-30 .              D         .
        GW-RP107     D  Co,El                                       Co             EW   2002-10-16 .              D         .
        GW-RP35      D  Co                                          Co,El          EW   2001-02-16 .              D         u
        GW-RP23      D  any                                         Co,El          EW   2001-02-16 .              D         u
        GW-RPSUP     DP Co,El                                       Po,De,Rl,Cy,Ot EW   2002-10-16 .              D         u
        GW-DUAA45    P  public                                      Cy             EWSN .          .              Reference u
        GW-LGO29     D  any                                         lgo            E    1974-04-01 Other          D         u
        GW-OTHER     I  any                                         any            EWSN .          .              Advice    .
        """;

    private const string Public = "Co,De,Po,He,Sc,Rl,Fi,Pb,Pn,Yj,Ot";

    private static readonly Dictionary<BodyKind, string> Kinds = new()
    {
        [BodyKind.Council] = "Co",
        [BodyKind.Department] = "De",
        [BodyKind.Police] = "Po",
        [BodyKind.Health] = "He",
        [BodyKind.School] = "Sc",
        [BodyKind.Researcher] = "Re",
        [BodyKind.Supplier] = "Su",
        [BodyKind.Insurer] = "In",
        [BodyKind.Charity] = "Ch",
        [BodyKind.Company] = "Cy",
        [BodyKind.Other] = "Ot",
        [BodyKind.Registrar] = "Rg",
        [BodyKind.ElectoralOfficer] = "El",
        [BodyKind.Fire] = "Fi",
        [BodyKind.Probation] = "Pb",
        [BodyKind.Prison] = "Pn",
        [BodyKind.YouthJustice] = "Yj",
        [BodyKind.Housing] = "Ho",
        [BodyKind.Regulator] = "Rl",
        [BodyKind.Auditor] = "Au",
        [BodyKind.Court] = "Ct",
        [BodyKind.SafeguardingBoard] = "Bd",
    };

    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.Ordinal)
    {
        ["GOVUK-SLUG:care-quality-commission"] = "cqc",
        ["GOVUK-SLUG:department-for-work-pensions"] = "dwp",
        ["GOVUK-SLUG:disclosure-and-barring-service"] = "dbs",
        ["GOVUK-SLUG:driver-and-vehicle-licensing-agency"] = "dvla",
        ["GOVUK-SLUG:gangmasters-and-labour-abuse-authority"] = "glaa",
        ["GOVUK-SLUG:general-register-office"] = "gro",
        ["GOVUK-SLUG:health-and-safety-executive"] = "hse",
        ["GOVUK-SLUG:hm-passport-office"] = "hmpo",
        ["GOVUK-SLUG:hm-revenue-customs"] = "hmrc",
        ["GOVUK-SLUG:local-government-ombudsman"] = "lgo",
        ["GOVUK-SLUG:ministry-of-defence"] = "mod",
        ["GOVUK-SLUG:national-crime-agency"] = "nca",
        ["GOVUK-SLUG:national-records-of-scotland"] = "nrs",
        ["GOVUK-SLUG:nhs-counter-fraud-authority"] = "nhscfa",
        ["GOVUK-SLUG:office-for-national-statistics"] = "ons",
        ["GOVUK-SLUG:uk-health-security-agency"] = "ukhsa",
        ["GOVUK-SLUG:uk-statistics-authority"] = "uksa",
        ["GOVUK-SLUG:valuation-office-agency"] = "voa",
        ["GB-NHS:X26"] = "X26",
    };

    [Fact]
    public void Every_gateway_is_as_the_tables_say() =>
        Assert.Equal([.. Rows(OfBookOne), .. Rows(New)], LawBook.Shipped.Of<Gateway>().Select(Drawn));

    [Fact]
    public void There_are_98_gateways_more_than_in_book_1_and_another_enactment_comes_last()
    {
        string[] gateways = [.. LawBook.Shipped.Of<Gateway>().Select(gateway => gateway.Code)];
        string[] before = [.. LawBook.First.Of<Gateway>().Select(gateway => gateway.Code)];

        Assert.Equal(before, gateways[..before.Length]);
        Assert.Equal(98 + 1, gateways.Length - before.Length);
        Assert.Equal(Gateway.OtherEnactment, gateways[^1]);
    }

    private static IEnumerable<string> Rows(string table) =>
        table
            .Split('\n')
            .Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(row => string.Join(' ', [row[0], row[1], Sorted(row[2]), Sorted(row[3] == "=" ? row[2] : row[3]), .. row[4..]]));

    private static string Sorted(string bodies) =>
        string.Join(',', bodies.Replace("public", Public, StringComparison.Ordinal).Split(',').Order(StringComparer.Ordinal));

    private static string Drawn(Gateway gateway) =>
        string.Join(
            ' ',
            gateway.Code,
            string.Concat(gateway.Types.Select(type => type.ToString()[0])),
            Side(gateway, gateway.Senders, person => person.MaySend),
            Side(gateway, gateway.Recipients, person => person.MayReceive),
            string.Concat(gateway.Extent.Select(nation => nation.ToString()[0])),
            gateway.ValidFrom?.ToString("O", null) ?? ".",
            gateway.LiftsBars.Count == 0 ? "." : string.Join(',', gateway.LiftsBars),
            gateway.SetsConfidenceAside switch
            {
                ConfidenceEffect.Yes => "Y",
                ConfidenceEffect.Duty => "D",
                ConfidenceEffect.No => "N",
                ConfidenceEffect.OnlyWith when gateway.ConfidenceCondition is ConfidenceCondition.LegalAdvice => "Advice",
                ConfidenceEffect.OnlyWith => gateway.ConfidenceCondition?.ToString(),
                _ => "unsaid",
            },
            gateway.Unverified is null ? "." : "u"
        );

    private static string Side(Gateway gateway, IReadOnlyList<BodyKind> kinds, Func<SpecifiedPerson, bool> isOfSide)
    {
        string[] persons = [.. gateway.SpecifiedPersons.Where(isOfSide).Select(person => person.Organisation)];
        string[] bodies =
        [
            .. kinds.Select(kind => Kinds[kind]),
            .. gateway.SpecifiedOnly
                ? persons.Length > 0 || kinds.Count == 0
                    ? ["list"]
                    : Array.Empty<string>()
                : persons.Select(ShortName),
        ];
        return gateway.OpenTo.Count > 0 ? "pooled"
            : bodies.Length == 0 ? "any"
            : string.Join(',', bodies.Order(StringComparer.Ordinal));
    }

    private static string ShortName(string organisation) =>
        ShortNames.GetValueOrDefault(organisation) ?? organisation.Replace("GOVUK-SLUG:", "", StringComparison.Ordinal);
}
