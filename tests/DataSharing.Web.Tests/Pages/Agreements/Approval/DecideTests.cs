using System.Net;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Approval;

public sealed class DecideTests(Portal portal) : StagePageTests(portal)
{
    protected override int Stage => SharedAgreement.CouncilOwner;

    protected override Role Role => Role.InformationAssetOwner;

    protected override (string Name, string? Value)[] Yes => [("Form.Choice", "Approve")];

    protected override (string Name, string Value) Typed => ("Form.Comment", "Weighed twice.");

    protected override string AddressIn(string reference) => AddressOf(reference, Stage);

    [Fact]
    public async Task Post_Approve_IsKeptWithItsWordsAndTold()
    {
        var shared = await ReadyAsync();
        var holder = await shared.HolderAsync(Stage);
        var browser = shared.BrowserOf(holder);

        var answer = await browser.SendAsync(AddressIn(shared), ("Form.Choice", "Approve"), ("Form.Comment", $" {Hostile.Text} "));

        Assert.Equal((HttpStatusCode.Redirect, $"/agreements/{shared.Reference}/route"), (answer.Status, answer.Location?.OriginalString));
        Assert.Equal((DecisionOutcome.Approved, Hostile.Text), await DecidedAsync(shared, Stage));
        await shared.AssertToldAsync("agreement.stage-decided", holder, Role.InformationAssetOwner);
        Hostile.AssertShownHarmlessly(await browser.GetAsync(answer.Location!.OriginalString));
        Hostile.AssertShownHarmlessly(await browser.GetAsync($"/agreements/{shared.Reference}/history"));
        Hostile.AssertShownHarmlessly(
            await shared.BrowserOf(await shared.HolderAsync(SharedAgreement.Guardian)).GetAsync(AddressOf(shared, SharedAgreement.Guardian))
        );
    }

    [Fact]
    public async Task Post_Conditions_AreOneALine()
    {
        var shared = await ReadyAsync();

        await shared
            .BrowserOf(await shared.HolderAsync(Stage))
            .SendAsync(AddressIn(shared), ("Form.Choice", "ApproveOnConditions"), ("Form.Conditions", " Audit 20 \r\n\r\nTrain two\n"));

        Assert.Equal(
            ["Audit 20", "Train two"],
            (await shared.FindAsync()).Newest.Stages.Single(s => s.Number == Stage).Decision!.Conditions
        );
    }

    [Fact]
    public async Task Post_Return_OpensTheNextVersionAndTells()
    {
        var shared = await ReadyAsync();
        var holder = await shared.HolderAsync(Stage);

        var answer = await shared
            .BrowserOf(holder)
            .SendAsync(
                AddressIn(shared),
                ("Form.Choice", "Return"),
                ("Form.ReturnReason", "Door codes"),
                ("Form.Sections", "Security"),
                ("Form.Sections", "DatasetsAndFields")
            );

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var agreement = await shared.FindAsync();
        Assert.Equal([VersionStatus.ChangesRequested, VersionStatus.Draft], agreement.Versions.Select(v => v.Status));
        Assert.Equal(
            new HashSet<Section> { Section.Security, Section.DatasetsAndFields },
            agreement.Version(1)!.Stages.Single(s => s.Number == Stage).Decision!.Sections.ToHashSet()
        );
        await shared.AssertToldAsync("agreement.version-returned", holder, Role.InformationAssetOwner, "Door codes");
    }

    [Fact]
    public async Task Post_Reject_EndsItWithTheReason()
    {
        var shared = await ReadyAsync();
        var holder = await shared.HolderAsync(Stage);

        await shared
            .BrowserOf(holder)
            .SendAsync(
                AddressIn(shared),
                ("Form.Choice", "Reject"),
                ("Form.RejectionCode", "NotNecessary"),
                ("Form.RejectionText", "Ask the family.")
            );

        Assert.Equal(VersionStatus.Rejected, (await shared.FindAsync()).Newest.Status);
        await shared.AssertToldAsync("agreement.version-rejected", holder, Role.InformationAssetOwner, "Ask the family.");
        Assert.Contains(
            "Not necessary",
            (await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}/history")).Main,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_GateOfTheReviewer_PassesWithoutAReference()
    {
        var shared = await SharedAgreement.InApprovalAsync(Portal);
        var address = AddressOf(shared, SharedAgreement.CharityReview);

        var answer = await shared
            .BrowserOf(await shared.HolderAsync(SharedAgreement.CharityReview))
            .SendAsync(address, ("Form.Choice", "PassGate"));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal((DecisionOutcome.GatePassed, null), await DecidedAsync(shared, SharedAgreement.CharityReview));
    }

    /// <summary>What is typed beside a choice, and what is wrong with it.</summary>
    private static (string Choice, string Field, string Typed, string Error)[] Incomplete =>
        [
            ("", "Form.Comment", "kept", "Choose what you decide"),
            ("ApproveOnConditions", "Form.Conditions", " ", "Enter the conditions"),
            (
                "ApproveOnConditions",
                "Form.Conditions",
                new string('x', Ruling.ConditionMaxLength + 1),
                "A condition must be 500 characters or fewer"
            ),
            (
                "ApproveOnConditions",
                "Form.Conditions",
                string.Join('\n', Enumerable.Repeat("x", Ruling.MaxConditions + 1)),
                "Enter at most 20 conditions"
            ),
            ("Approve", "Form.Comment", new string('x', Ruling.TextMaxLength + 1), "Use 4000 characters or fewer"),
            ("Return", "Form.ReturnReason", "kept", "Choose the sections that must change"),
            ("Reject", "Form.RejectionText", "kept", "Choose the reason"),
        ];

    /// <summary>What is chosen further, but not explained.</summary>
    private static (string Choice, string Field, string Chosen, string Error)[] WithoutWords =>
        [
            ("Return", "Form.Sections", "Security", "Say what must change, and why"),
            ("Reject", "Form.RejectionCode", "Other", "Explain why, and what could be done instead"),
        ];

    private static string[] NotOffered => ["PassGate", "Agree", "99", "Nonsense"];

    [Fact]
    public async Task Post_IncompleteOrNotOffered_SaysWhatIsWrongKeepsWhatWasTypedAndDecidesNothing()
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();
        var browser = shared.BrowserOf(await shared.HolderAsync(Stage));
        var address = AddressIn(shared);
        var page = await browser.GetAsync(address);

        foreach (var (choice, field, typed, error) in Incomplete)
        {
            var answer = await browser.SendAsync(page, address, ("Form.Choice", choice), (field, typed));

            Assert.Equal((choice, field, HttpStatusCode.BadRequest), (choice, field, answer.Status));
            Assert.Equal([error], answer.Errors);
            Assert.Equal(typed.Trim(), ValueOf(answer, field));
            Assert.Equal(choice, answer.Document.QuerySelector("input[type=radio][checked]")?.GetAttribute("value") ?? "");
        }

        foreach (var (choice, field, chosen, error) in WithoutWords)
        {
            var answer = await browser.SendAsync(page, address, ("Form.Choice", choice), (field, chosen));

            Assert.Equal([error], answer.Errors);
            Assert.NotNull(
                answer.Document.QuerySelector(
                    $"[name='{field}'][checked][value='{chosen}'], [name='{field}'] option[selected][value='{chosen}']"
                )
            );
        }

        foreach (var choice in NotOffered)
        {
            var answer = await browser.SendAsync(page, address, ("Form.Choice", choice), ("Form.Comment", "x"));

            Assert.Equal((choice, HttpStatusCode.BadRequest), (choice, answer.Status));
        }

        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Get_OffersWhatTheStageIsFor()
    {
        var shared = await SharedAgreement.InApprovalAsync(Portal);
        var review = await shared
            .BrowserOf(await shared.HolderAsync(SharedAgreement.CouncilReview))
            .GetAsync(AddressOf(shared, SharedAgreement.CouncilReview));
        var approving = await ReadyAsync();
        var approval = await approving.BrowserOf(await approving.HolderAsync(Stage)).GetAsync(AddressIn(approving));

        Assert.Equal(["PassGate", "Return"], Choices(review));
        Assert.Equal(["Approve", "ApproveOnConditions", "Return", "Reject"], Choices(approval));
        Assert.Null(review.Document.QuerySelector("[name='Form.GateReference']"));
        Assert.Contains((await shared.FindAsync()).Newest.ContentHash.Abbreviated, review.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SignatureByThisAddress_AndStageThatIsNot_AreNotFound()
    {
        var shared = await SharedAgreement.BeforeAsync(Portal, SharedAgreement.CouncilSigns);
        var browser = shared.BrowserOf(await shared.HolderAsync(SharedAgreement.CouncilSigns));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(AddressOf(shared, SharedAgreement.CouncilSigns))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(AddressOf(shared, 99))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/agreements/{shared.Reference}/versions/2/stages/1")).Status);
    }

    private static string AddressOf(SharedAgreement shared, int stage) => AddressOf(shared.Reference.Value, stage);

    private static string AddressOf(string reference, int stage) => $"/agreements/{reference}/versions/1/stages/{stage}";

    private static async Task<(DecisionOutcome, string?)> DecidedAsync(SharedAgreement shared, int stage) =>
        (await shared.FindAsync()).Newest.Stages.Single(s => s.Number == stage).Decision is { } decision
            ? (decision.Outcome, decision.Text)
            : default;

    private static IEnumerable<string> Choices(Answer answer) =>
        answer.Document.QuerySelectorAll("input[type=radio]").Select(r => r.GetAttribute("value")!);
}
