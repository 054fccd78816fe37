namespace DataSharing.Domain.Content;

/// <summary>How long one holder keeps the data (§4.11).</summary>
public sealed record Retention : IItem
{
    public const string Indefinite = "Indefinite";

    public required string Id { get; init; }

    [RefersTo(ItemKinds.Party)]
    public string? Party { get; init; }

    /// <summary>Unanswered means all datasets of the holder.</summary>
    [RefersTo(ItemKinds.Dataset)]
    public string? DatasetId { get; init; }

    /// <summary>An ISO 8601 duration, or <see cref="Indefinite"/>.</summary>
    [Duration(OrIndefinite = true)]
    public string? Period { get; init; }

    /// <summary>The criteria that fix the period (UK GDPR Art 13(2)(a)), or a named schedule.</summary>
    public string? Criteria { get; init; }

    /// <summary>What starts the clock.</summary>
    public string? Trigger { get; init; }
    public DisposalMethod? DisposalMethod { get; init; }
    public DisposalEvidence? DisposalEvidence { get; init; }
    public string? Archiving { get; init; }
}

public sealed record OnwardSharing
{
    public OnwardPolicy? Policy { get; init; }

    [RefersTo(ItemKinds.Party | ItemKinds.PermittedRecipient | ItemKinds.ConditionalRecipient)]
    public ValueSet<string> Recipients { get; init; } = [];
    public string? Conditions { get; init; }
}

public enum OnwardPolicy
{
    Prohibited,
    WithPriorWrittenConsent,
    PermittedList,
}

/// <summary>A party, another organisation, or a class of organisations: exactly one of the three.</summary>
public sealed record Recipient : IItem
{
    public required string Id { get; init; }

    [RefersTo(ItemKinds.Party)]
    public string? Party { get; init; }

    /// <summary>An organisation that is no party, as <c>scheme:value</c>.</summary>
    public string? OrgId { get; init; }

    /// <summary>A class, or the organisation's name.</summary>
    public string? Name { get; init; }

    /// <summary>What it may and may not do.</summary>
    public string? Conditions { get; init; }
}

public sealed record Termination
{
    [Duration]
    public string? NoticePeriod { get; init; }
    public string? ImmediateGrounds { get; init; }
}

/// <summary>How the agreement is signed.</summary>
public sealed record Execution
{
    /// <summary>As a deed: signed before a witness, or as the constitution of the signing body says.</summary>
    public bool? AsDeed { get; init; }

    /// <summary>Who witnesses, or how the deed is executed without a witness.</summary>
    public string? Witnesses { get; init; }
}
