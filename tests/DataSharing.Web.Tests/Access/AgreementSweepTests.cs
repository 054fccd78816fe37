using System.Net;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DataSharing.Web.Tests.Access;

/// <summary>Every endpoint about one agreement, tried by everybody whom it is not for. A new one is tried without being named here, but must be classed.</summary>
public sealed class AgreementSweepTests(Portal portal)
{
    private const string NoSuchReference = "DSA-2026-99999";

    private static readonly bool[] GetAndPost = [false, true];

    // What partners do to a draft: too late for them by the moments tried here, but theirs.
    private static readonly string[] ByPartners = ["agreements/{reference}/agree", "agreements/{reference}/ask-for-change"];

    // For those who answer for their organisation, once it is in force.
    private const string ForWhoeverAnswers = "agreements/{reference}/findings/{id:guid}";

    // Read by everybody who reads the agreement, and written by all of them but auditors.
    private static readonly string[] Discussed = ["agreements/{reference}/comments", "agreements/{reference}/versions/{n:int}/comments"];

    // What each is for whoever reads the agreement but may do nothing to it. The pages of the draft are classed below.
    private static readonly Dictionary<string, bool> IsReading = new()
    {
        ["agreements/{reference}"] = true,
        ["agreements/{reference}/versions/{n:int}"] = true,
        ["agreements/{reference}/versions/{n:int}/file"] = true,
        ["agreements/{reference}/versions/{n:int}/download"] = true,
        ["agreements/{reference}/versions/{n:int}/word"] = true,
        ["agreements/{reference}/versions/{n:int}/print"] = true,
        ["agreements/{reference}/versions/{n:int}/route"] = true,
        ["agreements/{reference}/versions/{n:int}/check"] = true,
        ["agreements/{reference}/versions/{n:int}/comments"] = true,
        ["agreements/{reference}/route"] = true,
        ["agreements/{reference}/check"] = true,
        ["agreements/{reference}/history"] = true,
        ["agreements/{reference}/differences"] = true,
        ["agreements/{reference}/comments"] = true,
        ["agreements/{reference}/invite-partners"] = false,
        ["agreements/{reference}/stop-partner-review"] = false,
        ["agreements/{reference}/agree"] = false,
        ["agreements/{reference}/ask-for-change"] = false,
        ["agreements/{reference}/justify/{rule}"] = false,
        ["agreements/{reference}/replace"] = false,
        ["agreements/{reference}/submit"] = false,
        ["agreements/{reference}/withdraw"] = false,
        ["agreements/{reference}/take-back"] = false,
        ["agreements/{reference}/reopen"] = false,
        ["agreements/{reference}/stages/{number:int}/accept"] = false,
        ["agreements/{reference}/versions/{n:int}/stages/{number:int}"] = false,
        ["agreements/{reference}/versions/{n:int}/stages/{number:int}/sign"] = false,
        ["agreements/{reference}/findings/{id:guid}"] = false,
        ["agreements/{reference}/evidence"] = true,
        ["agreements/{reference}/evidence/{evidence:guid}/file"] = true,
        ["agreements/{reference}/evidence/add"] = false,
        ["agreements/{reference}/evidence/{evidence:guid}/change"] = false,
        ["agreements/{reference}/evidence/{evidence:guid}/remove"] = false,
        ["agreements/{reference}/evidence/{evidence:guid}/erase"] = false,
    };

    // Open to more than the drafter; who may is tried by the tests of this page.
    private const string ForWhoeverKeepsEvidence = "agreements/{reference}/evidence/add";

    // Pages of the draft that whoever sees the draft may read; the others are for those who may change it. None opens once it is frozen.
    private static readonly string[] SectionSlugs =
    [
        "",
        "/basics",
        "/parties",
        "/purposes",
        "/datasets-and-fields",
        "/legal-grounds",
        "/data-flows",
        "/anonymity",
        "/security",
        "/public-trust",
        "/rights-and-complaints",
        "/retention-and-onward-sharing",
        "/benefits",
        "/assessments-and-evidence",
        "/dates",
    ];

    public static TheoryData<int> Moments =>
        new(SharedAgreement.CouncilReview, SharedAgreement.CouncilSigns, SharedAgreement.CharitySigns + 1);

    [Fact]
    public void Every_endpoint_about_an_agreement_is_classed() =>
        Assert.Equal(
            IsReading.Keys.Order(StringComparer.Ordinal),
            Patterns.Where(pattern => !IsOfDraft(pattern)).Order(StringComparer.Ordinal)
        );

    /// <summary>
    /// Whoever is of a party tries everything at every moment. Of the two who are of none each tries everything, but at each moment only one of
    /// them tries one endpoint: nothing tells them apart.
    /// </summary>
    [Fact]
    public async Task A_stranger_learns_nothing_and_changes_nothing()
    {
        Role[] everything = [.. Enum.GetValues<Role>().Where(role => role is not (Role.Auditor or Role.SystemAdmin))];
        var elsewhere = portal.SignedInAs(await portal.APersonAsync(everything));
        var auditor = portal.SignedInAs(await portal.APersonAsync(Role.Auditor));
        var nowhere = new Dictionary<(string, bool), (HttpStatusCode, string)>();

        foreach (var (moment, number) in Moments.Select((moment, number) => (moment.Data, number)))
        {
            var shared = await SharedAgreement.BeforeAsync(portal, moment);
            var evidence = await shared.AddEvidenceAsync(shared.Drafter);
            var withoutARoleForIt = shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.OrganisationAdmin));
            Browser[] ofNoParty = [elsewhere, auditor];
            var patterns = Patterns.ToList();
            await AssertUnchangedAsync(
                shared,
                patterns,
                async pattern =>
                {
                    var inTurn = ofNoParty[(number + patterns.IndexOf(pattern)) % ofNoParty.Length];
                    foreach (
                        var (stranger, isPost) in GetAndPost.SelectMany(isPost => new[] { (withoutARoleForIt, isPost), (inTurn, isPost) })
                    )
                    {
                        var answer = await AskAsync(stranger, AddressOf(pattern, shared.Reference.Value, evidence), isPost);
                        if (!nowhere.TryGetValue((pattern, isPost), out var expected))
                        {
                            var there = await AskAsync(elsewhere, AddressOf(pattern, NoSuchReference, evidence), isPost);
                            nowhere[(pattern, isPost)] = expected = (there.Status, MainOf(there));
                        }

                        Assert.Equal((pattern, isPost, HttpStatusCode.NotFound), (pattern, isPost, answer.Status));
                        Assert.Equal(expected, (answer.Status, MainOf(answer)));
                    }
                }
            );
        }
    }

    /// <summary>
    /// Every reader tries everything. The pages of the draft are closed at each of these moments alike, so that each reader tries them at one;
    /// and so it is with posts to what can only be read.
    /// </summary>
    [Theory]
    [MemberData(nameof(Moments))]
    public async Task A_member_of_a_party_without_the_role_reads_but_changes_nothing(int before)
    {
        var shared = await SharedAgreement.BeforeAsync(portal, before);
        var evidence = await shared.AddEvidenceAsync(shared.Drafter);
        var partner = await shared.SomebodyAsync(shared.Charity, Role.IgOfficer);
        var readers = new[]
        {
            await shared.SomebodyAsync(shared.Council, Role.RegisterPublisher, Role.OrganisationAdmin),
            await shared.SomebodyAsync(shared.Charity, Role.Requester),
            partner,
            await shared.AuditorAsync(),
        };
        var moment = Moments.Select(m => m.Data).ToList().IndexOf(before);

        foreach (var (reader, number) in readers.Select((reader, number) => (reader, number)))
        {
            var browser = shared.BrowserOf(reader);
            var triesAll = number % Moments.Count == moment;
            await AssertUnchangedAsync(
                shared,
                Patterns.Where(p => (reader != partner || p != ForWhoeverKeepsEvidence) && (triesAll || !IsOfDraft(p))),
                async pattern =>
                {
                    var address = AddressOf(pattern, shared.Reference.Value, evidence);
                    var refusal =
                        IsOfDraft(pattern)
                        || (pattern == ForWhoeverAnswers && reader == partner)
                        || (ByPartners.Contains(pattern) && reader.Organisation == shared.Charity && reader.Holds(Role.IgOfficer))
                            ? HttpStatusCode.Conflict
                            : HttpStatusCode.Forbidden;
                    var isReading = !IsOfDraft(pattern) && IsReading[pattern];
                    var toPost =
                        !isReading ? refusal
                        : !Discussed.Contains(pattern) ? HttpStatusCode.MethodNotAllowed
                        : reader.Holds(Role.Auditor) ? HttpStatusCode.Forbidden
                        : HttpStatusCode.BadRequest; // they may, but have not said what

                    Assert.Equal(
                        (pattern, isReading ? HttpStatusCode.OK : refusal),
                        (pattern, (await AskAsync(browser, address, isPost: false)).Status)
                    );
                    if (triesAll || toPost is not HttpStatusCode.MethodNotAllowed)
                    {
                        Assert.Equal((pattern, toPost), (pattern, (await AskAsync(browser, address, isPost: true)).Status));
                    }
                }
            );
        }
    }

    [Fact]
    public async Task A_colleague_without_the_role_reads_the_draft_but_changes_nothing()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var evidence = await shared.AddEvidenceAsync(shared.Drafter);
        var colleague = shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.LegalAdviser, Role.OrganisationAdmin));

        await AssertUnchangedAsync(
            shared,
            Patterns.Where(IsOfDraft),
            async pattern =>
            {
                var address = AddressOf(pattern, shared.Reference.Value, evidence);
                var read = SectionSlugs.Any(slug => pattern == "agreements/{reference}/draft" + slug)
                    ? HttpStatusCode.OK
                    : HttpStatusCode.Forbidden;
                Assert.Equal((pattern, read), (pattern, (await AskAsync(colleague, address, isPost: false)).Status));
                Assert.Equal((pattern, HttpStatusCode.Forbidden), (pattern, (await AskAsync(colleague, address, isPost: true)).Status));
            }
        );
    }

    [Fact]
    public async Task Somebody_whom_a_draft_is_not_for_does_not_learn_that_it_is_there()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var evidence = await shared.AddEvidenceAsync(shared.Drafter);
        var strangers = new[]
        {
            portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)),
            shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.IgOfficer)),
        };

        foreach (var stranger in strangers)
        {
            await AssertUnchangedAsync(
                shared,
                Patterns.Where(IsOfDraft),
                async pattern =>
                {
                    foreach (var isPost in GetAndPost)
                    {
                        Assert.Equal(
                            (pattern, HttpStatusCode.NotFound),
                            (pattern, (await AskAsync(stranger, AddressOf(pattern, shared.Reference.Value, evidence), isPost)).Status)
                        );
                    }
                }
            );
        }
    }

    [Fact]
    public async Task Somebody_who_is_not_signed_in_is_sent_to_sign_in_and_changes_nothing()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var evidence = await shared.AddEvidenceAsync(shared.Drafter);
        var nobody = portal.SignedOut();

        await AssertUnchangedAsync(
            shared,
            Patterns,
            async pattern =>
            {
                foreach (var isPost in GetAndPost)
                {
                    var answer = await AskAsync(nobody, AddressOf(pattern, shared.Reference.Value, evidence), isPost);

                    Assert.Equal((pattern, isPost, HttpStatusCode.Redirect), (pattern, isPost, answer.Status));
                    Assert.Equal(
                        "/sign-in",
                        answer.Location?.OriginalString.Split('?')[0].Replace("http://localhost", "", StringComparison.Ordinal)
                    );
                }
            }
        );
    }

    private static bool IsOfDraft(string pattern) =>
        pattern.StartsWith("agreements/{reference}/draft", StringComparison.Ordinal)
        || pattern is "agreements/{reference}/remove/{**item}" or "agreements/{reference}/add-party";

    private IReadOnlyList<string> Patterns =>
        [
            .. portal
                .Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
                .Where(pattern => pattern.Contains("{reference}", StringComparison.Ordinal))
                .Distinct(),
        ];

    // The first stage is a gate and the sixth a signature; each is asked for by its own address.
    private static string AddressOf(string pattern, string reference, EvidenceItem evidence) =>
        "/"
        + pattern
            .Replace("{id:guid}", $"{Guid.NewGuid()}", StringComparison.Ordinal)
            .Replace("{evidence:guid}", evidence.Id.Value.ToString(), StringComparison.Ordinal)
            .Replace("{reference}", reference, StringComparison.Ordinal)
            .Replace("{n:int}", "1", StringComparison.Ordinal)
            .Replace(
                "{number:int}",
                (
                    pattern.EndsWith("sign", StringComparison.Ordinal) ? SharedAgreement.CouncilSigns : SharedAgreement.CouncilReview
                ).ToString(System.Globalization.CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            )
            .Replace("{rule}", "DSA-061", StringComparison.Ordinal)
            .Replace("{**item}", "optOuts/O1", StringComparison.Ordinal)
            .Replace("{item}", "-", StringComparison.Ordinal)
            .Replace("{party}", "KMC", StringComparison.Ordinal)
            .Replace("{dataset}", "D1", StringComparison.Ordinal)
            .Replace("{line}", "L1", StringComparison.Ordinal)
            .Replace("{flow}", "F1", StringComparison.Ordinal)
            .Replace("{list:regex(^(permitted|conditional|prohibited)Recipients$)}", "permittedRecipients", StringComparison.Ordinal);

    // A post says all that any of the forms could, so that nothing but the person stands in its way.
    private static Task<Answer> AskAsync(Browser browser, string address, bool isPost) =>
        isPost
            ? browser.PostAsync(
                address,
                ("Form.Reason", "because"),
                ("Form.Text", "because"),
                ("Form.Choice", "PassGate"),
                ("Form.Capacity", "Director")
            )
            : browser.GetAsync(address);

    /// <summary>One footprint for all that somebody tries: who and what it was is then found by trying less.</summary>
    private static async Task AssertUnchangedAsync(SharedAgreement shared, IEnumerable<string> patterns, Func<string, Task> attempt)
    {
        var before = await shared.FootprintAsync();
        foreach (var pattern in patterns)
        {
            await attempt(pattern);
        }

        Assert.Equal(before, await shared.FootprintAsync());
    }

    // As it was sent, which is more than what a parser makes of it.
    private static string MainOf(Answer answer) =>
        answer.Body[answer.Body.IndexOf("<main", StringComparison.Ordinal)..answer.Body.IndexOf("</main>", StringComparison.Ordinal)];
}
