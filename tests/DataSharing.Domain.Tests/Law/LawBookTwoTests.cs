using System.Text.RegularExpressions;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Domain.Tests.Law;

public class LawBookTwoTests
{
    // A purpose and the gateways that are limited to it, alone or with others.
    private const string Purposes = """
        MultipleDisadvantages       GW-DEA35
        TvRetuning                  GW-DEA35
        FuelPoverty                 GW-DEA35 GW-DEA36 GW-DEA37
        WaterPoverty                GW-DEA35 GW-DEA38 GW-DEA39
        IdentityVerification        GW-DEA35 GW-DUAA45
        PublicSectorDebt            GW-DEA48
        PublicSectorFraud           GW-DEA56 GW-PAFER5
        FraudDataMatching           GW-NFI14 GW-NFI-W GW-NFI-S GW-NFI-NI
        Research                    GW-DEA64
        ElectoralRegistration       GW-RP29ZA GW-RP32ZBB GW-RPS-MATCH GW-RP35 GW-RP23
        ElectoralRegisterUse        GW-RP107 GW-RPSUP
        WelfareServices             GW-WRA131 GW-WRA130
        TroubledFamilies            GW-WRA131
        HousingBenefit              GW-SSAA122 GW-WRA130 GW-WRA131
        BenefitFraud                GW-SSAA122
        CouncilTaxReduction         GW-WRA131 GW-CTR-F
        CouncilTax                  GW-CT-INFO GW-CT-USE
        EmptyHomes                  GW-CT-USE
        Homelessness                GW-HA213 GW-HA213A GW-HA213B GW-HWA95 GW-HWA94A GW-WRA131
        HousingEnforcement          GW-HA04-237
        SocialHousingFraud          GW-SHF13
        IndividualHealthOrAdultCare GW-HSCA251A GW-HSCA251B
        SafeguardingAdultsBoard     GW-CARE45
        SafeguardingBoardWales      GW-SSW137
        SafeguardingPartners        GW-CA04-16H
        ChildDeathReview            GW-CA04-16N
        SpecialEducationalNeeds     GW-SEND
        ParticipationInLearning     GW-ESA14 GW-ESA15
        IndividualPupilInformation  GW-EA537A GW-IPI2009
        SeriousViolence             GW-PCSC16 GW-PCSC17
        HomicideReview              GW-OWHR GW-DHR
        PublicProtection            GW-MAPPA GW-OMA14 GW-MOS10 GW-NI-PPANI
        CounterRadicalisation       GW-CHANNEL
        AntisocialBehaviour         GW-ASB139
        HealthAndCareIntegration    GW-JW49
        PublicHealthProtection      GW-PHS117
        ConsumerProtection          GW-EA02-241
        Licensing                   GW-LA185 GW-GA30 GW-TPHV
        ImmigrationControl          GW-IAA20 GW-NIAA129
        VehicleKeeperEnquiry        GW-RVR27
        """;

    // T telling people, A access, R the other rights; then where it stands.
    private const string Exemptions = """
        EX-ART13-4  T   eur/2016/679/article/13
        EX-ART14-5C T   eur/2016/679/article/14
        EX-ART14-5E T   eur/2016/679/article/14
        EX-S2-2     TAR ukpga/2018/12/schedule/2
        EX-S2-3     TA  ukpga/2018/12/schedule/2
        EX-S2-4     TAR ukpga/2018/12/schedule/2
        EX-S2-5     TAR ukpga/2018/12/schedule/2
        EX-S2-7     TA  ukpga/2018/12/schedule/2
        EX-S2-16    A   ukpga/2018/12/schedule/2
        EX-S2-19    TA  ukpga/2018/12/schedule/2
        EX-S2-27    AR  ukpga/2018/12/schedule/2
        EX-S3       TA  ukpga/2018/12/schedule/3
        EX-P3-44    TAR ukpga/2018/12/section/44
        """;

    private static LawBook Book => LawBook.Shipped;

    [Fact]
    public void Book_2_reads_strictly_and_says_which_law_it_states()
    {
        Assert.Equal(Book.Write(), LawBook.Read(Book.Write()).Write());
        Assert.Equal(2, Book.Number);
        Assert.Equal("Law book 2: data-sharing law of the United Kingdom", Book.Title);
        Assert.Equal(new DateOnly(2026, 9, 1), Book.AsOf);
    }

    [Fact]
    public void Book_2_may_follow_book_1() => Assert.Equal([], LawBookDifference.Objections(LawBook.First, Book));

    [Fact]
    public void Every_purpose_has_the_gateways_of_the_table_and_no_others()
    {
        var actual =
            from gateway in Book.Of<Gateway>()
            from purpose in gateway.AllowedPurposeCodes ?? []
            select $"{purpose} {gateway.Code}";

        Assert.Equal(
            Rows(Purposes).SelectMany(row => row[1..].Select(code => $"{row[0]} {code}")).Order(StringComparer.Ordinal),
            actual.Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            Rows(Purposes).Select(row => row[0]).Order(StringComparer.Ordinal),
            Book.Codes(LawVocabulary.GatewayPurpose).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_exemption_is_as_the_table_says_and_none_is_a_power()
    {
        Assert.Equal(
            Rows(Exemptions).Select(row => $"{row[0]} {row[1]} https://www.legislation.gov.uk/{row[2]} 2018-05-25"),
            Book.Of<Exemption>()
                .Select(exemption => $"{exemption.Code} {Letters(exemption.Exempts)} {exemption.Url} {exemption.ValidFrom:O}")
        );
        Assert.All(Book.Of<Exemption>(), exemption => Assert.Equal(LegalStatus.InForce, exemption.Status));
        Assert.All(Book.Of<Exemption>(), exemption => Assert.NotNull(exemption.Unverified));

        static string Letters(IEnumerable<ExemptedRight> rights) =>
            string.Concat(
                rights
                    .Order()
                    .Select(right =>
                        right switch
                        {
                            ExemptedRight.Information => 'T',
                            ExemptedRight.Access => 'A',
                            _ => 'R',
                        }
                    )
            );
    }

    [Theory]
    [InlineData("GW-LGA2000-2", LegalStatus.Repealed, "2021-10-31")]
    [InlineData("GW-CA04-16LA", LegalStatus.EnactedNotCommenced, null)]
    [InlineData("GW-HWA94A", LegalStatus.EnactedNotCommenced, null)]
    [InlineData("GW-CA04-12", LegalStatus.Lapsed, "2010-08-06")]
    [InlineData("GW-CA04-14B", LegalStatus.Repealed, "2019-09-29")]
    [InlineData("GW-OWHR", LegalStatus.Unverified, null)]
    [InlineData("GW-NI-CDP", LegalStatus.EnactedNotCommenced, null)]
    [InlineData("GW-DUAA45", LegalStatus.Unverified, null)]
    public void What_is_not_in_force_says_so(string code, LegalStatus status, string? lastDay)
    {
        var entry = Book.Find(code)!;

        Assert.Equal(status, entry.Status);
        Assert.Equal(lastDay, entry.ValidTo?.ToString("O", null));
        Assert.False(entry.InForceOn(Book.AsOf));
    }

    [Fact]
    public void Everything_else_is_in_force_on_the_day_of_the_book() =>
        Assert.Equal(8, Book.Entries.Count(entry => !entry.InForceOn(Book.AsOf)));

    [Fact]
    public void A_reference_is_needed_where_the_power_depends_on_one() =>
        Assert.Equal(
            [
                "GW-CARE45",
                "GW-CARE79",
                "GW-COURT",
                "GW-CRCA20",
                "GW-CA04-16H",
                "GW-CA04-16N",
                "GW-NHS75",
                "GW-CORONER",
                "GW-SSW137",
                "GW-ASP10",
                "GW-NI-SBNI",
                "GW-NIAA129",
                "GW-RPSUP",
            ],
            CodesOf(gateway => gateway.NeedsReference is not null)
        );

    [Fact]
    public void What_an_installation_changed_itself_stays_when_it_takes_the_portals_book()
    {
        var own = LawBook.First.Next(LawBook.First.AsOf);
        own = own.With(own.Gateway("GW-LOC1")! with { Limits = "Only with the leave of the cabinet." });

        var next = LawBook.Shipped.Following(own);

        Assert.Equal("Only with the leave of the cabinet.", next.Gateway("GW-LOC1")!.Limits);
        Assert.Equal(LawBook.Shipped.Gateway("GW-DEA35")!.ListIncompleteFor, next.Gateway("GW-DEA35")!.ListIncompleteFor);
        Assert.NotNull(next.Find("GW-NFI14"));
    }

    [Fact]
    public void Single_flags_are_where_the_law_asks_for_them()
    {
        Assert.Equal(["GW-DEA48", "GW-DEA56", "GW-DEA64"], CodesOf(gateway => gateway.GateOnce));
        Assert.Equal(["GW-DEA48", "GW-DEA56"], CodesOf(gateway => gateway.PilotApprovalRequired));
        Assert.Equal(["GW-HSCA251A"], CodesOf(gateway => !gateway.IsPowerToDisclose));
        Assert.Equal(["GW-RTA3", "GW-OTHER"], CodesOf(gateway => gateway.LegalAdviceMandatory));
        Assert.Equal(["GW-RP29ZA", "GW-RP32ZBB", "GW-COURT", "GW-RPS-MATCH"], CodesOf(gateway => gateway.CoversOnward));
        Assert.Equal(
            [
                "GW-DEA64 HeldForHealthOrAdultCare",
                "GW-CDA17A PersonalData",
                "GW-PCSC16 PatientInformation,HeldForHealthOrAdultCare",
                "GW-NFI14 PatientInformationOfOthers",
                "GW-NFI-W PatientInformationOfOthers",
                "GW-NFI-NI PatientInformationOfOthers",
                "GW-PCSC17 PatientInformation,HeldForHealthOrAdultCare",
                "GW-DAA18 PatientInformation",
            ],
            Book.Of<Gateway>()
                .Where(gateway => gateway.ExcludedDataCategories.Count > 0)
                .Select(gateway => $"{gateway.Code} {string.Join(',', gateway.ExcludedDataCategories)}")
        );
    }

    [Fact]
    public void Closed_lists_say_where_they_are_partial() =>
        Assert.Equal(
            [
                "GW-DEA35 IdentityVerification,Wales,Scotland",
                "GW-DEA36 *",
                "GW-DEA37 *",
                "GW-DEA38 *",
                "GW-DEA39 *",
                "GW-DEA48 *",
                "GW-DEA56 *",
                "GW-EA537A *",
                "GW-IPI2009 *",
            ],
            Book.Of<Gateway>()
                .Where(gateway => gateway.SpecifiedOnly)
                .Select(gateway => $"{gateway.Code} {string.Join(',', gateway.ListIncompleteFor)}")
        );

    // Leeds, Bristol and Kent are a metropolitan district, a unitary council and a county; E31 are fire and rescue authorities.
    [Theory]
    [InlineData("GW-DEA35", "ONS-GSS:E08000035", "MultipleDisadvantages TvRetuning FuelPoverty WaterPoverty")]
    [InlineData("GW-DEA35", "ONS-GSS:E06000023", "MultipleDisadvantages TvRetuning FuelPoverty WaterPoverty")]
    [InlineData("GW-DEA35", "ONS-GSS:E10000016", "MultipleDisadvantages TvRetuning FuelPoverty WaterPoverty")]
    [InlineData("GW-DEA35", "ONS-GSS:W06000015", "MultipleDisadvantages TvRetuning FuelPoverty WaterPoverty")]
    [InlineData("GW-DEA35", "ONS-GSS:S12000049", "MultipleDisadvantages TvRetuning FuelPoverty WaterPoverty")]
    [InlineData("GW-DEA35", "GOVUK-SLUG:department-for-work-pensions", "MultipleDisadvantages TvRetuning FuelPoverty WaterPoverty")]
    [InlineData("GW-DEA35", "GOVUK-SLUG:hm-revenue-customs", "MultipleDisadvantages FuelPoverty WaterPoverty")]
    [InlineData(
        "GW-DEA35",
        "GOVUK-SLUG:ministry-of-housing-communities-local-government",
        "MultipleDisadvantages FuelPoverty WaterPoverty"
    )]
    [InlineData("GW-DEA35", "GOVUK-SLUG:land-registry", "FuelPoverty WaterPoverty")]
    [InlineData("GW-DEA35", "GOVUK-SLUG:greater-london-authority", "TvRetuning FuelPoverty WaterPoverty")]
    [InlineData("GW-DEA35", "GOVUK-SLUG:ofgem", "FuelPoverty")]
    [InlineData("GW-DEA35", "GOVUK-SLUG:department-for-energy-security-and-net-zero", "FuelPoverty")]
    [InlineData("GW-DEA35", "GOVUK-SLUG:ministry-of-defence", "MultipleDisadvantages TvRetuning")]
    [InlineData("GW-DEA35", "GOVUK-SLUG:home-office", "MultipleDisadvantages")]
    [InlineData("GW-DEA35", "POLICE-UK:west-yorkshire", "MultipleDisadvantages")]
    [InlineData("GW-DEA35", "GB-EDU:107140", "MultipleDisadvantages")]
    [InlineData("GW-DEA35", "ONS-GSS:E31000047", "MultipleDisadvantages FuelPoverty")]
    [InlineData("GW-DEA35", "GOVUK-SLUG:cabinet-office", "IdentityVerification")]
    [InlineData("GW-DEA35", "GB-NHS:R0A", "")]
    [InlineData("GW-DEA35", "GB-COH:00000001", "")]
    [InlineData("GW-DEA36", "ONS-GSS:S12000049", "FuelPoverty")]
    [InlineData("GW-DEA39", "ONS-GSS:S12000049", "")]
    [InlineData("GW-DEA38", "GOVUK-SLUG:ministry-of-housing-communities-local-government", "WaterPoverty")]
    [InlineData("GW-DEA48", "GOVUK-SLUG:student-loans-company", "")]
    [InlineData("GW-DEA56", "GOVUK-SLUG:student-loans-company", "PublicSectorFraud")]
    [InlineData("GW-DEA56", "ONS-GSS:W06000015", "PublicSectorFraud")]
    public void A_body_is_specified_for_its_objectives_only(string code, string identifier, string purposes) =>
        Assert.Equal(
            purposes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Book.Gateway(code)!.SpecifiedPersons.Where(person => person.Covers(identifier)).Select(person => person.PurposeCode)
        );

    [Theory]
    [InlineData("GW-DEA36", SpecifiedSide.Sender)]
    [InlineData("GW-DEA37", SpecifiedSide.Recipient)]
    [InlineData("GW-DEA38", SpecifiedSide.Sender)]
    [InlineData("GW-DEA39", SpecifiedSide.Recipient)]
    [InlineData("GW-DEA48", SpecifiedSide.Both)]
    public void The_public_side_of_a_gateway_is_the_specified_one(string code, SpecifiedSide side) =>
        Assert.All(Book.Gateway(code)!.SpecifiedPersons, person => Assert.Equal(side, person.Side));

    [Fact]
    public void Explanations_are_one_plain_sentence() =>
        Assert.All(
            Book.Entries,
            entry =>
            {
                Assert.InRange(entry.Explanation.Split(' ').Length, 5, 35);
                Assert.Matches(@"^[^.!?]+\.$", entry.Explanation);
            }
        );

    [Fact]
    public void What_is_told_in_sentences_ends_as_a_sentence() =>
        Assert.Equal(
            [],
            from entry in Book.Entries
            where LawBook.First.Find(entry.Code) is null
            from text in new[]
            {
                entry.WhoMayUse,
                entry.Unverified,
                (entry as Gateway)?.Purpose,
                Limits(entry),
                (entry as Gateway)?.OnwardLimits,
            }
            where text is not null && !Regex.IsMatch(text, @"\A\p{Lu}.*\.\z")
            select $"{entry.Code}: {text}"
        );

    [Fact]
    public void No_two_entries_of_a_kind_ask_for_the_same_evidence() =>
        Assert.Equal(
            [],
            from entry in Book.Entries
            group entry.Code by $"{entry.GetType().Name}: {string.Join("; ", entry.Evidence)}" into same
            where same.Count() > 1
            select $"{string.Join(", ", same)} {same.Key}"
        );

    [Fact]
    public void Every_statute_has_its_address()
    {
        string[] withoutOne =
        [
            .. LawBook.First.Entries.Where(entry => entry.Url is null).Select(entry => entry.Code),
            "GW-POLCL",
            Gateway.OtherEnactment,
        ];

        Assert.Equal(withoutOne, Book.Entries.Where(entry => entry.Url is null).Select(entry => entry.Code));
    }

    [Fact]
    public void The_open_points_say_what_the_second_reading_left_open()
    {
        Assert.DoesNotContain(Book.OpenPoints, point => point.Contains("Annex 2", StringComparison.Ordinal));
        Assert.DoesNotContain(Book.OpenPoints, point => point.Contains("recognised legitimate interests", StringComparison.Ordinal));
        Assert.All(
            ["Schedules 5 to 8", "identity verification", "sections 45 to 48", "section 71"],
            words => Assert.Contains(Book.OpenPoints, point => point.Contains(words, StringComparison.Ordinal))
        );
    }

    private static string? Limits(LawEntry entry) => entry is Gateway gateway ? gateway.Limits : (entry as Exemption)?.Limits;

    private static IEnumerable<string> CodesOf(Func<Gateway, bool> predicate) =>
        Book.Of<Gateway>().Where(predicate).Select(gateway => gateway.Code);

    private static string[][] Rows(string table) =>
        [.. table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
