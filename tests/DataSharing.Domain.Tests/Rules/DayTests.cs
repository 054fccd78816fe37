using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Tests.Rules;

/// <summary>Agreements in which nothing changes but the day: a rule falls silent or speaks on the right one, and not the day before.</summary>
public class DayTests
{
    [Theory]
    [InlineData("DSA-005", "7-4", "", "2030-01-01", "E /parties/SUP/art28/validTo")]
    [InlineData("DSA-035", "7-2", "", "2027-06-01", "E /legalLines/L3/s1/C1; E /legalLines/L4/s1/C1")]
    [InlineData(
        "DSA-055",
        "7-2",
        """/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 2, "ref": "25/CAG/1", "reviewDue": "2027-01-31"}}""",
        "2027-02-01",
        "E /legalLines/L1/confidentiality/cag"
    )]
    [InlineData("DSA-079", "7-2", "", "2027-06-02", "W /privacyNotices/N1; W /privacyNotices/N2")]
    [InlineData("DSA-083", "7-2", "/parties/CHY/complaintsRoute =", "2026-06-19", "E /parties/CHY/complaintsRoute")]
    [InlineData("DSA-087", "7-2", "", "2027-07-01", "W /parties/CHY/assurances; W /parties/KMC/assurances")]
    [InlineData(
        "DSA-101",
        "7-2",
        "/parties/KMC/apd =; /parties/CHY/apd =",
        "2027-05-01",
        "W /parties/KMC/assurances/A1; W /parties/CHY/assurances/A1"
    )]
    [InlineData("DSA-101", "7-3", """/parties/UOL/assurances/A1/validTo = "2029-09-30" """, "2029-10-01", "E /parties/UOL/assurances/A1")]
    public void A_day_comes_on_which_a_rule_speaks(string rule, string number, string changes, string day, string finds)
    {
        Assert.Equal("", On(Day(day).AddDays(-1)));
        Assert.Equal(finds, On(Day(day)));

        string On(DateOnly today) => Found(rule, Changed(number, changes), today);
    }

    /// <summary>Until then it is a warning.</summary>
    [Fact]
    public void Evidence_that_is_renewed_yearly_counts_to_its_last_day()
    {
        Assert.Equal("W /parties/KMC/assurances/A1; W /parties/CHY/assurances/A1", On("2027-06-30"));
        Assert.Equal("E /parties/KMC/assurances/A1; E /parties/CHY/assurances/A1", On("2027-07-01"));

        static string On(string today) => Found("DSA-101", Changed("7-2", "/parties/KMC/apd =; /parties/CHY/apd ="), Day(today));
    }

    [Theory]
    [InlineData("startDate")]
    [InlineData("effectiveFrom")]
    public void Recognised_legitimate_interests_exist_from_5_February_2026(string member)
    {
        Assert.Equal("E /legalLines/L3/art6", StartingOn("2026-02-04"));
        Assert.Equal("", StartingOn("2026-02-05"));

        string StartingOn(string day) =>
            Found("DSA-023", Changed("7-2", $"""/startDate = "2026-01-01"; /{member} = "{day}" """), new DateOnly(2026, 1, 1));
    }

    [Theory]
    [InlineData("validTo", "2027-03-31", "2027-04-01")]
    [InlineData("validFrom", "2027-04-01", "2027-03-31")]
    public void A_gateway_holds_from_its_first_day_to_its_last(string member, string inForce, string notInForce)
    {
        Assert.Equal("", On(inForce));
        Assert.Equal("E /legalLines/L1/gateways/G2", On(notInForce));

        string On(string today) =>
            Found("DSA-050", Sample.Of("7-2").WithEntry("GW-LOC1", gateway => gateway[member] = inForce), Day(today));
    }

    /// <summary>Nobody is on its list any more.</summary>
    [Fact]
    public void A_body_is_specified_for_a_gateway_to_its_last_day()
    {
        Assert.Equal("", On("2027-03-31"));
        Assert.Equal("E /legalLines/L1/gateways/G1", On("2027-04-01"));

        static string On(string today) =>
            Found(
                "DSA-048",
                Sample
                    .Of("7-5")
                    .WithEntry(
                        "GW-DEA35",
                        gateway =>
                        {
                            foreach (
                                var person in gateway["specifiedPersons"]!
                                    .AsArray()
                                    .Where(p => (string?)p!["organisation"] == "GOVUK-SLUG:department-for-work-pensions")
                            )
                            {
                                person!["validTo"] = "2027-03-31";
                            }
                        }
                    ),
                Day(today)
            );
    }

    private static string Found(string rule, Sample sample, DateOnly today)
    {
        sample.Circumstances = sample.Circumstances with { Today = today };
        return string.Join(
            "; ",
            sample.Check().Where(finding => finding.RuleId == rule).Select(finding => $"{finding.Severity.ToString()[0]} {finding.Path}")
        );
    }

    private static Sample Changed(string number, string changes) =>
        Sample.Of(number).With(changes.Split(';', StringSplitOptions.RemoveEmptyEntries));

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
