using System.Globalization;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Persistence;
using DataSharing.Persistence.Lists;
using DataSharing.Web.Tests.Infrastructure;
using static DataSharing.Web.Tests.Persistence.SharedAgreement;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>What My work asks of somebody is what the agreement would let them do, and nothing that it would refuse.</summary>
public sealed class TaskListTests(Portal portal)
{
    [Fact]
    public async Task Everybody_is_asked_for_exactly_what_they_may_decide_sign_or_accept()
    {
        SharedAgreement[] all =
        [
            await InApprovalAsync(portal),
            await BeforeAsync(portal, CouncilOwner),
            await OnConditionsAsync(portal),
            await ResubmittedAsync(portal), // with decisions carried over
            await BeforeAsync(portal, CouncilSigns),
            await BeforeAsync(portal, CharitySigns),
            await InPartnerReviewAsync(portal),
            await AmendedAsync(portal),
        ];
        var stranger = await portal.AnOrganisationAsync();
        var (asked, notAsked) = (0, 0);
        await using var db = DataSharingDbContext.Open(portal.Database.AsPortal);
        foreach (var shared in all)
        {
            var agreement = await shared.FindAsync();
            foreach (var actor in Actors(shared, agreement, stranger))
            {
                var page = await new TaskList(db).WaitingAsync([actor], cancellationToken: TestContext.Current.CancellationToken);
                var listed = page
                    .Tasks.Where(task => task.Reference == agreement.Reference.Value)
                    .Select(task => $"{(task.Mode is null ? "conditions of" : "stage")} {task.Key.Number}")
                    .Order(StringComparer.Ordinal);
                var permitted = Permitted(agreement, actor).Order(StringComparer.Ordinal).ToList();

                Assert.Equal(
                    (agreement.Newest.Status, actor, string.Join(", ", permitted)),
                    (agreement.Newest.Status, actor, string.Join(", ", listed))
                );
                asked += permitted.Count;
                notAsked += agreement.Newest.Stages.Count(stage => stage.Status is StageStatus.Open) - permitted.Count;
            }
        }

        Assert.True(asked > 20 && notAsked > 100, $"{asked} asked, {notAsked} not: the combinations have become one-sided.");
    }

    [Fact]
    public void A_key_is_read_back_as_it_was_written()
    {
        var key = new TaskKey(new DateTimeOffset(2026, 9, 1, 8, 30, 0, 123, 456, TimeSpan.Zero), Guid.CreateVersion7(), 7);

        Assert.Equal(key, TaskKey.TryParse(key.ToString()));
        Assert.All(
            new[] { null, "", "x", "20260901_x_1", $"{key}_1", "99999999999999999999_0_0" },
            text => Assert.Null(TaskKey.TryParse(text))
        );
    }

    private static IEnumerable<string> Permitted(Agreement agreement, Actor actor) =>
        from stage in agreement.Newest.Stages
        from task in new[]
        {
            (Name: "stage", Action: ActionOn(stage), IsOpen: stage.Status is StageStatus.Open),
            (Name: "conditions of", Action: AgreementAction.AcceptConditions, IsOpen: stage.HasOpenConditions),
        }
        where task.IsOpen && agreement.Consider(task.Action, actor, stage) is Verdict.Permitted
        select string.Create(CultureInfo.InvariantCulture, $"{task.Name} {stage.Number}");

    private static AgreementAction ActionOn(Stage stage) =>
        stage.Mode switch
        {
            StageMode.Advice => AgreementAction.Advise,
            StageMode.Gate => AgreementAction.PassGate,
            StageMode.Sign => AgreementAction.Sign,
            _ => AgreementAction.Approve,
        };

    /// <summary>Whoever has done something about it already, and somebody new: in each role, also as an officer who advises or as an auditor.</summary>
    private static IEnumerable<Actor> Actors(SharedAgreement shared, Agreement agreement, OrganisationId stranger) =>
        from person in agreement.Newest.People().Select(p => p.Person).Append(PersonId.New())
        from organisation in new[] { shared.Council, shared.Charity, stranger }
        from role in Enum.GetValues<Role>()
        from also in new HashSet<Role>[] { [role], [role, Role.DataProtectionOfficer], [role, Role.Auditor] }
        select new Actor(person, organisation, also)
        {
            AuditScope = new HashSet<OrganisationId>(also.Contains(Role.Auditor) ? [shared.Charity] : []),
        };
}
