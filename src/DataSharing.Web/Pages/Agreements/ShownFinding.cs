using DataSharing.Domain.Agreements;
using DataSharing.Domain.Rules;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>A finding with what can be done about it.</summary>
/// <param name="Finding">What the rule says.</param>
/// <param name="Reference">Of the agreement.</param>
/// <param name="Link">To what it is about.</param>
/// <param name="Place">The same in words.</param>
/// <param name="Justification">Why it is accepted, if somebody said so.</param>
/// <param name="JustifyIn">The agreement in which the person may justify it, if they may.</param>
public sealed record ShownFinding(Finding Finding, string Reference, string Link, string Place, ShownJustification? Justification, string? JustifyIn)
{
    /// <summary>In how many more places the rule says the same, where they are shown as one.</summary>
    public int AlsoIn { get; init; }

    public string Modifier => Justification is not null ? "ds-finding--done" : Finding.Severity switch
    {
        Severity.Warning => "ds-finding--warn",
        Severity.Info => "ds-finding--done",
        _ => ""
    };

    public string Kind => Finding.Severity.InWords() + (Justification is null ? "" : ", justified");
}

/// <summary>Why a warning is accepted, who said so (where the page tells it) and when.</summary>
public sealed record ShownJustification(string Text, string? By, DateTimeOffset At);
