using DataSharing.Domain.Law;

namespace DataSharing.Domain.Tests.Law;

public class LawBookCodesTests
{
    // The catalogue of legal bases, section by section. Read it as the catalogue, not as a test.
    private const string Catalogue = """
        LawfulBasis              A6-A A6-B A6-C A6-D A6-E A6-EA A6-F
        RecognisedInterest       RLI-PTD RLI-NSD RLI-EMG RLI-CRM RLI-SAF
        CompatibilityRoute       PL-ORIG PL-CONSENT PL-RAS PL-COMPLY PL-ART23 PL-TEST
        CompatibilityRoute       PL-ANX2-1 PL-ANX2-2 PL-ANX2-3 PL-ANX2-4 PL-ANX2-5 PL-ANX2-6 PL-ANX2-7 PL-ANX2-8 PL-ANX2-9
        SpecialCategoryCondition A9-A A9-B A9-C A9-D A9-E A9-F A9-G A9-H A9-I A9-J
        Schedule1Paragraph       S1-01 S1-02 S1-03 S1-04 S1-06 S1-07 S1-08 S1-09 S1-10 S1-11 S1-12 S1-13
        Schedule1Paragraph       S1-14 S1-15 S1-16 S1-17 S1-18 S1-19 S1-20 S1-21 S1-22 S1-23 S1-24 S1-25
        Schedule1Paragraph       S1-26 S1-27 S1-28 S1-29 S1-30 S1-31 S1-32 S1-33 S1-34 S1-35 S1-36 S1-37
        OffenceDataBasis         A10-OA A10-S1
        LawEnforcementBasis      P3-TASK P3-CONSENT
        Schedule8Condition       S8-1 S8-2 S8-3 S8-4 S8-5 S8-6 S8-7 S8-8 S8-9
        ConfidentialityRoute     CLDC-NA CLDC-IMPL CLDC-EXPL CLDC-LAW CLDC-S251 CLDC-OPI CLDC-COURT
        Gateway                  GW-DEA35 GW-DEA36 GW-DEA37 GW-DEA38 GW-DEA39 GW-DEA46 GW-DEA48 GW-DEA56 GW-DEA64
        Gateway                  GW-SRSA39 GW-SRSA45 GW-EA537A GW-IPI2009 GW-CA89-83 GW-WRA131 GW-RP29ZA GW-RP32ZBB
        Gateway                  GW-CDA115 GW-CDA17A GW-PCSC16 GW-CA04-10 GW-CA04-11 GW-CA04-16LA GW-CA89-47
        Gateway                  GW-CARE6 GW-CARE7 GW-CARE45 GW-CARE79 GW-HSCA251A GW-HSCA251B GW-HSCA259 GW-HSCA261
        Gateway                  GW-NHS251 GW-RTA3 GW-RVR27 GW-SCA68 GW-LOC1 GW-LGA111 GW-LGEW24 GW-LGA2000-2 GW-LGIS20
        Gateway                  GW-CRCA18 GW-SSAA123 GW-CCA-REGS GW-CROWN GW-COURT
        TransferMechanism        TR-NONE TR-ADEQ TR-IDTA TR-ADD TR-BCR TR-PUBINST TR-COC TR-CERT TR-AUTHCLAUSES TR-ADMIN
        TransferMechanism        TR-DEROG-A TR-DEROG-B TR-DEROG-C TR-DEROG-D TR-DEROG-E TR-DEROG-F TR-DEROG-G TR-DEROG-CLI
        TransferMechanism        TR-P3-ADEQ TR-P3-SAFE TR-P3-SPECIAL
        """;

    // Policy document: Y needed, Y/X needed unless excepted, . not needed (X in the catalogue).
    // SPI: the paragraph says "substantial public interest". NC: a reason for not using consent; NC* when triggered; U as the underlying.
    // Reasons: C cannot consent, N not reasonable to obtain, P would prejudice, W unreasonably withheld.
    private const string Schedule1 = """
        Code  Part Policy SPI NC  Reasons
        S1-01 1    Y      .   .   .
        S1-02 1    .      .   .   .
        S1-03 1    .      .   .   .
        S1-04 1    .      .   .   .
        S1-06 2    Y      x   .   .
        S1-07 2    Y      .   .   .
        S1-08 2    Y      .   .   .
        S1-09 2    Y      .   NC  N
        S1-10 2    Y/X    x   NC  P
        S1-11 2    Y      x   NC  P
        S1-12 2    Y      x   NC  N
        S1-13 2    .      x   .   .
        S1-14 2    Y      .   .   .
        S1-15 2    Y      .   .   .
        S1-16 2    Y      x   NC  N
        S1-17 2    Y      x   NC  CNP
        S1-18 2    Y      x   NC  CNP
        S1-19 2    Y      x   NC  CNP
        S1-20 2    Y      x   NC* N
        S1-21 2    Y      .   NC  N
        S1-22 2    Y      .   .   .
        S1-23 2    Y      .   NC* CNPW
        S1-24 2    Y      .   NC* CNPW
        S1-25 2    Y      .   .   .
        S1-26 2    Y      .   .   .
        S1-27 2    Y/X    .   .   .
        S1-28 2    Y      x   NC  P
        S1-29 3    .      .   .   .
        S1-30 3    .      .   .   .
        S1-31 3    .      .   .   .
        S1-32 3    .      .   .   .
        S1-33 3    .      .   .   .
        S1-34 3    .      .   .   .
        S1-35 3    Y      .   .   .
        S1-36 3    Y/X    .   U   .
        S1-37 3    Y      .   .   .
        """;

    // Types as in the catalogue: P power, D duty, B bar, I implied.
    private const string Gateways = """
        Code         Types Register Onward Lifts                          Excludes
        GW-DEA35     P     x        .      HMRC,DWP,Other                 .
        GW-DEA36     P     x        .      .                              .
        GW-DEA37     P     x        .      .                              .
        GW-DEA38     P     x        .      .                              .
        GW-DEA39     P     x        .      .                              .
        GW-DEA46     P     x        .      .                              .
        GW-DEA48     P     x        .      HMRC,DWP,Other                 .
        GW-DEA56     P     x        .      HMRC,DWP,Other                 .
        GW-DEA64     P     .        .      HMRC,DWP,Other                 HeldForHealthOrAdultCare
        GW-SRSA39    BP    .        .      Statistics                     .
        GW-SRSA45    PD    .        .      .                              .
        GW-EA537A    PD    .        .      .                              .
        GW-IPI2009   P     .        .      .                              .
        GW-CA89-83   PD    .        .      .                              .
        GW-WRA131    P     .        .      DWP                            .
        GW-RP29ZA    DP    .        x      DWP                            .
        GW-RP32ZBB   DP    .        x      DWP                            .
        GW-CDA115    P     .        .      .                              .
        GW-CDA17A    D     .        .      .                              PersonalData
        GW-PCSC16    P     .        .      .                              PatientInformation,HeldForHealthOrAdultCare
        GW-CA04-10   I     .        .      .                              .
        GW-CA04-11   I     .        .      .                              .
        GW-CA04-16LA D     .        .      .                              .
        GW-CA89-47   D     .        .      .                              .
        GW-CARE6     I     .        .      .                              .
        GW-CARE7     D     .        .      .                              .
        GW-CARE45    D     .        .      .                              .
        GW-CARE79    P     .        .      .                              .
        GW-HSCA251A  D     .        .      .                              .
        GW-HSCA251B  D     .        .      .                              .
        GW-HSCA259   PD    .        .      .                              .
        GW-HSCA261   PD    .        .      .                              .
        GW-NHS251    P     .        .      .                              .
        GW-RTA3      I     .        .      .                              .
        GW-RVR27     P     .        .      .                              .
        GW-SCA68     P     .        .      .                              .
        GW-LOC1      I     .        .      .                              .
        GW-LGA111    I     .        .      .                              .
        GW-LGEW24    I     .        .      .                              .
        GW-LGA2000-2 I     .        .      .                              .
        GW-LGIS20    I     .        .      .                              .
        GW-CRCA18    B     .        .      .                              .
        GW-SSAA123   B     .        .      .                              .
        GW-CCA-REGS  D     .        .      .                              .
        GW-CROWN     I     .        .      .                              .
        GW-COURT     D     .        x      HMRC,DWP,Statistics,DEA,Other  .
        """;

    [Fact]
    public void Book_1_has_every_code_of_the_catalogue_and_no_other()
    {
        var expected = Rows(Catalogue).SelectMany(row => row[1..].Select(code => $"{code} {row[0]}"));
        var actual = LawBook.First.Entries.Select(entry => $"{entry.Code} {entry.GetType().Name}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_condition_of_Schedule_1_is_as_the_table_says()
    {
        var actual = LawBook
            .First.Of<Schedule1Paragraph>()
            .Select(s =>
                string.Join(
                    ' ',
                    s.Code,
                    s.Part,
                    s.PolicyDocument switch
                    {
                        PolicyDocumentNeed.Needed => "Y",
                        PolicyDocumentNeed.NeededUnlessExcepted => "Y/X",
                        _ => ".",
                    },
                    s.SubstantialPublicInterest ? "x" : ".",
                    s.ReasonForNoConsent switch
                    {
                        ReasonForNoConsent.Always => "NC",
                        ReasonForNoConsent.WhenTriggered => "NC*",
                        ReasonForNoConsent.AsUnderlying => "U",
                        _ => ".",
                    },
                    s.AllowedNoConsentReasons.Count == 0 ? "." : string.Concat(s.AllowedNoConsentReasons.Select(Letter))
                )
            );

        Assert.Equal(Rows(Schedule1)[1..].Select(row => string.Join(' ', row)), actual);
    }

    [Fact]
    public void Every_gateway_is_as_the_table_says()
    {
        var actual = LawBook
            .First.Of<Gateway>()
            .Select(g =>
                string.Join(
                    ' ',
                    g.Code,
                    string.Concat(g.Types.Select(type => type.ToString()[0])),
                    g.RegisterRequired ? "x" : ".",
                    g.CoversOnward ? "x" : ".",
                    g.LiftsBars.Count == 0 ? "." : string.Join(',', g.LiftsBars),
                    g.ExcludedDataCategories.Count == 0 ? "." : string.Join(',', g.ExcludedDataCategories)
                )
            );

        Assert.Equal(Rows(Gateways)[1..].Select(row => string.Join(' ', row)), actual);
    }

    [Theory]
    [InlineData("GW-DEA35", "MultipleDisadvantages,TvRetuning,FuelPoverty,WaterPoverty,IdentityVerification")]
    [InlineData("GW-DEA64", "Research")]
    [InlineData("GW-RP29ZA", "ElectoralRegistration")]
    [InlineData("GW-RP32ZBB", "ElectoralRegistration")]
    [InlineData("GW-WRA131", "WelfareServices,TroubledFamilies")]
    [InlineData("GW-HSCA251A", "IndividualHealthOrAdultCare")]
    [InlineData("GW-HSCA251B", "IndividualHealthOrAdultCare")]
    [InlineData("GW-RVR27", "VehicleKeeperEnquiry")]
    [InlineData("GW-EA537A", "IndividualPupilInformation")]
    [InlineData("GW-IPI2009", "IndividualPupilInformation")]
    [InlineData("GW-PCSC16", "SeriousViolence")]
    public void A_gateway_limited_to_purposes_names_them(string code, string purposes) =>
        Assert.Equal(purposes.Split(','), LawBook.First.Gateway(code)!.AllowedPurposeCodes);

    [Fact]
    public void No_other_gateway_is_limited_to_purposes() =>
        Assert.Equal(11, LawBook.First.Of<Gateway>().Count(gateway => gateway.AllowedPurposeCodes is not null));

    private static string Letter(string reason) =>
        reason switch
        {
            "CannotConsent" => "C",
            "NotReasonableToObtain" => "N",
            "WouldPrejudice" => "P",
            "UnreasonablyWithheld" => "W",
            _ => reason,
        };

    private static string[][] Rows(string table) =>
        [.. table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
