using DataSharing.Domain.Agreements.Rechecks;

namespace DataSharing.Web.Pages.Law;

public static class RecheckWords
{
    public static string InWords(this RecheckReason reason) =>
        reason switch
        {
            RecheckReason.Night => "Nightly check",
            RecheckReason.LawBook => "A law book was released",
            RecheckReason.Policy => "A policy was released",
            RecheckReason.Evidence => "An organisation’s evidence changed",
            _ => "An administrator asked for it",
        };

    /// <summary>What the round of a release has found, for the history; null before it was begun.</summary>
    public static string? Outcome(this Recheck round) =>
        round switch
        {
            { Total: null, FinishedAt: null } => null,
            { IsOvertaken: true } =>
                $"Its check ended after {RestingWords.Count(round.Done, "agreement")}: a later law book or policy has a check of its own.",
            { FinishedAt: null } => $"Its check is at {round.Done:N0} of {RestingWords.Count(round.Total ?? 0, "agreement")}.",
            { Done: 0 } => "Nothing was in force to be checked.",
            _ => $"Checked {RestingWords.Count(round.Done, "agreement")}, "
                + $"found {(round.Found == 0 ? "nothing new" : RestingWords.Count(round.Found, "new finding"))}"
                + (round.Cleared == 0 ? "." : $"; {RestingWords.Count(round.Cleared, "finding")} no longer found."),
        };

    /// <summary>"in 12 minutes".</summary>
    public static string Took(TimeSpan time) =>
        time.TotalMinutes switch
        {
            < 1 => "in less than a minute",
            < 90 => $"in {RestingWords.Count((int)Math.Round(time.TotalMinutes), "minute")}",
            _ => $"in {RestingWords.Count((int)Math.Round(time.TotalHours), "hour")}",
        };
}
