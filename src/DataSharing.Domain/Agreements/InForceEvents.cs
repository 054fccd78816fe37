using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements;

/// <summary>T13.</summary>
[EventContract("agreement.version-activated")]
public sealed record VersionActivated(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    DateOnly? NextReviewDate,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T13, when a guard fails: told once a day.</summary>
[EventContract("agreement.activation-held")]
public sealed record ActivationHeld(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    IReadOnlyList<Finding> Errors,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T16: a next version of the one in force was opened.</summary>
/// <param name="Next">What the next version is called.</param>
[EventContract("agreement.amendment-started")]
public sealed record AmendmentStarted(AgreementId Agreement, int? Version, ContentHash? Hash, VersionLabel Next, Act Act, DateTimeOffset At)
    : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>T17: the next version became active, so this one is no longer in force.</summary>
/// <param name="By">What the next version is called.</param>
[EventContract("agreement.version-superseded")]
public sealed record VersionSuperseded(AgreementId Agreement, int? Version, ContentHash? Hash, VersionLabel By, Act Act, DateTimeOffset At)
    : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>A check of the version in force found something new, or no longer found what was open.</summary>
/// <param name="Cleared">The rules that are content again.</param>
[EventContract("agreement.version-rechecked")]
public sealed record VersionRechecked(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    IReadOnlyList<FoundLive> Found,
    IReadOnlyList<string> Cleared,
    int LawBookNumber,
    int PolicyNumber,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>A new finding on a version in force, as the history tells it.</summary>
public sealed record FoundLive(string RuleId, Severity Severity, string Path, string Message, FindingCause Cause);

/// <summary>The owner of a finding said what is done about it.</summary>
[EventContract("agreement.live-finding-answered")]
public sealed record LiveFindingAnswered(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    string RuleId,
    string Path,
    string Answer,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);
