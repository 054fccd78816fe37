using DataSharing.Domain.Organisations;

namespace DataSharing.Domain.Tests.Organisations;

public sealed class IdentifierSchemeTests
{
    // What a register writes, and what looks like it and is not.
    private const string Formats = """
        GB-COH     | 01234567 SC123456 NI012345 OC300001 OE000123 R0000521 SL00911A NI02345A IP00123R SP2414RS RS007CUS | 1234567 012345678 sc123456 S1234567 SCO12345 SL00911B X0000521 IP00123
        GB-CHC     | 123456 1234567 1123456-1 201234-12        | 12345 12345678 1123456- 1123456-12345 1123456/1 A123456
        GB-SC      | SC012345                               | SC12345 SC0123456 012345 sc012345
        GB-NIC     | 100123                                 | 10012 1001234 NIC100123
        GB-NHS     | R0A RR8 8HK12 A81001 GUYSTHMS          | R0 r0a R0A-1 ABCDEFGHI
        GB-EDU     | 107140                                 | 10714 1071401 E07140
        GB-UKPRN   | 10007795                               | 20007795 1000779 100077950
        GB-HESA    | 0124                                   | 124 01244 H124
        GB-LAE     | KIR LDS                                | KI KIRK kir K1R
        GB-LAS     | GLG                                    | GL GLGW glg
        GB-PLA     | CRF                                    | CR CRFF crf
        GB-LANI    | BFS                                    | BF BFST bfs
        GB-GOR     | D10 PB1234 OT532                       | D d10 D10-1 ABCDEFGHI
        XI-LEI     | 213800D1EI4B9WTWWD28                   | 213800D1EI4B9WTWWD2 213800D1EI4B9WTWWD2X 213800d1ei4b9wtwwd28
        XI-ROR     | 024mrxd33                              | 124mrxd33 024mrxd3 024mrxd333 024MRXD33
        GOVUK-SLUG | hm-treasury department-for-education    | HM-Treasury -hm hm- hm--treasury hm_treasury
        ONS-GSS    | E08000034 W06000015 S12000049 N09000003 K02000001 J01000001 L93000001 M83000003 | X08000034 E0800003 E080000344 e08000034
        POLICE-UK  | west-yorkshire kent                    | West-Yorkshire west--yorkshire kent1 -kent
        ICO-REG    | ZA123456 ZB123456 Z1234567 Z581958X     | ZA12345 Z123456 za123456 A1234567
        """;

    // What somebody types or pastes, and what is kept.
    private const string Typed = """
        GB-COH     | r0000521             | R0000521
        GB-COH     | " sl 00911a "        | SL00911A
        GB-COH     | ip00123r             | IP00123R
        GB-COH     | GB-COH-01234567      | 01234567
        GB-CHC     | 1123456–1            | 1123456-1
        GB-SC      | "sc 012 345"         | SC012345
        GB-NIC     | NIC100012            | 100012
        GB-NIC     | "nic 100012"         | 100012
        GB-NHS     | r0a                  | R0A
        GB-EDU     | "URN 107140"         | 107140
        GB-UKPRN   | "UKPRN 1000 7795"    | 10007795
        ONS-GSS    | k02000001            | K02000001
        ICO-REG    | "za 123456"          | ZA123456
        XI-ROR     | https://ror.org/024MRXD33 | 024mrxd33
        XI-LEI     | 213800d1ei4b9wtwwd28 | 213800D1EI4B9WTWWD28
        GOVUK-SLUG | https://www.gov.uk/government/organisations/hm-treasury/ | hm-treasury
        GOVUK-SLUG | "HM Treasury"        | hm-treasury
        POLICE-UK  | "West Yorkshire"     | west-yorkshire
        """;

    private static readonly (string Scheme, string[] Good, string[] Bad)[] Rows =
    [
        .. Formats.Split('\n').Select(line => line.Split('|')).Select(cells => (cells[0].Trim(), Words(cells[1]), Words(cells[2]))),
    ];

    public static TheoryData<string> Schemes => [.. IdentifierScheme.All.Select(s => s.Code)];

    [Fact]
    public void The_table_has_every_scheme_once() => Assert.Equal(IdentifierScheme.All.Select(s => s.Code), Rows.Select(r => r.Scheme));

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Accepts_WhatTheRegisterWrites_AndNothingLikeIt(string code)
    {
        var scheme = IdentifierScheme.Find(code)!;
        var (_, good, bad) = Rows.Single(r => r.Scheme == code);

        Assert.All([scheme.Example, .. good], value => Assert.True(scheme.Accepts(value), value));
        Assert.All(bad, value => Assert.False(scheme.Accepts(value), value));
    }

    [Fact]
    public void Read_AsItIsTyped_GivesWhatTheRegisterWrites() =>
        Assert.All(
            Typed.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)),
            cells => Assert.Equal((cells[2], null), IdentifierScheme.Find(cells[0])!.Read(cells[1].Trim('"')))
        );

    [Theory]
    [InlineData("GB-COH", "1234567", "That is no Companies House number. Did a zero get lost? It would be 01234567")]
    [InlineData("GB-COH", "sc12345", "That is no Companies House number. Did a zero get lost? It would be SC012345")]
    [InlineData("GB-COH", "SCO12345", "That is no Companies House number. Was a letter O typed for a zero? It would be SC012345")]
    [InlineData("GB-COH", "nothing", "That is no Companies House number. It looks like 01234567")]
    [InlineData("GB-HESA", "124", "That is no HESA provider code. Did a zero get lost? It would be 0124")]
    [InlineData("GB-CHC", "12345", "That is no Charity number, England and Wales. It looks like 1234567")]
    [InlineData(
        "ICO-REG",
        "12345",
        "That is no Data-protection fee registration. It looks like ZA123456. Older ones are like Z1234567 or Z123456X"
    )]
    public void Read_Wrong_SaysWhatMayHaveHappened(string code, string text, string objection) =>
        Assert.Equal((null, objection), IdentifierScheme.Find(code)!.Read(text));

    [Theory]
    [InlineData("gb-coh: r0000521", "GB-COH:R0000521")]
    [InlineData("GB-NIC:NIC100012", "GB-NIC:100012")]
    [InlineData("GB-COH:1234567", "GB-COH:1234567")]
    [InlineData("gb-xyz:1", "gb-xyz:1")]
    [InlineData("R0A", "R0A")]
    [InlineData("", "")]
    public void InItsForm_OfAKnownRegister_IsAsItWritesIt_AndAnythingElseAsItWas(string text, string written) =>
        Assert.Equal(written, IdentifierScheme.InItsForm(text));

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Read_WhatIsWritten_IsThat(string code)
    {
        var scheme = IdentifierScheme.Find(code)!;

        Assert.All(Rows.Single(r => r.Scheme == code).Good, value => Assert.Equal((value, null), scheme.Read(value)));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Accepts_SomethingAround_IsRefused(string code)
    {
        var scheme = IdentifierScheme.Find(code)!;

        Assert.All(
            ["", " ", "\n", "\0"],
            around =>
            {
                Assert.False(scheme.Accepts(around));
                if (around.Length > 0)
                {
                    Assert.False(scheme.Accepts(scheme.Example + around), $"{scheme.Example}, then {(int)around[0]}");
                    Assert.False(scheme.Accepts(around + scheme.Example), $"{(int)around[0]}, then {scheme.Example}");
                }
            }
        );
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Accepts_DigitsOfAnotherScript_IsRefused(string code)
    {
        var scheme = IdentifierScheme.Find(code)!;
        var arabic = string.Concat(scheme.Example.Select(c => char.IsAsciiDigit(c) ? (char)('\u0660' + (c - '0')) : c));

        Assert.True(arabic == scheme.Example || !scheme.Accepts(arabic), arabic);
    }

    [Theory]
    [InlineData("GOVUK-SLUG")]
    [InlineData("POLICE-UK")]
    public void Accepts_LongerThanIsKept_IsRefused(string code)
    {
        var scheme = IdentifierScheme.Find(code)!;

        Assert.True(scheme.Accepts(new string('a', RegisteredIdentifier.ValueMaxLength)));
        Assert.False(scheme.Accepts(new string('a', RegisteredIdentifier.ValueMaxLength + 1)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("gb-coh")]
    [InlineData("GB-XYZ")]
    public void Find_UnknownCode_IsNothing(string? code) => Assert.Null(IdentifierScheme.Find(code));

    [Fact]
    public void Every_code_fits_where_it_is_kept() =>
        Assert.All(IdentifierScheme.All, scheme => Assert.InRange(scheme.Code.Length, 1, RegisteredIdentifier.SchemeMaxLength));

    private static string[] Words(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
