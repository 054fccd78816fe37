using System.Text.Json.Serialization;

namespace DataSharing.Domain.Law;

/// <summary>
/// One provision that an agreement may rely on, told in plain English, with where to read it and from when to when it holds.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LawfulBasis), nameof(LawfulBasis))]
[JsonDerivedType(typeof(RecognisedInterest), nameof(RecognisedInterest))]
[JsonDerivedType(typeof(CompatibilityRoute), nameof(CompatibilityRoute))]
[JsonDerivedType(typeof(SpecialCategoryCondition), nameof(SpecialCategoryCondition))]
[JsonDerivedType(typeof(Schedule1Paragraph), nameof(Schedule1Paragraph))]
[JsonDerivedType(typeof(OffenceDataBasis), nameof(OffenceDataBasis))]
[JsonDerivedType(typeof(LawEnforcementBasis), nameof(LawEnforcementBasis))]
[JsonDerivedType(typeof(Schedule8Condition), nameof(Schedule8Condition))]
[JsonDerivedType(typeof(ConfidentialityRoute), nameof(ConfidentialityRoute))]
[JsonDerivedType(typeof(Gateway), nameof(Gateway))]
[JsonDerivedType(typeof(TransferMechanism), nameof(TransferMechanism))]
[JsonDerivedType(typeof(Exemption), nameof(Exemption))]
public abstract record LawEntry
{
    /// <summary>Of one member, the lines of a list together.</summary>
    public const int TextMaxLength = 4000;

    /// <summary>What agreements store, for example <c>A6-E</c> or <c>GW-DEA35</c>. Never reused for something else.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>One sentence that a fifteen-year-old understands.</summary>
    public required string Explanation { get; init; }

    public required string Citation { get; init; }

    /// <summary>On legislation.gov.uk. Missing for common law and court orders.</summary>
    public string? Url { get; init; }

    /// <summary>Missing where there is none: common law, no provision at all, or what has not commenced.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which it holds; missing while no end is known.</summary>
    public DateOnly? ValidTo { get; init; }

    public required LegalStatus Status { get; init; }

    /// <summary>
    /// What a lawyer must still confirm about this entry. Shown wherever the entry is; independent of <see cref="Status"/>.
    /// </summary>
    public string? Unverified { get; init; }

    public required string WhoMayUse { get; init; }

    /// <summary>
    /// The kinds of bodies that may use it, on either side of the sharing, as far as the law itself names them; empty where it is open to
    /// anyone who meets its conditions. Optional in a file, for the books of a time before it lack it.
    /// </summary>
    public IReadOnlyList<BodyKind> OpenTo { get; init; } = [];

    /// <summary>By which kinds of bodies the law is looked up; empty where it is open to anyone.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<BodyKind> Users => OpenTo;

    /// <summary>What an agreement that relies on it must be able to show.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }

    public bool InForceOn(DateOnly day) => On(day) is Standing.InForce;

    /// <summary>
    /// The one decision about a day. Where there are dates they decide, for a status says how a provision ends and not when: what is
    /// repealed today was the law until its last day. Of a provision that nobody has checked the dates are no better known than the rest.
    /// </summary>
    public Standing On(DateOnly day) =>
        Status switch
        {
            LegalStatus.Unverified => Standing.Unverified,
            LegalStatus.EnactedNotCommenced when ValidFrom is null => Standing.NotCommenced,
            LegalStatus.Repealed when ValidTo is null || ValidTo < day => Standing.Repealed,
            LegalStatus.Lapsed when ValidTo is null || ValidTo < day => Standing.Lapsed,
            _ when ValidFrom > day => Standing.NotCommenced,
            _ when ValidTo < day => Standing.Lapsed,
            _ => Standing.InForce,
        };

    /// <summary>Does every word occur somewhere in what the entry says?</summary>
    internal bool Mentions(IEnumerable<string> words)
    {
        var text = string.Join('\n', [Code, Name, Explanation, Citation, WhoMayUse, .. Evidence, .. Also]);
        return words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What else of a kind of entry is worth finding.</summary>
    protected virtual IEnumerable<string> Also => [];
}
