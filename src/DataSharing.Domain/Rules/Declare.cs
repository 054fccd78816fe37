namespace DataSharing.Domain.Rules;

/// <summary>
/// How rules are written: <c>Error("DSA-008").Law("…").IfPersonalData().ForEach(a => a.Controllers).When(…).At(…).Says("…")</c>.
/// </summary>
internal static class Declare
{
    public static RuleDraft Error(string id) => new(id, Severity.Error);

    public static RuleDraft Warning(string id) => new(id, Severity.Warning);

    public static RuleDraft Info(string id) => new(id, Severity.Info);
}
