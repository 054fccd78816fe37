namespace DataSharing.Domain.Organisations;

/// <summary>An organisation that can be party to agreements. Who belongs to it is in <see cref="People.Membership"/>.</summary>
public sealed class Organisation : AggregateRoot
{
    private readonly List<RegisteredIdentifier> _identifiers = [];
    private readonly List<OrganisationAssurance> _assurances = [];

    private Organisation() { } // for EF Core

    public required OrganisationId Id { get; init; }
    public OrganisationDetails Details { get; private set; } = null!;

    public IReadOnlyList<RegisteredIdentifier> Identifiers => _identifiers;
    public IReadOnlyList<OrganisationAssurance> Assurances => _assurances;

    public static Organisation Register(OrganisationDetails details, IEnumerable<RegisteredIdentifier> identifiers, Act act, DateTimeOffset now)
    {
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
        Insist(OrganisationAction.Describe, actor);
        if (details == Details)
        {
            return;
        }

        Raise(new OrganisationDescribed(Id, Details, details, actor.As(Role.OrganisationAdmin), now));
        Details = details;
    }

    public void AddIdentifier(RegisteredIdentifier identifier, Actor actor, DateTimeOffset now)
    {
        Insist(OrganisationAction.Describe, actor);
        AddIdentifier(identifier, actor.As(Role.OrganisationAdmin), now);
    }

    public void RemoveIdentifier(RegisteredIdentifier identifier, Actor actor, DateTimeOffset now)
    {
        Insist(OrganisationAction.Describe, actor);
        if (_identifiers.Remove(identifier))
        {
            Raise(new IdentifierRemoved(Id, identifier, actor.As(Role.OrganisationAdmin), now));
        }
    }

    public void RecordAssurance(OrganisationAssurance assurance, Actor actor, DateTimeOffset now)
    {
        Insist(OrganisationAction.Describe, actor);
        RecordAssurance(assurance, actor.As(Role.OrganisationAdmin), now);
    }

    public void RecordAssurance(OrganisationAssurance assurance, Act act, DateTimeOffset now)
    {
        _assurances.Add(assurance);
        Raise(new AssuranceRecorded(Id, assurance, act, now));
    }

    public void RemoveAssurance(Guid id, Actor actor, DateTimeOffset now)
    {
        Insist(OrganisationAction.Describe, actor);
        if (_assurances.Find(a => a.Id == id) is { } assurance)
        {
            _assurances.Remove(assurance);
            Raise(new AssuranceRemoved(Id, assurance, actor.As(Role.OrganisationAdmin), now));
        }
    }

    public Verdict Consider(OrganisationAction action, Actor actor) => actor.May(action, Id) ? Verdict.Permitted : Verdict.Forbidden;

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

    private void Insist(OrganisationAction action, Actor actor)
    {
        if (Consider(action, actor) is not Verdict.Permitted)
        {
            throw new DomainRuleException($"{action} of {Details.Name} is not for this actor.");
        }
    }
}
