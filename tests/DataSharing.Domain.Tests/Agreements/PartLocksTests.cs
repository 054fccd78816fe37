using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using static DataSharing.Domain.Tests.Agreements.Given;

namespace DataSharing.Domain.Tests.Agreements;

/// <summary>Whose each part of a draft is, drawn as a table and tried as changes.</summary>
public class PartLocksTests
{
    // For the council that drafts, the charity that it invited, and a hub that it has not.  + permitted, - forbidden
    private const string Table = """
        Path                          Draft  Review: council  charity
        /title                        +      +                -
        /flows                        +      +                -
        /register                     +      +                -
        /parties                      +      +                -
        /parties/KMC                  +      +                -
        /parties/KMC/dpo              +      +                -
        /parties/CHY                  +      -                +
        /parties/CHY/dpo              +      -                +
        /parties/CHY/breachContact    +      -                +
        /parties/CHY/orgId            +      +                -
        /parties/HUB/dpo              +      +                -
        /legalLines                   +      +                +
        /legalLines/L1                +      +                -
        /legalLines/L2                +      -                +
        /legalLines/L2/art6           +      -                +
        /legalLines/L3                +      +                -
        /legalLines/L4                +      +                -
        /retention                    +      +                +
        /retention/R1                 +      -                +
        /privacyNotices               +      +                +
        /privacyNotices/N1/url        +      -                +
        /privacyNotices/N2            +      +                -
        """;

    private static readonly AgreementContent Content = Document().Content with
    {
        Parties =
        [
            .. Document().Content.Parties,
            new Party
            {
                Id = "HUB",
                OrgId = "GB-COH:00000001",
                Name = "Hub",
                OperationalContact = "Desk",
            },
        ],
        LegalLines =
        [
            new LegalLine { Id = "L1", Party = "KMC" },
            new LegalLine { Id = "L2", Party = "CHY" },
            new LegalLine { Id = "L3" },
            new LegalLine { Id = "L4", Party = "HUB" },
        ],
        Retention =
        [
            new Retention
            {
                Id = "R1",
                Party = "CHY",
                Period = "P3Y",
            },
        ],
        PrivacyNotices = [new PrivacyNotice { Id = "N1", Party = "CHY" }, new PrivacyNotice { Id = "N2", Party = "HUB" }],
    };

    [Fact]
    public void Every_part_is_for_whom_the_table_says()
    {
        var draft = Given.Draft(AgreementDocument.Of(Content));
        var review = InReview();

        Assert.All(
            Table.Split('\n')[1..],
            line =>
            {
                var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                Assert.Equal(
                    (cells[0], cells[1], cells[2], cells[3]),
                    (cells[0], Sign(draft, cells[0], Drafter), Sign(review, cells[0], Drafter), Sign(review, cells[0], Partner))
                );
            }
        );
    }

    [Fact]
    public void Every_record_that_the_guide_gives_to_its_party_has_an_owner()
    {
        var review = InReview();
        var lists = ContentGuide
            .Entries.Where(entry => entry.Editors is Editors.OwnParty)
            .Select(entry => entry.Path.Split('/')[1])
            .Distinct();

        Assert.All(lists, list => Assert.Null(review.Newest.Locks.HolderOf($"/{list}/NOBODYS")));
    }

    [Fact]
    public void Who_holds_a_part_and_whose_parts_somebody_may_add_is_told()
    {
        var locks = InReview().Newest.Locks;

        Assert.Equal("Homefield Support", locks.HolderOf("/legalLines/L2/art6")!.Name);
        Assert.Null(locks.HolderOf("/title"));
        Assert.Equal(["CHY"], locks.PartiesOf(Charity).Select(party => party.Id));
        Assert.Empty(locks.PartiesOf(Council));
    }

    [Fact]
    public void Nobody_edits_a_place_that_content_does_not_have() =>
        Assert.Throws<KeyNotFoundException>(() => InReview().ConsiderEdit("/nonsense", Drafter));

    [Fact]
    public void Roles_and_status_count_as_everywhere()
    {
        var review = InReview();

        Assert.Equal(Verdict.Forbidden, review.ConsiderEdit("/parties/CHY/dpo", Somebody(Charity, Role.Siro)));
        Assert.Equal(Verdict.Hidden, review.ConsiderEdit("/parties/CHY/dpo", Somebody(Stranger, Role.IgOfficer)));
        Assert.Equal(Verdict.NotNow, InApproval().ConsiderEdit("/title", Drafter));
        Assert.Equal(Verdict.NotNow, InApproval().ConsiderEdit("/parties/CHY/dpo", Partner));

        var auditor = Partner with { AuditScope = new HashSet<OrganisationId> { Council } };
        Assert.Equal(Verdict.Forbidden, review.ConsiderEdit("/parties/CHY/dpo", auditor));
    }

    [Fact]
    public void An_invitation_is_for_the_organisation_that_was_named_then()
    {
        var agreement = InReview();
        agreement.PartnerReview.Stop(Drafter, Now);
        agreement.ReplaceContent(
            AgreementDocument.Of(
                Content with
                {
                    Parties = [Content.Parties[0], Content.Parties[1] with { OrgId = "GB-CHC:7" }, Content.Parties[2]],
                }
            ),
            Seen.Of(agreement.Newest),
            Drafter,
            Now
        );
        var successor = OrganisationId.New();

        agreement.PartnerReview.Invite(
            new Dictionary<string, OrganisationId>(Known) { ["GB-CHC:7"] = successor },
            Seen.Of(agreement.Newest),
            Drafter,
            Now
        );

        Assert.Equal(Verdict.Forbidden, agreement.ConsiderEdit("/parties/CHY/dpo", Partner));
        Assert.Equal(Verdict.Permitted, agreement.ConsiderEdit("/parties/CHY/dpo", Somebody(successor, Role.IgOfficer)));
    }

    public static TheoryData<string, bool, bool> Changes() =>
        new()
        {
            // what, by the council, by the charity
            { "nothing", true, true },
            { "title", true, false },
            { "own contact", false, true },
            { "own identifier", true, false },
            { "contact of the council", true, false },
            { "own line", false, true },
            { "own line and the title", false, false },
            { "new own line", false, true },
            { "new line of the council", true, false },
            { "new line of nobody", true, false },
            { "own line handed over", false, false },
            { "line of nobody taken", false, false },
            { "own line removed", false, true },
            { "line of the council removed", true, false },
            { "own line removed with all its list", false, false },
            { "new party", true, false },
            { "own party removed", true, false },
            { "order of parties", true, false },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_is_permitted_if_every_part_of_it_was_and_would_be_theirs(string what, bool byCouncil, bool byCharity)
    {
        var line = Content.LegalLines[1];
        var changed = AgreementDocument.Of(
            what switch
            {
                "nothing" => Content,
                "title" => Content with { Title = "Another" },
                "own contact" => WithParty(1, Content.Parties[1] with { Dpo = "Officer" }),
                "own identifier" => WithParty(1, Content.Parties[1] with { OrgId = "GB-CHC:7" }),
                "contact of the council" => WithParty(0, Content.Parties[0] with { Dpo = "Officer" }),
                "own line" => WithLines(Content.LegalLines[0], line with { Art6 = "A6-A" }, Content.LegalLines[2], Content.LegalLines[3]),
                "own line and the title" => WithLines(
                    Content.LegalLines[0],
                    line with
                    {
                        Art6 = "A6-A",
                    },
                    Content.LegalLines[2],
                    Content.LegalLines[3]
                ) with
                {
                    Title = "Another",
                },
                "new own line" => WithLines([.. Content.LegalLines, new LegalLine { Id = "L5", Party = "CHY" }]),
                "new line of the council" => WithLines([.. Content.LegalLines, new LegalLine { Id = "L5", Party = "KMC" }]),
                "new line of nobody" => WithLines([.. Content.LegalLines, new LegalLine { Id = "L5" }]),
                "own line handed over" => WithLines(
                    Content.LegalLines[0],
                    line with
                    {
                        Party = "KMC",
                    },
                    Content.LegalLines[2],
                    Content.LegalLines[3]
                ),
                "line of nobody taken" => WithLines(
                    Content.LegalLines[0],
                    line,
                    Content.LegalLines[2] with
                    {
                        Party = "CHY",
                    },
                    Content.LegalLines[3]
                ),
                "own line removed" => WithLines(Content.LegalLines[0], Content.LegalLines[2], Content.LegalLines[3]),
                "line of the council removed" => WithLines([.. Content.LegalLines.Skip(1)]),
                "own line removed with all its list" => WithLines(),
                "new party" => Content with { Parties = [.. Content.Parties, new Party { Id = "NEW" }] },
                "own party removed" => Content with { Parties = [Content.Parties[0], Content.Parties[2]] },
                "order of parties" => Content with { Parties = [.. Content.Parties.Reverse()] },
                _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
            }
        );
        var review = InReview();

        Assert.Equal(
            (what, byCouncil, byCharity),
            (
                what,
                review.ConsiderChange(changed, Drafter) is Verdict.Permitted,
                review.ConsiderChange(changed, Partner) is Verdict.Permitted
            )
        );
        Assert.Equal(Verdict.Permitted, Given.Draft(AgreementDocument.Of(Content)).ConsiderChange(changed, Drafter));
    }

    private static Dictionary<string, OrganisationId> Known => new(Registered) { ["GB-COH:00000001"] = Stranger };

    /// <summary>The hub was named only after the charity had been invited.</summary>
    private static Agreement InReview()
    {
        var agreement = InPartnerReview();
        agreement.ChangeTo(AgreementDocument.Of(Content), Drafter, Now);
        return agreement;
    }

    private static AgreementContent WithParty(int index, Party party) =>
        Content with
        {
            Parties = [.. Content.Parties.Select((one, i) => i == index ? party : one)],
        };

    private static AgreementContent WithLines(params LegalLine[] lines) => Content with { LegalLines = [.. lines] };

    private static string Sign(Agreement agreement, string path, Actor actor) =>
        agreement.ConsiderEdit(path, actor) switch
        {
            Verdict.Permitted => "+",
            Verdict.Forbidden => "-",
            var verdict => verdict.ToString(),
        };
}
