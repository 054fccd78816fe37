using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.Rules;
using DataSharing.Web.Tests.Documents;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace DataSharing.Web.Tests.Http;

/// <summary>
/// No page makes more than six database queries, however much an agreement has behind it. Every page is counted without being named here;
/// only a new parameter of an address must be given a value.
/// </summary>
public sealed partial class QueryBudgetTests(Portal portal)
{
    private const int Budget = 6;

    /// <summary>Of the person's session, which the test sign-in does without.</summary>
    private const int Session = 1;

    /// <summary>Of a form that was sent: the agreement, and the roles as they are then.</summary>
    private const int Locks = 2;

    /// <summary>Of a form that was not taken: whether it was before. One that was taken pays as much, to keep where it led.</summary>
    private const int FormId = 1;

    // What pages also do when their address says so.
    private static readonly Dictionary<string, string[]> Queries = new()
    {
        ["agreements"] = ["?q=care&state=Draft"],
        ["agreements/new"] = ["?q=care", "?from={reference}"],
        ["agreements/{reference}/add-party"] = ["?q=council"],
        ["agreements/{reference}/comments"] = ["?state=all"],
        ["invitations/accept"] = ["?key={key}"],
        ["organisations"] = ["?q=council"],
        ["law"] = ["?q=care&on=2026-03-01&who=council"],
        ["law/books/compare"] = ["?from=1&to=1"],
    };

    // They lead elsewhere.
    private static readonly string[] NeverShown =
    [
        "sign-out",
        "sign-in/start",
        "error",
        "agreements/{reference}/stages/{number:int}/accept",
        "organisations/{id:guid}/auditors/{scope:guid}/end",
        "organisations/{id:guid}/invitations/{invitation:guid}/withdraw",
    ];

    private readonly List<Visit> _visits = [];

    private int _forms;

    [Fact]
    public async Task No_page_asks_the_database_more_than_six_times()
    {
        await portal.SignedOut().GetAsync("/sign-in"); // reads the keys of the cookies, once for all

        await VisitOrganisationsAsync();
        await VisitAsync(await LargestInPartnerReviewAsync());
        await VisitAsync(await WithAWishAsync(), share: 0);
        await VisitAsync(await SharedAgreement.OnConditionsAsync(portal));
        await VisitAsync(await SharedAgreement.ReturnedAsync(portal), share: 1);
        await VisitAsync(await SharedAgreement.ResubmittedAsync(portal));
        await VisitAsync(await SharedAgreement.BeforeAsync(portal, SharedAgreement.CouncilSigns));
        await VisitAsync(await SharedAgreement.BeforeAsync(portal, SharedAgreement.CharitySigns + 1));
        await VisitAsync(await WithAFindingAsync());
        await VisitAsync(await SharedAgreement.AmendedAsync(portal), share: 2);

        foreach (
            var visit in _visits
                .GroupBy(v => v.Pattern)
                .Select(g => g.MaxBy(v => v.Commands.Count)!)
                .OrderByDescending(v => v.Commands.Count)
        )
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"{visit.Commands.Count + Session} {visit.Pattern}");
        }

        var shown = _visits.Where(visit => visit.Status is HttpStatusCode.OK).Select(visit => visit.Pattern).ToHashSet();
        Assert.Equal([], Patterns.Except(shown).Except(NeverShown)); // nobody could open them: give somebody the right moment

        // Each page has one to sign out.
        Assert.True(_forms > _visits.Count(visit => visit.Status is HttpStatusCode.OK), $"only {_forms} forms were seen");
        var over = _visits.Where(visit => visit.Commands.Count + Session > Budget).DistinctBy(visit => visit.Pattern).ToList();
        Assert.True(over.Count == 0, string.Join('\n', over));
    }

    /// <summary>
    /// A form that is shown again, because something in it is wrong or somebody else saved meanwhile, has locked the agreement and the person's
    /// roles besides, and has asked whether the same form was saved before.
    /// </summary>
    [Fact]
    public async Task No_form_that_comes_back_asks_the_database_more_than_nine_times()
    {
        var draft = await LargestInPartnerReviewAsync();
        await draft.AddEvidenceAsync(draft.Drafter, place: "/legalLines/L1");
        var approval = await SharedAgreement.InApprovalAsync(portal);
        var holder = await approval.HolderAsync(SharedAgreement.CouncilReview);

        await RefusedAsync(draft, draft.Drafter, "draft/dates", HttpStatusCode.BadRequest, ("Form.ReviewDate.Month", "13"));
        await RefusedAsync(draft, draft.Drafter, "draft/legalLines/L1", HttpStatusCode.BadRequest, ("Form.Ras.Art84bGround", "Nonsense"));
        await RefusedAsync(
            draft,
            draft.Drafter,
            "draft/public-trust",
            HttpStatusCode.Conflict,
            ("Form.LaySummary", "Mine"),
            Shown.With([])
        );
        await RefusedAsync(draft, draft.Drafter, "withdraw", HttpStatusCode.BadRequest);
        await RefusedAsync(draft, draft.Drafter, "evidence/add", HttpStatusCode.BadRequest);
        await RefusedAsync(draft, draft.Drafter, "add-party", HttpStatusCode.BadRequest);
        await RefusedAsync(draft, await draft.PartnerAsync(), "ask-for-change", HttpStatusCode.BadRequest);
        await RefusedAsync(approval, holder, $"versions/1/stages/{SharedAgreement.CouncilReview}", HttpStatusCode.BadRequest);

        Assert.True(_visits.All(visit => visit.Commands.Count + Session <= Budget + Locks + FormId), string.Join('\n', _visits));

        async Task RefusedAsync(
            SharedAgreement shared,
            Actor actor,
            string address,
            HttpStatusCode expected,
            params (string, string?)[] fields
        )
        {
            var browser = shared.BrowserOf(actor);
            var full = $"/agreements/{shared.Reference}/{address}";
            var page = await browser.GetAsync(full);
            var (answer, commands) = await portal.Queries.CountAsync(browser, b => b.SendAsync(page, full, fields));
            Assert.Equal((full, expected), (full, answer.Status));
            _visits.Add(new Visit(full, full, answer.Status, commands));
        }
    }

    /// <summary>What is not read with an agreement would be taken for not there, by every rule about who may do what.</summary>
    [Fact]
    public async Task All_that_belongs_to_an_agreement_is_read_with_it()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        await using var db = shared.Open();
        var (_, commands) = await portal.Queries.CountAsync(
            shared.BrowserOf(shared.Drafter),
            b => b.GetAsync($"/agreements/{shared.Reference.Value}/versions/1/file")
        );

        var query = Assert.Single(commands, command => command.Contains("agreement_versions", StringComparison.Ordinal));
        var tables = PartsOf(db.Model.FindEntityType(typeof(Agreement))!).Select(type => type.GetTableName()!).ToHashSet();
        Assert.Contains("signatures", tables);
        Assert.All(tables, table => Assert.Matches($@"(FROM|JOIN) {table} AS", query));
    }

    private IEnumerable<string> Patterns =>
        portal
            .Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct();

    /// <summary>Opens every page about the agreement, as those who draft it, take part in it and decide it.</summary>
    /// <param name="share">
    /// Which third of the pages of the draft; all if it is not said. They read the agreement alike: all are opened on the largest, and each once
    /// more on a draft that has come about otherwise.
    /// </param>
    private async Task VisitAsync(SharedAgreement shared, int? share = null)
    {
        var evidence = await shared.AddEvidenceAsync(shared.Drafter, place: "/legalLines/L1");
        var agreement = await shared.FindAsync();
        var (version, content) = (agreement.Newest, agreement.Newest.Document.ToNode());
        var stage = version.Stages.FirstOrDefault(s => s.Status is StageStatus.Open)?.Number;
        Dictionary<string, string> values = new()
        {
            ["{reference}"] = shared.Reference.Value,
            ["{n:int}"] = $"{version.Ordinal}",
            ["{number:int}"] = $"{stage ?? 1}",
            ["{rule}"] =
                ContentCheck.Of(version, Criteria.First, Records.None, Moment.Submit, await NowAsync()).Warnings.FirstOrDefault()?.RuleId
                ?? "DSA-061",
            ["{**item}"] = "flows/F1",
            ["{evidence:guid}"] = $"{evidence.Id.Value}",
            ["{id:guid}"] = $"{(await shared.FindingsAsync()).FirstOrDefault()?.Id ?? Guid.Empty}",
        };
        List<Actor> visitors = [shared.Drafter];
        if (version.Status is VersionStatus.InPartnerReview)
        {
            visitors.Add(await shared.PartnerAsync());
        }

        if (version.IsFrozen)
        {
            visitors.Add(await shared.HolderAsync(stage ?? SharedAgreement.CouncilOwner));
        }

        var patterns = Patterns.Where(p => p.StartsWith("agreements", StringComparison.Ordinal) || p is "" or "notices").ToList();
        var ofDraft = patterns.Where(pattern => pattern.Contains("/draft/", StringComparison.Ordinal)).ToList();
        if (version.IsFrozen)
        {
            const string Erase = "agreements/{reference}/evidence/{evidence:guid}/erase"; // not for whoever added it
            await VisitAsync(shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.IgLead)), Erase, Erase, values);
        }

        foreach (var visitor in visitors)
        {
            var browser = shared.BrowserOf(visitor);
            foreach (var pattern in patterns)
            {
                var place = ofDraft.IndexOf(pattern);
                var isOfDraft = place >= 0;
                if (isOfDraft && (version.IsFrozen || (share is { } third && place % 3 != third)))
                {
                    continue;
                }

                foreach (var address in isOfDraft ? DraftAddresses(pattern, content) : [pattern])
                {
                    await VisitAsync(browser, pattern, address, values);
                }
            }
        }
    }

    /// <summary>In force, and a certificate beside it ends before it does.</summary>
    private async Task<SharedAgreement> WithAFindingAsync()
    {
        var shared = await SharedAgreement.InForceAsync(portal);
        await shared.AddEvidenceAsync(shared.Drafter, validTo: new DateOnly(2027, 1, 31));
        await portal.RecheckAsync(shared.Council);
        Assert.Single(await shared.FindingsAsync());
        return shared;
    }

    private async Task VisitOrganisationsAsync()
    {
        var admin = await portal.APersonAsync(Role.OrganisationAdmin, Role.SystemAdmin);
        var member = await portal.APersonAsync(admin.Organisation, Role.IgOfficer);
        await portal.AlsoAsync(member, await portal.AnOrganisationAsync(), Role.IgOfficer);
        var identifier = Given.AnIdentifier();
        var evidence = OrganisationEvidence.Of(
            OrganisationEvidenceKind.SecurityAssurance,
            AssuranceType.CyberEssentials,
            new EvidenceTerm("8JK01", new DateOnly(2030, 6, 30))
        );
        await portal.ChangeAsync(
            admin,
            (organisation, by, now) =>
            {
                organisation.AddIdentifier(identifier, by, now);
                organisation.RecordEvidence(evidence, by, now);
            }
        );
        await portal.ALawBookPutForwardAsync();
        await portal.APolicyInPreparationAsync(admin, policy => policy);
        var (invitation, _) = await portal.AnInvitationAsync(admin);
        var (_, key) = await portal.AnInvitationAsync(await portal.AnAdministratorAsync());
        Dictionary<string, string> values = new()
        {
            ["{id:guid}"] = $"{admin.Organisation.Value}",
            ["{evidence:guid}"] = $"{evidence.Id}",
            ["{scope:guid}"] = $"{await portal.AnAuditScopeAsync(admin, await portal.APersonAsync(Role.Auditor))}",
            ["{invitation:guid}"] = $"{invitation.Value}",
            ["{waiting:guid}"] =
                $"{await portal.AWaitingRoleAsync(await portal.APersonAsync(admin.Organisation, Role.OrganisationAdmin), member)}",
            ["{person:guid}"] = $"{member.Id.Value}",
            ["{scheme}"] = identifier.Scheme,
            ["{value}"] = identifier.Value,
            ["{code}"] = LawBook.First.Entries[0].Code,
            ["{code?}"] = LawBook.First.Entries[0].Code,
            ["drafts/{kind}"] = "drafts/law-book",
            ["add/{kind}"] = "add/policy-document",
            ["{key}"] = key,
            ["{reference}"] = "DSA-2026-99999",
        };

        foreach (
            var browser in new[]
            {
                portal.SignedInAs(admin),
                portal.SignedInAs(member),
                portal.SignedOut(),
                portal.SignedInAs(await portal.APersonAsync()),
            }
        )
        {
            foreach (var pattern in Patterns.Append("no-such-page"))
            {
                if (!pattern.Contains("{reference}", StringComparison.Ordinal))
                {
                    await VisitAsync(browser, pattern, pattern, values);
                }
            }
        }
    }

    private async Task VisitAsync(Browser browser, string pattern, string address, Dictionary<string, string> values)
    {
        foreach (var query in Queries.GetValueOrDefault(pattern, []).Prepend(""))
        {
            var full = values.Aggregate(
                $"/{address}{query}",
                (text, value) => text.Replace(value.Key, value.Value, StringComparison.Ordinal)
            );
            Assert.DoesNotContain('{', full);
            var (answer, commands) = await portal.Queries.CountAsync(browser, b => b.GetAsync(full));
            AssertFormsHaveAnId(answer);
            _visits.Add(new Visit(pattern, full, answer.Status, commands));
        }
    }

    // Thousands of forms are looked at, so that a parser would take longer than the portal.
    private void AssertFormsHaveAnId(Answer answer)
    {
        foreach (
            var form in answer
                .Body.Split("<form")
                .Skip(1)
                .Where(form => form[..form.IndexOf('>', StringComparison.Ordinal)].Contains("method=\"post\"", StringComparison.Ordinal))
        )
        {
            var inside = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
            Assert.True(IdOfTheForm().Count(inside) == 1, inside);
            _forms++;
        }
    }

    [GeneratedRegex("<input (?=[^>]*type=\"hidden\")[^>]*(?<=\\s)name=\"form-id\"")]
    private static partial Regex IdOfTheForm();

    /// <summary>The pages of the first item of each list, and of a new one.</summary>
    private static IEnumerable<string> DraftAddresses(string pattern, JsonObject content)
    {
        var (address, pointer) = ("agreements/{reference}/draft", "");
        foreach (var step in pattern[(address.Length + 1)..].Split('/'))
        {
            var isItem = step.StartsWith('{') && !step.StartsWith("{list", StringComparison.Ordinal);
            var value =
                step.StartsWith("{list", StringComparison.Ordinal) ? "permittedRecipients"
                : isItem ? ContentItems.In(content, pointer).Select(item => ContentItems.IdIn(item.Path)).FirstOrDefault() ?? "-"
                : step;
            pointer = $"{pointer}/{value}";
        }

        yield return address + pointer;
        if (pattern.EndsWith('}'))
        {
            yield return address + ContentItems.ListOf(pointer) + "/-";
        }
    }

    /// <summary>Sample 7.4, the largest, before its partners, with something said about it.</summary>
    private async Task<SharedAgreement> LargestInPartnerReviewAsync()
    {
        var sample = Samples.Content("7-4");
        var others = new Dictionary<string, OrganisationId>();
        while (others.Count < sample.Parties.Count - 2)
        {
            var (other, identifier) = (await portal.AnAdministratorAsync(), Given.AnIdentifier());
            await portal.ChangeAsync(other, (organisation, by, now) => organisation.AddIdentifier(identifier, by, now));
            others.Add(identifier.ToString(), other.Organisation);
        }

        var shared = await SharedAgreement.DraftAsync(
            portal,
            content =>
                sample with
                {
                    Parties =
                    [
                        .. sample.Parties.Zip(
                            content.Parties.Select(p => p.OrgId).Concat(others.Keys),
                            (party, identifier) => party with { OrgId = identifier }
                        ),
                    ],
                }
        );
        foreach (var (identifier, organisation) in others)
        {
            shared.Organisations.Add(identifier, organisation);
        }

        await shared.InviteAsync();
        await shared.AgreeAsync(await shared.PartnerAsync());
        await shared.RenameAsync("Shared care record");
        await shared.CommentAsync(await shared.PartnerAsync());
        await shared.CommentAsync(shared.Drafter, "Only for us.", Audience.OwnOrganisation);
        return shared;
    }

    /// <summary>A draft again, because a partner asked for a change.</summary>
    private async Task<SharedAgreement> WithAWishAsync()
    {
        var shared = await SharedAgreement.InPartnerReviewAsync(portal);
        await shared.DoAsync(
            await shared.PartnerAsync(),
            change => change.Agreement.PartnerReview.AskForChange("Name the door codes.", change.Actor, change.Now)
        );
        return shared;
    }

    // Agreed contents are kept for the differences from them, and read one by one.
    private static IEnumerable<IEntityType> PartsOf(IEntityType type) =>
        type.GetNavigations()
            .Where(navigation => !navigation.IsOnDependent && navigation.TargetEntityType.ClrType != typeof(AgreedContent))
            .SelectMany(navigation => PartsOf(navigation.TargetEntityType))
            .Prepend(type);

    private Task<DateTimeOffset> NowAsync() => portal.InDbAsync((_, now) => Task.FromResult(now));

    private sealed record Visit(string Pattern, string Address, HttpStatusCode Status, IReadOnlyList<string> Commands)
    {
        public override string ToString() =>
            $"""
                {Address} ({(int)Status}) makes {Commands.Count + Session} queries, one of them for the session:
                {string.Join('\n', Commands.Select(Head))}

                """;

        // The first table is what tells one from another.
        private static string Head(string command)
        {
            var words = command.ReplaceLineEndings(" ");
            var from = words.IndexOf("FROM ", StringComparison.Ordinal);
            return $"  {words[..Math.Min(words.Length, 60)]} … {words[Math.Max(0, from)..Math.Min(words.Length, Math.Max(0, from) + 100)]}";
        }
    }
}
