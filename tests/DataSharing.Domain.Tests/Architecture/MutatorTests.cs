using System.Reflection;
using System.Runtime.CompilerServices;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using DataSharing.Domain.Rules;
using DataSharing.Domain.Tests.Agreements;

namespace DataSharing.Domain.Tests.Architecture;

/// <summary>Nothing is changed without saying who does it, and who does it is asked for the right to.</summary>
public class MutatorTests
{
    private static readonly DateTimeOffset Now = Given.Now;

    /// <summary>The public methods that change an aggregate, and those of an aggregate that can be of no other use.</summary>
    private static List<MethodInfo> Mutators { get; } =
    [
        .. typeof(AggregateRoot)
            .Assembly.GetExportedTypes()
            .Where(type => type != typeof(AggregateRoot))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method =>
                CompiledMethods.Changing.Contains(method)
                || (method.ReturnType == typeof(void) && method.DeclaringType!.IsSubclassOf(typeof(AggregateRoot)))
            )
            .Where(method => !method.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))), // set once, by who makes it
    ];

    [Fact]
    public void Every_mutator_takes_an_actor_or_an_act() =>
        Assert.Empty(
            Mutators
                .Where(method =>
                    !method
                        .GetParameters()
                        .Any(parameter => parameter.ParameterType == typeof(Actor) || parameter.ParameterType == typeof(Act))
                )
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
        );

    [Fact]
    public void Mutators_are_found_whatever_they_return_and_however_they_change_something() =>
        Assert.Subset(
            Mutators.Select(method => $"{method.DeclaringType!.Name}.{method.Name}").ToHashSet(),
            new HashSet<string>
            {
                "Agreement.ChangeAnswers", // returns whether anything differed; raises through a lambda
                "Agreement.StartAmendment", // returns a part of the aggregate
                "Invitation.Accept", // returns another aggregate
                "Recheck.Note", // raises no event
                "PartnerReview.Agree", // beside its aggregate
                "EvidenceItem.Remove",
                "LiveFinding.Say",
            }
        );

    public static TheoryData<string> OfThePortal => [.. Portals.Keys];

    private static readonly Dictionary<string, Action<Act>> Portals = new()
    {
        ["Agreement.ActivateDue"] = act => Approved().ActivateDue(Given.Check(Approved(), Moment.InForce, Now), act, Now),
        ["Agreement.LapseSigning"] = act => Approved().LapseSigning(Given.Check(Approved(), Moment.Signature, Now), act, Now),
        ["Recheck.Begin"] = act => Round().Begin(1, Criteria.First, act),
        ["Recheck.Report"] = act =>
        {
            var round = Round();
            round.Begin(1, Criteria.First, Act.OfThePortal);
            round.Report(Approved().Newest, new RecheckedVersion([], []), act, Now);
        },
        ["Recheck.Overtake"] = act => Round().Overtake(act, Now),
        ["Recheck.Note"] = act => Round().Note(AgreementVersionId.New(), 1, 0, 0, 0, act, Now),
        ["Recheck.Finish"] = act => Round().Finish(act, Now),
        ["Membership.Begin"] = act => Membership.Begin(PersonId.New(), Given.Council, Role.IgLead, act, Now),
        ["AuditScope.Open"] = act => AuditScope.Open(PersonId.New(), Given.Council, Now.UkDay(), Now.UkDay(), act, Now),
        ["Organisation.Register"] = act => Organisation.Register(Details, [], act, Now),
        ["Organisation.RecordEvidence"] = act =>
            Organisation.Register(Details, [], Act.OfThePortal, Now).RecordEvidence(Certificate(), act, Now),
    };

    [Theory]
    [MemberData(nameof(OfThePortal))]
    public void What_the_portal_does_by_itself_is_nobody_elses(string verb)
    {
        Portals[verb](Act.OfThePortal);

        Assert.Throws<DomainRuleException>(() => Portals[verb](Given.Drafter.As(Role.IgOfficer)));
    }

    private static OrganisationDetails Details =>
        new()
        {
            Name = "Testshire",
            Sector = Sector.LocalGov,
            Nation = Jurisdiction.England,
        };

    private static OrganisationEvidence Certificate() =>
        OrganisationEvidence.Of(
            OrganisationEvidenceKind.SecurityAssurance,
            AssuranceType.CyberEssentials,
            new EvidenceTerm("CE-1", Now.UkDay())
        );

    private static Agreement Approved() => Given.Approved();

    private static Recheck Round() => Recheck.Because(RecheckReason.Night, Now);
}
