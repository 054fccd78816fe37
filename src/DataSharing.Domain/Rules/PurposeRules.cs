using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>What the data is for, and whether that fits what it was collected for.</summary>
internal static class PurposeRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-011")
            .Code("ICO data sharing code: purpose", "UK GDPR Art 5(1)(b)")
            .When(a => a.Content.Purposes.Count == 0)
            .At("/purposes")
            .Says("Explain the specific purpose in enough detail for a member of the public to understand it."),
        // A purpose called "Other" without a description is too short a description already.
        Error("DSA-011")
            .Code("ICO data sharing code: purpose", "UK GDPR Art 5(1)(b)")
            .ForEach(a => a.Content.Purposes)
            .When((a, purpose) => (purpose.Description ?? "").Trim().Length < a.Policy.ShortestPurpose)
            .At((a, purpose) => At(purpose, "description").Naming("limit", Quantity.InWords(a.Policy.ShortestPurpose, "characters")))
            .Says("Explain the specific purpose in enough detail for a member of the public to understand it: in at least {limit}."),
        Warning("DSA-012")
            .Code("ICO data sharing code: purpose", "UK GDPR Art 5(1)(b)")
            .ForEach(a => a.Content.Purposes)
            .When((a, purpose) => VaguePhrase(a, purpose) is not null)
            .At((a, purpose) => At(purpose, "description").Naming("phrase", VaguePhrase(a, purpose)!))
            .Says("The purpose reads as open-ended: “{phrase}”. Make it specific or justify the wording."),
        // A party is excepted for what its own datasets in the flows of this purpose say; with none there it is not.
        Error("DSA-014")
            .Law("UK GDPR Art 8A")
            .IfPersonalData()
            .ForEach(a => a.Content.Purposes)
            .When(
                (a, purpose) =>
                    Missing(purpose.CompatibilityRoute)
                    && purpose.IsNewPurposeFor.Any(party => !CollectedAllForLawEnforcement(a, party, purpose))
            )
            .At((_, purpose) => At(purpose, "compatibilityRoute"))
            .Says("This is a new use of existing data. Say why it is compatible with the original purpose (Art 8A)."),
        Error("DSA-015")
            .Law("UK GDPR Art 8A(2)")
            .IfPersonalData()
            .ForEach(a => a.Content.Purposes)
            .When(
                (a, purpose) =>
                    a.RouteOf(purpose)?.NeedsFactors is true
                    && (
                        purpose.CompatibilityFactors is not { } factors
                        || AnyMissing(factors.Link, factors.Context, factors.Nature, factors.Consequences, factors.Safeguards)
                    )
            )
            .At((_, purpose) => At(purpose, "compatibilityFactors"))
            .Says("Record all five compatibility factors."),
        Error("DSA-016")
            .Law("UK GDPR Art 8A(4)")
            .IfPersonalData()
            .ForEach(a => a.Content.Purposes)
            .When(
                (a, purpose) =>
                    purpose.OriginalBasis == "A6-A" && a.RouteOf(purpose)?.WhenCollectedWithConsent is ReuseOfConsentedData.NotAllowed
            )
            .At((_, purpose) => At(purpose, "compatibilityRoute"))
            .Says(
                "The data was collected with consent, so this compatibility route is not available (Art 8A(4)). "
                    + "Ask for fresh consent, or choose another route."
            ),
        // §4.3 asks for it once a use is new. Left open, it must not open a route that consent would close.
        Error("DSA-016")
            .Law("UK GDPR Art 8A(4)")
            .IfPersonalData()
            .ForEach(a => a.Content.Purposes)
            .When(
                (a, purpose) =>
                    purpose.IsNewPurposeFor.Count > 0
                    && Missing(purpose.OriginalBasis)
                    && a.RouteOf(purpose)?.WhenCollectedWithConsent is ReuseOfConsentedData.NotAllowed
            )
            .At((_, purpose) => At(purpose, "originalBasis"))
            .Says("Say on what basis the data was collected: if it was consent, this compatibility route is not available (Art 8A(4))."),
        Error("DSA-017")
            .Law("UK GDPR Art 8A(4)")
            .IfPersonalData()
            .ForEach(a => a.Content.Purposes)
            .When(
                (a, purpose) =>
                    purpose.OriginalBasis == "A6-A"
                    && a.RouteOf(purpose)?.WhenCollectedWithConsent is ReuseOfConsentedData.OnlyIfConsentCannotBeExpected
                    && Missing(purpose.WhyNotReconsent)
            )
            .At((_, purpose) => At(purpose, "whyNotReconsent"))
            .Says("Explain why you cannot reasonably ask for fresh consent."),
        Error("DSA-017")
            .Law("UK GDPR Art 8A(4)")
            .IfPersonalData()
            .ForEach(a => a.Content.Purposes)
            .When(
                (a, purpose) =>
                    purpose.IsNewPurposeFor.Count > 0
                    && Missing(purpose.OriginalBasis)
                    && a.RouteOf(purpose)?.WhenCollectedWithConsent is ReuseOfConsentedData.OnlyIfConsentCannotBeExpected
            )
            .At((_, purpose) => At(purpose, "originalBasis"))
            .Says(
                "Say on what basis the data was collected: if it was consent, "
                    + "you must also explain why you cannot ask for it again (Art 8A(4))."
            ),
        // Not in the row: §2.3 offers this route only then.
        Error("DSA-017")
            .Law("UK GDPR Annex 2")
            .IfPersonalData()
            .ForEach(a => a.Content.Purposes)
            .When(
                (a, purpose) =>
                    a.RouteOf(purpose)?.OnlyWhenCollectedWithConsent is true
                    && !Missing(purpose.OriginalBasis)
                    && purpose.OriginalBasis != "A6-A"
            )
            .At((_, purpose) => At(purpose, "compatibilityRoute"))
            .Says("This route is for data that was collected with consent. Choose another."),
        Error("DSA-018")
            .Law("UK GDPR Annex 2")
            .IfPersonalData()
            .ForEach(a => a.Content.Purposes)
            .When(
                (a, purpose) =>
                    a.RouteOf(purpose)?.ClosedToPublicTasks is true
                    && a.Content.LegalLines.Any(line => line.Purpose == purpose.Id && line.Activity is Activity.Disclose && a.PubTask(line))
            )
            .At((_, purpose) => At(purpose, "compatibilityRoute"))
            .Says(
                "A public authority doing its own tasks cannot use the \"public task request\" compatibility condition. "
                    + "Choose another route."
            ),
        Error("DSA-019")
            .Policy()
            .IfPersonalData()
            .ForEach(a => a.Content.Purposes)
            .When((a, purpose) => Missing(purpose.StopCondition) && a.Content.EndDate is null)
            .At((_, purpose) => At(purpose, "stopCondition"))
            .Says("Say when the purpose will be met and sharing will stop."),
        Error("DSA-113")
            .Policy()
            .ForEach(a => a.Content.Purposes.Where(purpose => purpose.OriginalBasis == LawVocabulary.Unknown))
            .At((_, purpose) => At(purpose, "originalBasis"))
            .Says(RuleDraft.StillUnknown),
    ];

    private static string? VaguePhrase(Reading a, Purpose purpose) =>
        a.Policy.VaguePhrases.FirstOrDefault(phrase => purpose.Description?.Contains(phrase, StringComparison.OrdinalIgnoreCase) is true);

    private static bool CollectedAllForLawEnforcement(Reading a, string party, Purpose purpose)
    {
        var theirs = a
            .Content.Flows.Where(flow => flow.PurposeIds.Contains(purpose.Id))
            .Select(a.DatasetOf)
            .Where(ds => ds?.Controller == party)
            .ToArray();
        return theirs.Length > 0 && theirs.All(ds => ds!.CollectedForLE is true);
    }
}
