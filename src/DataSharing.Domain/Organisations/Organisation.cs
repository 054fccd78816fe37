namespace DataSharing.Domain.Organisations;

/// <summary>An organisation that can be party to agreements. Who belongs to it is in <see cref="People.Membership"/>.</summary>
public sealed class Organisation : AggregateRoot
{
    private readonly List<RegisteredIdentifier> _identifiers = [];
    private readonly List<OrganisationEvidence> _evidence = [];

    private Organisation() { } // for EF Core

    public required OrganisationId Id { get; init; }
    public OrganisationDetails Details { get; private set; } = null!;

    public IReadOnlyList<RegisteredIdentifier> Identifiers => _identifiers;
    public IReadOnlyList<OrganisationEvidence> Evidence => _evidence;

    /// <param name="act">Of an administrator of the portal, or of the portal itself by its operator's command.</param>
    public static Organisation Register(
        OrganisationDetails details,
        IEnumerable<RegisteredIdentifier> identifiers,
        Act act,
        DateTimeOffset now
    )
    {
        if (act.Role is not Role.SystemAdmin)
        {
            act.InsistOnThePortal();
        }

        var organisation = new Organisation { Id = OrganisationId.New(), Details = details };
        organisation.Raise(new OrganisationRegistered(organisation.Id, details, act, now));
        foreach (var identifier in identifiers)
        {
            organisation.AddIdentifier(identifier, act, now);
        }

        return organisation;
    }

    public void Describe(OrganisationDetails details, Actor actor, DateTimeOffset now)
    {
        var act = Insisted(OrganisationAction.Describe, actor);
        if (details == Details)
        {
            return;
        }

        Raise(new OrganisationDescribed(Id, Details, details, act, now));
        Details = details;
    }

    public void AddIdentifier(RegisteredIdentifier identifier, Actor actor, DateTimeOffset now) =>
        AddIdentifier(identifier, Insisted(OrganisationAction.Describe, actor), now);

    public void RemoveIdentifier(RegisteredIdentifier identifier, Actor actor, DateTimeOffset now)
    {
        var act = Insisted(OrganisationAction.Describe, actor);
        if (_identifiers.Remove(identifier))
        {
            Raise(new IdentifierRemoved(Id, identifier, act, now));
        }
    }

    public void RecordEvidence(OrganisationEvidence evidence, Actor actor, DateTimeOffset now) =>
        Record(evidence, Insisted(OrganisationAction.KeepEvidence, actor), now);

    /// <summary>Records evidence by the operator's command, for which the portal acts.</summary>
    public void RecordEvidence(OrganisationEvidence evidence, Act act, DateTimeOffset now)
    {
        act.InsistOnThePortal();
        Record(evidence, act, now);
    }

    /// <summary>It holds longer, perhaps under a new reference; every agreement that names it counts on the new date at once.</summary>
    public void RenewEvidence(Guid id, EvidenceTerm term, Actor actor, DateTimeOffset now)
    {
        var act = Insisted(OrganisationAction.KeepEvidence, actor);
        if (_evidence.Find(e => e.Id == id) is { } evidence && evidence.Term is var before && before != term)
        {
            evidence.Renew(term);
            Raise(new OrganisationEvidenceRenewed(Id, evidence.Id, evidence.Kind, before, term, act, now));
        }
    }

    public void RemoveEvidence(Guid id, Actor actor, DateTimeOffset now)
    {
        var act = Insisted(OrganisationAction.KeepEvidence, actor);
        if (_evidence.Find(e => e.Id == id) is { } evidence)
        {
            _evidence.Remove(evidence);
            Raise(new OrganisationEvidenceRemoved(Id, evidence.Id, evidence.Kind, evidence.Term, act, now));
        }
    }

    public Verdict Consider(OrganisationAction action, Actor actor) => actor.May(action, Id) ? Verdict.Permitted : Verdict.Forbidden;

    private void Record(OrganisationEvidence evidence, Act act, DateTimeOffset now)
    {
        _evidence.Add(evidence);
        Raise(new OrganisationEvidenceRecorded(Id, evidence.Id, evidence.Kind, evidence.Assurance, evidence.Term, act, now));
    }

    private void AddIdentifier(RegisteredIdentifier identifier, Act act, DateTimeOffset now)
    {
        if (IdentifierScheme.Find(identifier.Scheme)?.Accepts(identifier.Value) is not true)
        {
            throw new DomainRuleException($"{identifier} is no identifier of a known scheme.");
        }

        if (!_identifiers.Contains(identifier))
        {
            _identifiers.Add(identifier);
            Raise(new IdentifierAdded(Id, identifier, act, now));
        }
    }

    private Act Insisted(OrganisationAction action, Actor actor) =>
        Consider(action, actor) is Verdict.Permitted
            ? actor.As(OrganisationPermissions.RoleFor(action, actor, Id))
            : throw new DomainRuleException($"{action} of {Details.Name} is not for this actor.");
}
